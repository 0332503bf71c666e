import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Improvement
import Methodology
import Scoring
import Testing

/// Plans beside what came of them.
@Suite struct EffortTests {
    private static let edition = Workbench.edition(
        """
        inputs:
          a: {type: percent, optional: true}
          goal: {type: percent, optional: true}
        tables:
          plans:
            key: [id]
            fields:
              better: {type: code, values: [higher, lower], optional: true}
              plan: {type: number, optional: true}
              actual: {type: number, optional: true}
              changed: {type: date, optional: true}
          parts:
            key: [part]
            within: plans
            fields:
              plan: {type: count, optional: true}
              actual: {type: count, optional: true}
        scorecard: {id: total, aggregate: none, nodes: [{id: one, value: a, score: as-is}]}
        effort:
          - {id: goal, plan: goal, actual: a, better: higher, periods: 3}
          - id: plans
            of: plans
            plan: plan
            actual: actual
            better: better
            revised: changed
            late: 90
            periods: 3
          - {id: parts, of: parts, plan: plan, actual: actual, better: lower}
        """, head: ["in-force": "{from: 2023-01-01}"])

    /// As in `below of a in 2024 T1: plan 4, before 5`.
    private func told(_ tables: [String: String], threads: Int? = nil) throws -> [String] {
        var tables = tables
        tables["bodies"] = tables["bodies"] ?? "id,kind\na,ministry\nb,agency\n"
        for (name, heading) in [
            ("inputs", "body,period,a,goal\n"),
            ("plans", "body,period,id,better,plan,actual,changed\n"),
            ("parts", "body,period,id,part,plan,actual\n"),
        ] {
            tables[name] = heading + (tables[name] ?? "")
        }
        let assessment = try Workbench.assess(Self.edition, tables)
        let evidence = assessment.evidence
        return assessment.effortFindings(threads: threads).map { finding in
            let body = evidence.bodies[assessment.body(of: finding.unit)].id
            let period = evidence.periods[assessment.period(of: finding.unit)]
            let key = finding.key.map { " \($0)" }.joined()
            func text(_ number: Fixed?) -> String { number?.description ?? "–" }
            return "\(finding.kind) of \(body) in \(period)\(key): plan \(text(finding.plan)), "
                + "before \(text(finding.previous)), actual \(text(finding.actual)), "
                + "row \(finding.periods)"
        }
    }

    @Test func `a plan below what was reached before is told where more is better`() throws {
        let found = try told([
            "plans": """
            a,2023,T1,higher,3,5,
            a,2024,T1,higher,4,4,
            a,2024,T2,higher,4,4,
            b,2024,T1,higher,4,4,
            """
        ])

        #expect(found == ["below of a in 2024 T1: plan 4, before 5, actual 4, row 2"])
    }

    @Test func `less is better the other way round`() throws {
        let found = try told([
            "plans": """
            a,2023,up,lower,9,5,
            a,2023,down,lower,9,5,
            a,2024,up,lower,6,7,
            a,2024,down,lower,4,7,
            """
        ])

        #expect(found == ["below of a in 2024 up: plan 6, before 5, actual 7, row 0"])
    }

    @Test func `a plan equal to what was reached before is not below it`() throws {
        let found = try told([
            "plans": "a,2023,T1,higher,3,5,\na,2024,T1,lower,5.0,6,\n"
        ])

        #expect(found == ["equal of a in 2024 T1: plan 5, before 5, actual 6, row 0"])
    }

    @Test(arguments: [
        ("2024-10-01", false), ("2024-10-02", true), ("2024-12-31", true), ("2025-02-01", true),
        ("2023-12-31", false), ("", false),
    ])
    func `a change is late from so many days before the last day`(day: String, late: Bool) throws {
        let found = try told(["plans": "a,2024,T1,higher,,5,\(day)\n"])

        #expect(found == (late ? ["late of a in 2024 T1: plan –, before –, actual 5, row 0"] : []))
    }

    @Test func `a plan that was reached in a long enough row of periods is told`() throws {
        let found = try told([
            "plans": """
            a,2021,T1,higher,1,1,
            a,2022,T1,higher,2,3,
            a,2023,T1,higher,4,4,
            a,2024,T1,higher,5,6,
            a,2022,T2,higher,2,3,
            a,2023,T2,higher,4,3,
            a,2024,T2,higher,5,6,
            """
        ])

        #expect(
            found == [
                "full of a in 2023 T1: plan 4, before 3, actual 4, row 3",
                "full of a in 2024 T1: plan 5, before 4, actual 6, row 4",
            ])
    }

    @Test func `a period that is not there ends a row and is not looked beyond`() throws {
        let found = try told([
            "plans": """
            a,2021,T1,higher,1,1,
            a,2022,T1,higher,2,3,
            a,2024,T1,higher,1,2,
            a,2022,T2,higher,1,9,
            a,2024,T2,higher,1,2,
            """
        ])

        #expect(found == [])
    }

    @Test func `a record that is not handed in for a period ends a row`() throws {
        let found = try told([
            "plans": """
            a,2022,T1,higher,2,3,
            a,2023,T2,higher,4,4,
            a,2024,T1,higher,1,6,
            """
        ])

        #expect(found == [])
    }

    @Test func `a blank is never read as zero`() throws {
        let found = try told([
            "plans": """
            a,2023,no-actual,higher,3,,
            a,2024,no-actual,higher,-1,5,
            a,2023,no-plan,higher,3,5,
            a,2024,no-plan,higher,,5,
            a,2023,withheld,higher,3,WH,
            a,2024,withheld,higher,0,NA,
            a,2022,row,higher,3,3,
            a,2023,row,higher,4,,
            a,2024,row,higher,5,6,
            a,2023,which,,3,5,
            a,2024,which,,4,6,
            """
        ])

        #expect(found == [])
    }

    @Test func `inputs are looked at as one row of the body`() throws {
        let found = try told(["inputs": "a,2023,60,50\na,2024,80,55\nb,2024,80,55\n"])

        #expect(found == ["below of a in 2024: plan 55, before 60, actual 80, row 2"])
    }

    @Test func `records of records are the same when all their keys are`() throws {
        let found = try told([
            "plans": """
            a,2023,T1,higher,,,
            a,2023,T2,higher,,,
            a,2024,T1,higher,,,
            a,2024,T2,higher,,,
            """,
            "parts": """
            a,2023,T1,P,9,5
            a,2023,T2,P,9,7
            a,2024,T1,P,7,7
            a,2024,T2,P,6,7
            """,
        ])

        #expect(found == ["below of a in 2024 T1 P: plan 7, before 5, actual 7, row 2"])
    }

    @Test func `only scored periods are told, and earlier ones are looked at`() throws {
        let found = try told([
            "plans": "a,2021,T1,higher,3,5,\na,2022,T1,higher,4,6,\na,2023,T1,higher,6,6,\n"
        ])

        #expect(
            found == [
                "equal of a in 2023 T1: plan 6, before 6, actual 6, row 3",
                "full of a in 2023 T1: plan 6, before 6, actual 6, row 3",
            ])
    }

    @Test func `neither threads nor the order of rows change what is found`() throws {
        let rows = (0..<40).flatMap { body in
            (2022...2024).map { "b\(body),\($0),T,higher,\((body * 7 + $0) % 5),\(body % 5)," }
        }
        let bodies = "id,kind\n" + (0..<40).map { "b\($0),ministry\n" }.joined()
        let first = try told(["bodies": bodies, "plans": rows.joined(separator: "\n")], threads: 1)
        let turned = rows.reversed().joined(separator: "\n")

        #expect(!first.isEmpty)
        #expect(try told(["bodies": bodies, "plans": turned], threads: 4) == first)
    }

    @Test func `severity follows from what speaks against the plan`() throws {
        let assessment = try Workbench.assess(
            Self.edition,
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,a,goal\n",
                "plans": """
                body,period,id,better,plan,actual,changed
                a,2022,T,higher,1,1,
                a,2023,T,higher,1,1,2023-12-01
                a,2024,T,higher,0,1,
                """,
                "parts": "body,period,id,part,plan,actual\n",
            ])

        #expect(
            assessment.effortFindings().map { "\($0.kind) \($0.severity)" } == [
                "equal notice", "late warning", "below warning", "full notice",
            ])
        #expect(
            assessment.effortFindings().map { $0.revised?.description } == [
                "2023-12-01", "2023-12-01", nil, nil,
            ])
    }
}

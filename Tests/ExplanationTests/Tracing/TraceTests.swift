import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

@Suite struct TraceTests {
    private let teaching: Assessment

    init() throws { teaching = try Examples.assess("teaching", by: "teaching/2025") }

    private func text(_ assessment: Assessment, _ node: String, _ body: String, _ period: String)
        throws -> String
    {
        let trace = Trace(
            assessment, node: try assessment.position(node),
            at: try assessment.unit(body, period))
        let lines = trace.lines(Wording(assessment), Display(assessment))
        return lines.map { $0 + "\n" }.joined()
    }

    @Test(arguments: [
        ("total", "bridges", "2024", "redistributed"), ("total", "rivers", "2025", "corrected"),
        ("total", "rivers", "2024", "rounded-to-a-band-edge"),
        ("turnover", "lighthouses", "2024", "filled"), ("total", "lighthouses", "2025", "missing"),
        ("service", "lighthouses", "2024", "excluded-beneath"),
        ("turnover", "bridges", "2024", "does-not-apply"),
        ("works", "rivers", "2025", "not-applicable"), ("answers", "rivers", "2024", "records"),
        ("total", "bridges", "2025", "ceased-to-exist"),
    ])
    func `a trace tells every step of the path`(
        node: String, body: String, period: String, name: String
    ) throws {
        expectGolden(try text(teaching, node, body, period), "\(name).txt")
    }

    @Test func `the score of another node is replaced as a whole`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: a, value: x, score: as-is}
                - {id: b, value: score(a) - 1, score: as-is}
            """)

        let trace = try text(Workbench.assess(edition, inputs: "x=60"), "b", "a", "2024")

        #expect(trace.contains("score(a) - 1\n"))
        #expect(trace.contains(" 60 - 1 = 59\n"))
    }

    @Test func `an input is traced to the file that its own row stands in`() throws {
        let plan = try Workbench.plan(
            Workbench.edition(
                """
                inputs: {x: {type: percent}}
                scorecard: {id: s, value: x, score: as-is}
                """))
        let evidence = try Workbench.evidence(
            ["bodies": "id,kind\na,ministry\nb,ministry\n"], for: plan,
            inputs: ["early": "body,period,x\na,2024,60\n", "late": "body,period,x\nb,2024,70\n"])
        let assessment = try #require(Assessment.make(plan, evidence).assessment)

        #expect(try text(assessment, "s", "a", "2024").contains("x = 60: early.csv row 2"))
        #expect(try text(assessment, "s", "b", "2024").contains("x = 70: late.csv row 2"))
    }

    @Test func `a published measure is traced to the rows of its records`() throws {
        let canada = try Examples.assess("ca-service-maf", by: "ca-service-maf/2023-24")

        expectGolden(try text(canada, "maf2", "26", "2023-24"), "canada-maf2.txt")
    }

    @Test func `a trace as JSON holds the same steps`() throws {
        let trace = Trace(
            teaching, node: try teaching.position("total"), at: try teaching.unit("rivers", "2025"))

        expectGolden(
            trace.json(Wording(teaching)) + "\n", "corrected.json")
    }

    @Test func `what children add is printed so that it adds up to the mean`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                display: {mode: half-up, digits: 0}
                inputs: {a: {type: percent}, b: {type: percent}, c: {type: percent}}
                scorecard:
                  id: n
                  aggregate:
                    weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
                  nodes:
                    - {id: a, value: a, score: as-is, weight: 1}
                    - {id: b, value: b, score: as-is, weight: 1}
                    - {id: c, value: c, score: as-is, weight: 1}
                """), inputs: "a=1", "b=1", "c=2")

        let text = try text(made, "n", "a", "2024")

        // 1/3 + 1/3 + 2/3 = 4/3, printed as 1: the largest rest takes it.
        #expect(text.contains("a      1     1/3   1/3     0\n"), "\(text)")
        #expect(text.contains("c      2     1/3   1/3     1\n"), "\(text)")
    }

    @Test func `a penalty is told before and after it is held, with all it rests on`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                sources: {law: {title: {en: Law}}, change: {title: {en: Change}}}
                inputs: {x: {type: percent}, late: {type: count}, bad: {type: flag}}
                parameters:
                  per_late:
                    unit: points
                    basis: {source: law, clause: "7"}
                    values:
                      - {from: 2020-01-01, value: 1}
                      - {from: 2024-01-01, value: 2, basis: change}
                  most: {value: 60, unit: points}
                scorecard:
                  id: n
                  value: x
                  score: as-is
                  corrections:
                    - {penalty: late * per_late, at-most: 10}
                    - {gate: bad, caps-at: most}
                """), inputs: "x=90", "late=7", "bad=true")

        let text = try text(made, "n", "a", "2024")

        #expect(text.contains("late * per_late, at most 10: 7 × 2 = 14, held to 10\n"))
        #expect(text.contains("  Gate        when bad: true\n              most = 60\n"))
        let basis = "(Law (law), clause 7; Change (change))"
        #expect(text.contains("per_late = 2, since 2024-01-01 \(basis)"))
    }

    @Test func `values that were skipped are told, and what computed fields read`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {a: {type: number, optional: true}, b: {type: number, optional: true}, limit: {type: number}}
                lists: {marks: [m1, m2]}
                tables:
                  works:
                    key: [id]
                    fields:
                      "{m of marks}": {type: number, optional: true}
                      good: {type: flag, value: m1 > limit}
                scorecard:
                  id: n
                  value: 'MAX(a, b) + COUNT(works WHERE good) + MAX(works.marks)'
                  score: as-is
                """),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,a,b,limit\na,2024,3,,10\n",
                "works": "body,period,id,m1,m2\na,2024,w1,20,\na,2024,w2,5,7\n",
            ])

        let text = try text(made, "n", "a", "2024")

        #expect(
            text.contains(
                """
                  Value       MAX(a, b) + COUNT(works WHERE good) + MAX(works.marks)
                              MAX(3, [not known]) + 1 + 20 = 24
                                COUNT(works WHERE good) = 1: works.csv row 2
                                MAX(works.marks) = 20: works.csv rows 2–3; 1 without a value is skipped
                                MAX(a, b) = 3; 1 without a value is skipped
                """))
        #expect(
            text.contains(
                """
                  Evidence    a = 3: inputs.csv row 2 (verified)
                              b = [not known]: inputs.csv row 2 (verified)
                              limit = 10: inputs.csv row 2 (verified)
                              works: works.csv rows 2–3 (verified)
                """))
    }

    @Test func `what an edition says about a node is shown`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}}
                scorecard:
                  id: n
                  value: x
                  score: as-is
                  definition: {en: Answers within the legal time}
                  note: {en: Weekends count}
                  assessors: [the agency, {en: the audit chamber}]
                  confidence: medium
                  source: register of letters
                """), inputs: "x=50")

        let text = try text(made, "n", "a", "2024")

        #expect(
            text.hasPrefix(
                """
                a (a), 2024
                n (n): 50.00
                  Means       Answers within the legal time
                  Note        Weekends count
                  Assessors   the agency
                              the audit chamber
                  Confidence  medium
                  Source      register of letters
                  Value       x
                              50

                """))
    }
}

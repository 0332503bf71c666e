import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

@Suite struct AssessmentTests {
    private let ranked = """
        inputs: {x: {type: percent, optional: true}}
        scorecard: {id: n, value: x, score: as-is}

        """

    private func ranks(
        _ keys: String, _ scores: [String], bodies: String = "ministry"
    ) throws -> [Int?] {
        let edition = Workbench.edition(
            ranked + "ranking: {nodes: [n], \(keys)}")
        let ids = scores.indices.map { "b\($0)" }
        let kinds = bodies.split(separator: ",").map(String.init)
        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\n"
                    + ids.enumerated().map { "\($0.element),\(kinds[$0.offset % kinds.count])\n" }
                    .joined(),
                "inputs": "body,period,x\n"
                    + zip(ids, scores).map { "\($0),2024,\($1)\n" }.joined(),
            ])
        return scores.indices.map { made.rank(of: 0, at: $0) }
    }

    @Test func `ties share the rank that is declared`() throws {
        let scores = ["50", "70", "70", "", "90"]
        let keys = "best: highest, figures: unrounded, within: all"

        #expect(try ranks("\(keys), ties: lowest", scores) == [4, 2, 2, nil, 1])
        #expect(try ranks("\(keys), ties: highest", scores) == [4, 3, 3, nil, 1])
        #expect(try ranks("\(keys), ties: dense", scores) == [3, 2, 2, nil, 1])
    }

    @Test func `the lowest score is first where the edition says so`() throws {
        let keys = "best: lowest, ties: lowest, figures: unrounded, within: all"

        #expect(try ranks(keys, ["50", "70", "40"]) == [2, 3, 1])
    }

    @Test func `bodies are ranked within their kind`() throws {
        let keys = "best: highest, ties: lowest, figures: unrounded, within: kind"

        #expect(
            try ranks(keys, ["50", "70", "60", "40"], bodies: "ministry,agency") == [2, 1, 1, 2])
    }

    @Test func `scores that look alike when rounded tie where the edition rounds them`() throws {
        let keys = "best: highest, ties: lowest, within: all"
        let scores = ["50.04", "50", "49.96"]

        #expect(
            try ranks("\(keys), figures: {mode: half-up, digits: 1}", scores) == [1, 1, 1])
        #expect(try ranks("\(keys), figures: unrounded", scores) == [1, 2, 3])
    }

    @Test func `a body is assessed when it existed on the last day of the period`() throws {
        let made = try Workbench.assess(
            Workbench.edition(ranked),
            [
                "bodies":
                    "id,kind,from,to\na,ministry,,2024-12-31\nb,ministry,,2024-12-30\n"
                    + "c,agency,2024-12-31,\nd,committee,,\n",
                "inputs": "body,period,x\na,2024,1\nb,2024,2\nc,2024,3\nd,2024,4\n",
            ])

        #expect(try made.result("n", "a") == "1")
        #expect(try made.result("n", "b") == "not-applicable")
        #expect(try made.reason("n", "b") == .didNotExist(try #require(Day("2024-12-31"))))
        #expect(try made.result("n", "c") == "3")
        #expect(try made.reason("n", "d") == .otherKind)
    }

    @Test func `only periods that lie wholly within the edition are scored`() throws {
        let edition = Workbench.edition(
            ranked, head: ["in-force": "{from: 2023-01-01, to: 2024-06-30}"])

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,x\na,2022,1\na,2023,2\na,2024,3\n",
            ])

        #expect(made.scoredPeriods.map { made.evidence.periods[$0].description } == ["2023"])
    }

    @Test func `only the nodes asked for, and what they rest on, are computed`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, y: {type: percent}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              nodes:
                - {id: na, weight: 50 %, value: x, score: as-is}
                - {id: nb, weight: 50 %, value: y + score(na), score: as-is}
            """)
        let plan = try Workbench.plan(edition)
        var options = Assessment.Options()
        options.nodes = [try #require(plan.node("nb"))]

        let made = try Workbench.assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,x,y\na,2024,10,20\n"],
            options: options)

        #expect(made.columns.map { $0 == nil } == [true, false, false])
        #expect(try made.result("nb") == "30")
    }

    @Test func `a result is official only when nothing speaks against it`() throws {
        let edition = Workbench.edition(
            """
            owner: {en: The agency}
            basis: act
            sources: {act: {title: {en: The act}}}
            inputs: {x: {type: percent}}
            parameters: {rate: {unit: number, value: 1, assumed: true}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              nodes:
                - {id: na, weight: 50 %, value: x, score: as-is}
                - {id: nb, weight: 50 %, value: x * rate, score: as-is}
            """, head: ["status": "adopted"])
        let tables = ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,x\na,2024,10\n"]
        var options = Assessment.Options()
        options.isByOwner = true

        let own = try Workbench.assess(edition, tables, options: options)
        let other = try Workbench.assess(edition, tables)
        let plan = try Workbench.plan(edition)
        let reported = try Workbench.evidence(tables, for: plan, status: "reported")
        let unverified = try #require(
            Assessment.make(plan, reported, options: options).assessment)

        #expect(own.official(1, at: 0).isOfficial)
        #expect(own.official(2, at: 0).objections == [.assumedParameter(0)])
        #expect(own.official(0, at: 0).objections == [.assumedParameter(0)])
        #expect(other.official(1, at: 0).objections == [.notByOwner])
        #expect(unverified.official(1, at: 0).objections == [.unverified])
    }

    @Test func `checks find the records that do not keep what they expect`() throws {
        let edition = Workbench.edition(
            """
            tables:
              works:
                key: [id]
                fields: {days: {type: count, optional: true}, met: {type: code, values: [Y, N]}}
                checks:
                  - {id: declared, when: days IS KNOWN, expect: '(met = "Y") = (days <= 15)'}
            scorecard: {id: n, value: COUNT(works), score: as-is}
            """)

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "works": "body,period,id,days,met\na,2024,r1,10,Y\na,2024,r2,20,Y\na,2024,r3,,Y\n"
                    + "a,2024,r4,16,N\na,2024,r5,2,N\n",
            ])

        let keys = made.findings().compactMap { $0.record }.map { made.evidence.tables[0].keys[$0] }
        #expect(keys == [["r2"], ["r5"]])
    }
}

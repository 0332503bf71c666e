import Arithmetic
import AssessmentSupport
import Scoring
import Testing

@Suite struct SubstituteTests {
    private func assess(_ rule: String, more: String = "", score: String = "as-is") throws
        -> Assessment
    {
        try Workbench.assess(
            Workbench.edition(
                """
                \(rule.contains("group") ? "peers: {by: group}" : "")
                inputs: {x: {type: percent, optional: true}, y: {type: flag, optional: true}}
                checks: [{id: use, expect: x > 0 OR y}]
                scorecard:
                  id: t
                  aggregate: {weighted-mean: {missing: refuse, excluded: refuse, not-applicable: redistribute}}
                  nodes:
                    - {id: n, weight: 1, value: x, missing: {rule: \(rule)}, score: \(score)\(more)}
                """, head: ["in-force": "{from: 2022-01-01}"]),
            [
                "bodies":
                    "id,kind,group\na,ministry,n\nb,ministry,n\nc,ministry,n\nd,ministry,s\ne,ministry,\n",
                "inputs": """
                body,period,x,y
                a,2021,10,true
                a,2022,,true
                a,2023,WH,true
                a,2024,,true
                b,2023,40,true
                b,2024,,true
                c,2022,60,false
                c,2023,,true
                c,2024,20,true
                d,2024,,true
                e,2024,,true

                """,
            ])
    }

    @Test func `the last known value is taken, as old as it may be`() throws {
        let made = try assess("{last: {at-most: 2}}")

        #expect(try made.result("n", "b", "2024") == "40 filled")
        #expect(try made.result("n", "c", "2023") == "60 filled")
        #expect(try made.result("n", "c", "2024") == "20")
        // Of 2021, which the edition does not score, and three periods before 2024.
        #expect(try made.result("n", "a", "2022") == "10 filled")
        #expect(try made.result("n", "a", "2023") == "excluded")
        #expect(try made.result("n", "a", "2024") == "missing")
        #expect(try assess("{last: {at-most: 3}}").result("n", "a", "2024") == "10 filled")
    }

    @Test func `a value of a time when the node did not apply is passed over`() throws {
        let made = try assess("{last: {at-most: 2}}", more: ", applies-when: y")

        #expect(try made.result("n", "b", "2024") == "40 filled")
        #expect(try made.result("n", "c", "2023") == "missing")
    }

    @Test func `the path goes on with the value`() throws {
        let made = try assess(
            "{last: {at-most: 2}}", more: ", corrections: [{penalty: 1}]",
            score: "{knots: [[0, 100], [50, 10]]}")

        #expect(try made.result("n", "b") == "27 filled")
        #expect(try made.bounds("n", "b") == "27 … 27")
        #expect(try made.result("t", "b") == "27")
        #expect(
            try made.columns[made.position("n")]?.value(at: made.unit("b"))?.description == "40")
        #expect(
            made.coverage(of: try made.position("t"), at: try made.unit("b"))?.description == "0")
    }

    @Test func `bounds stay those of a missing node while the value is open`() throws {
        let made = try assess(
            "{last: {at-most: 2}}, open: yes", score: "{knots: [[0, 100], [50, 0]]}")

        #expect(try made.result("n", "b") == "20 filled")
        #expect(try made.bounds("n", "b") == "0 … 100")
    }

    @Test func `known values of peers take the place`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                peers: {by: group}
                inputs: {x: {type: percent, optional: true}}
                scorecard:
                  id: t
                  aggregate: none
                  nodes:
                    - {id: mean, value: x, missing: {rule: group-mean}, score: as-is}
                    - {id: median, value: x, missing: {rule: group-median}, score: as-is}
                    - id: rank
                      value: x
                      missing: {rule: group-median}
                      score: {rank: {over: bodies, better: higher, ties: lowest}}
                """),
            [
                "bodies": "id,kind,group\n"
                    + "abcdef".map { "\($0),ministry,\($0 == "f" ? "s" : "n")\n" }.joined()
                    + "g,ministry,\n",
                "inputs": """
                body,period,x
                a,2024,10
                b,2024,20
                c,2024,60
                d,2024,
                e,2024,NA
                f,2024,
                g,2024,

                """,
            ])

        #expect(try made.result("mean", "d") == "30 filled")
        #expect(try made.result("median", "d") == "20 filled")
        #expect(try made.result("mean", "e") == "not-applicable")
        #expect(try ["f", "g"].map { try made.result("mean", $0) } == ["missing", "missing"])
        // 10, 20, 20, 60.
        #expect(
            try ["a", "b", "c", "d"].map { try made.result("rank", $0) }
                == ["1", "2", "4", "2 filled"])
        #expect(try made.bounds("mean", "a") == "none")
    }
}

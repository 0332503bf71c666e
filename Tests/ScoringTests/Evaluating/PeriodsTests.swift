import AssessmentSupport
import Evidence
import Scoring
import Testing

@Suite struct PeriodsTests {
    /// Ministry a has inputs in 2020, 2022 (x blank), 2023 and 2024; b in 2024 alone.
    private func assess(_ nodes: String, from: String = "2020-01-01") throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, optional: true}, y: {type: number}, on: {type: date}}
                parameters: {p: {unit: number, values: [{from: 2020-01-01, value: 5}, {from: 2024-01-01, value: 7}]}}
                tables:
                  works: {key: [id], fields: {cost: {type: number}, dear: {value: cost > y}}}
                checks: [{id: use, expect: x + y + p > COUNT(works WHERE dear) AND on IS KNOWN}]
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                \(nodes)
                """, head: ["in-force": "{from: \(from)}"]),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": """
                body,period,x,y,on
                a,2020,1,10,2020-05-01
                a,2022,,20,2022-05-01
                a,2023,3,30,2023-05-01
                a,2024,4,40,2024-05-01
                b,2024,4,40,2024-05-01
                b,2022,7,70,2022-05-01

                """,
                "works": """
                body,period,id,cost
                a,2022,1,5
                a,2022,2,50
                a,2023,1,31
                a,2024,1,39
                a,2024,2,41
                a,2024,3,42

                """,
            ])
    }

    private func value(
        _ formula: String, _ body: String = "a", _ period: String = "2024"
    ) throws -> String {
        try assess("    - {id: n, value: '\(formula)', score: as-is, max: 1000}")
            .result("n", body, period)
    }

    @Test(arguments: [
        ("PREVIOUS(y)", "30"), ("PREVIOUS(y, 2)", "20"), ("PREVIOUS(x + y)", "33"),
        ("PREVIOUS(x, 2)", "missing"), ("PREVIOUS(y, 3)", "missing"), ("PREVIOUS(y, 4)", "10"),
        ("PREVIOUS(PREVIOUS(y))", "20"), ("PREVIOUS(COUNT(works), 2)", "2"),
        ("PREVIOUS(p) + p", "12"), ("period - PREVIOUS(period)", "1"),
        ("IF(PREVIOUS(x, 2) IS KNOWN, 1, 0)", "0"), ("on - PREVIOUS(on)", "366"),
        ("COUNT(works WHERE cost > PREVIOUS(y))", "3"),
    ]) func `what was before is looked up`(formula: String, result: String) throws {
        #expect(try value(formula) == result)
    }

    @Test(arguments: [
        ("COUNT(PERIODS(works, 3))", "6"), ("COUNT(PERIODS(works, 2))", "4"),
        ("COUNT(PERIODS(works, 1))", "3"), ("COUNT(PERIODS(works, 4))", "missing"),
        ("COUNT(PERIODS(works, 3) WHERE cost > y)", "4"),
        ("COUNT(PERIODS(works, 3) WHERE dear)", "4"),
        ("SUM(PERIODS(works.cost, 3))", "208"), ("MIN(PERIODS(works.cost, 3))", "5"),
        ("MEDIAN(PERIODS(works.cost, 2))", "40"),
        ("AVERAGE(PERIODS(works.cost - y, 3) WHERE dear)", "8.5"),
        ("IF(ALL(PERIODS(works.cost, 2) > 30), 1, 0)", "1"),
        ("IF(ANY(PERIODS(works.cost, 3) < 10), 1, 0)", "1"),
        ("IF(ANY(PERIODS(works.cost, 2) < 10), 1, 0)", "0"),
    ]) func `records of several periods are looked at together`(
        formula: String, result: String
    ) throws {
        #expect(try value(formula) == result)
    }

    @Test(arguments: [
        ("SUM(PERIODS(y, 3))", "90"), ("MEDIAN(PERIODS(y, 3))", "30"),
        ("AVERAGE(PERIODS(x, 3))", "3.5"), ("MAX(PERIODS(y - x, 2))", "36"),
        ("COUNT(PERIODS(x, 3) >= 3)", "2"), ("COUNT(PERIODS(x, 3) < PERIODS(y, 3))", "2"),
        ("IF(ALL(PERIODS(y, 3) > 10), 1, 0)", "1"), ("IF(ANY(PERIODS(y, 3) > 40), 1, 0)", "0"),
        ("COUNT(PERIODS(COUNT(works), 3) >= 2)", "2"), ("SUM(PERIODS(y, 5))", "missing"),
        ("AVERAGE(PERIODS(SUM(works.cost), 2))", "76.5"), ("SUM(PERIODS(COUNT(works), 3))", "6"),
    ]) func `values of several periods stand side by side`(
        formula: String, result: String
    ) throws {
        #expect(try value(formula) == result)
    }

    @Test func `a period for which nothing was handed in is named`() throws {
        let made = try assess(
            """
                - {id: n, value: PREVIOUS(y), score: as-is}
                - {id: m, value: 'COUNT(PERIODS(works, 3))', score: as-is}
            """)

        #expect(try made.reason("n", "b") == .blank(.period(2023)))
        #expect(try made.reason("n", "a", "2022") == .blank(.period(2021)))
        #expect(try made.reason("m", "b") == .blank(.period(2023)))
        #expect(try made.result("m", "b", "2022") == "missing")
    }

    @Test func `scores are looked up in the periods that the edition scores`() throws {
        let made = try assess(
            """
                - {id: n, value: score(m) - PREVIOUS(score(m)), score: as-is}
                - {id: m, value: y + y, score: as-is}
            """, from: "2023-01-01")

        #expect(try made.result("n", "a", "2024") == "20")
        #expect(try made.reason("n", "a", "2023") == .blank(.unscored(2022)))
    }

    @Test func `other bodies are looked at in earlier periods`() throws {
        #expect(try value("PREVIOUS(SUM(y OVER bodies), 2)") == "90")
        #expect(try value("SUM(PREVIOUS(y, 2) OVER bodies)") == "90")
        #expect(try value("SUM(PREVIOUS(y) OVER bodies)") == "30")
    }

    @Test func `unchecked evidence of an earlier period speaks against the result`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}}
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - {id: one, value: PREVIOUS(x), score: as-is}
                    - {id: two, value: PREVIOUS(score(one)), score: as-is}
                    - {id: both, value: score(one) + PREVIOUS(x), score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": """
                body,period,x,status
                a,2022,1,reported
                a,2023,2,verified
                a,2024,3,verified

                """,
            ])
        func isUnverified(_ node: String, _ period: String) throws -> Bool {
            made.official(try made.position(node), at: try made.unit("a", period)).objections
                .contains(.unverified)
        }

        #expect(try isUnverified("one", "2023"))
        #expect(try !isUnverified("one", "2024"))
        #expect(try isUnverified("two", "2024"))
        #expect(try !isUnverified("both", "2024"))
    }
}

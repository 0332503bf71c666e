import Arithmetic
import AssessmentSupport
import Scoring
import Testing

@Suite struct DoubleTests {
    private func edition(_ rest: String) -> String {
        Workbench.edition(rest, head: ["arithmetic": "double", "scale": "{min: -1000, max: 1000}"])
    }

    private func result(_ formula: String, _ inputs: String...) throws -> String {
        let edition = edition(
            """
            inputs: {a: {type: number, optional: true}, b: {type: number, optional: true}}
            checks: [{id: used, expect: a = b}]
            scorecard: {id: n, value: '\(formula)', empty: missing, score: as-is}
            """)
        let (a, b) = (inputs.first ?? "", inputs.dropFirst().first ?? "")
        return try Workbench.assess(edition, inputs: "a=\(a)", "b=\(b)").result("n")
    }

    /// As Python prints them, kept with eighteen digits after the point.
    @Test(arguments: [
        ("a + b + a / b * 0", "0.1", "0.2", "0.300000000000000044"),
        ("1 / a * a", "49", "", "0.999999999999999889"),
        ("SQRT(a)", "2", "", "1.414213562373095145"),
        ("LN(a)", "10", "", "2.302585092994045901"),
        ("EXP(a) + 0 / b", "1", "5", "2.718281828459045091"),
        ("POWER(a, b)", "2", "0.5", "1.414213562373095145"),
        ("STDEV(a, b) + 0 / b", "1", "2", "0.707106781186547573"),
        ("STDEVP(a, b) + 0 / b", "1", "2", "0.5"),
    ])
    func `steps are counted with doubles`(
        formula: String, a: String, b: String, expected: String
    ) throws {
        #expect(try result(formula, a, b) == expected)
    }

    @Test func `the deviation of a list is that of its members`() throws {
        let edition = edition(
            """
            lists: {both: [a, b]}
            inputs: {"{x of both}": {type: number}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: sample, value: STDEV(both), score: as-is}
                - {id: population, value: STDEVP(both), score: as-is}
                - {id: periods, value: 'STDEVP(PERIODS(a, 1))', score: as-is}
            """)

        let made = try Workbench.assess(edition, inputs: "a=1", "b=2")

        #expect(try made.result("sample") == "0.707106781186547573")
        #expect(try made.result("population") == "0.5")
        #expect(try made.result("periods") == "0")
    }

    @Test(arguments: [
        ("SQRT(a)", "-1"), ("LN(a)", "0"), ("POWER(a, b)", "-1"), ("SQRT(a)", ""),
        ("STDEV(a, b) / 1", "1"), ("1 / SQRT(a)", "0"),
    ])
    func `what has no result is as empty says, or missing`(formula: String, a: String) throws {
        #expect(try result(formula, a, a == "-1" ? "0.5" : "") == "missing")
    }

    @Test func `a number that a function does not take is the reason`() throws {
        let edition = edition(
            """
            inputs: {a: {type: number}}
            scorecard: {id: n, value: LN(a), empty: excluded, score: as-is}
            """)
        let assessment = try Workbench.assess(edition, inputs: "a=-2.5")

        #expect(try assessment.result("n") == "excluded")
        guard case .outsideDomain(let fault)? = try assessment.reason("n") else {
            Issue.record("another reason")
            return
        }
        #expect(fault.function == .naturalLogarithm)
        #expect(fault.number?.description == "-2.5")
        #expect(fault.range == 3..<4)
    }

    @Test func `without empty it is an error with a place`() throws {
        // 10^-18 to the 20th is above zero, and too small for a double.
        let product = Array(repeating: "a", count: 20).joined(separator: " * ")
        let edition = edition(
            """
            inputs: {a: {type: number, min: 0.000000000000000001}}
            scorecard:
              id: n
              value: LN(\(product))
              score: as-is
            """)
        do {
            _ = try Workbench.assess(edition, inputs: "a=0.000000000000000001")
            Issue.record("it was assessed")
        } catch let refused as Workbench.Refused {
            #expect(
                refused.description
                    == "edition.yaml:14:13: error: \(product) is 0 for body a in 2024, and LN "
                    + "takes numbers above 0 (node n) — help: Add empty: to a node's value, or "
                    + "guard the function with IF")
        }
    }

    @Test func `deviations are taken over records and bodies in any order`() throws {
        let edition = edition(
            """
            tables: {works: {key: [id], fields: {cost: {type: number, optional: true}}}}
            inputs: {x: {type: number}}
            scorecard:
              id: t
              aggregate: none
              nodes:
                - {id: n, value: STDEV(works.cost), score: as-is}
                - {id: all, value: STDEVP(x OVER bodies), score: as-is}
                - {id: z, value: (x - AVERAGE(x OVER bodies)) / STDEV(x OVER bodies), empty: missing,
                   score: as-is}
            """)
        let numbers = ["2", "4", "4", "4", "5", "5", "7", "9"]
        for order in [numbers, numbers.reversed()] {
            let bodies = order.indices.map { "b\($0),ministry" }
            let works = order.enumerated().map { "b0,2024,w\($0),\($1)" } + ["b0,2024,wx,"]
            let assessment = try Workbench.assess(
                edition,
                [
                    "bodies": (["id,kind"] + bodies).joined(separator: "\n") + "\n",
                    "works": (["body,period,id,cost"] + works).joined(separator: "\n") + "\n",
                    "inputs": (["body,period,x"] + order.enumerated().map { "b\($0),2024,\($1)" })
                        .joined(separator: "\n") + "\n",
                ])

            #expect(try assessment.result("n", "b0") == "2.138089935299395172")
            #expect(try assessment.result("n", "b1") == "missing")
            #expect(try assessment.result("all", "b3") == "2")
            let nine = try #require(order.firstIndex(of: "9"))
            // (9 − 5) / 2.138089935299395
            #expect(try assessment.result("z", "b\(nine)") == "1.870828693386970665")
        }
    }

    @Test func `any edition can be computed with doubles, and one of doubles only so`() throws {
        let exact = Workbench.edition(
            """
            inputs: {a: {type: number, min: 1}}
            scorecard: {id: n, value: 1 / a * a, score: as-is}
            """)
        let double = exact.replacing("arithmetic: decimal", with: "arithmetic: double")
        for (edition, asked, expected) in [
            (exact, nil, "1"), (exact, .double, "0.999999999999999889"),
            (double, nil, "0.999999999999999889"), (double, .decimal, "0.999999999999999889"),
        ] as [(String, NumberKind?, String)] {
            var options = Assessment.Options()
            options.arithmetic = asked
            let assessment = try Workbench.assess(
                edition,
                ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,a\na,2024,49\n"],
                options: options)

            #expect(try assessment.result("n") == expected)
        }
    }

    @Test func `a name alone yields what it names, digit for digit`() throws {
        let edition = edition(
            """
            inputs: {a: {type: number}}
            tables: {works: {key: [id], fields: {cost: {type: number}, own: {value: cost}}}}
            scorecard:
              id: t
              aggregate: none
              nodes:
                - {id: n, value: a, score: as-is}
                - {id: m, value: score(n), score: as-is}
                - {id: sum, value: SUM(works.cost) + SUM(works.own) * 0, score: as-is}
            """)
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,a\na,2024,0.1\n",
                "works": "body,period,id,cost\na,2024,x,0.1\na,2024,y,0.2\n",
            ])

        #expect(try assessment.result("n") == "0.1")
        #expect(try assessment.result("m") == "0.1")
        // 0.1 + 0.2 is exactly 0.3, whose nearest double is 0.299999999999999988897…
        #expect(try assessment.result("sum") == "0.299999999999999989")
    }

    @Test func `a score is rounded to the nearest candidate`() throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: number}}
            scorecard: {id: n, value: a, score: as-is}
            """,
            head: [
                "arithmetic": "double",
                "rounding": "{mode: nearest-candidate, digits: 1, at: [indicator]}",
            ])

        // As R prints them.
        #expect(try Workbench.assess(edition, inputs: "a=0.15").result("n") == "0.1")
        #expect(try Workbench.assess(edition, inputs: "a=0.65").result("n") == "0.7")
        #expect(try Workbench.assess(edition, inputs: "a=2.25").result("n") == "2.2")
    }
}

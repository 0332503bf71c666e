import AssessmentSupport
import Diagnostics
import Domain
import Scoring
import Testing

/// Goalposts, target ranges and distances: straight lines between named values.
@Suite struct LineTests {
    private func score(
        _ rule: String, _ value: String, _ more: String = "", inputs: String = ""
    ) throws -> String {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number}\(inputs)}
            scorecard: {id: n, value: x, score: \(rule)\(more)}
            """)
        return try Workbench.assess(edition, inputs: "x=\(value)").result("n")
    }

    /// Criteria of the SIGMA monitoring framework 2023/24 (portal, sub-indicators 2472, 2473,
    /// 2467): least value, value of full points, maximum.
    @Test(arguments: [
        ("20", "100", "3", "10", "0"), ("20", "100", "3", "20", "0"),
        ("20", "100", "3", "60", "1.5"), ("20", "100", "3", "76", "2.1"),
        ("20", "100", "3", "100", "3"), ("2", "4", "2", "1.9", "0"),
        ("2", "4", "2", "3", "1"), ("2", "4", "2", "4.2", "2"), ("0", "100", "2", "50", "1"),
        ("0", "15", "1", "6", "0.4"), ("0", "15", "1", "15", "1"),
    ])
    func `points between published goalposts lie on a straight line`(
        worst: String, best: String, points: String, value: String, expected: String
    ) throws {
        let rule = "{goalposts: {worst: \(worst), best: \(best)}}"

        #expect(try score(rule, value, ", max: \(points)") == expected)
    }

    @Test(arguments: [
        ("25", "0"), ("20", "0"), ("15", "50"), ("12.5", "75"), ("10", "100"), ("8", "100"),
    ])
    func `less is better where the worst value is the greater one`(
        value: String, expected: String
    ) throws {
        #expect(try score("{goalposts: {worst: 20, best: 10}}", value) == expected)
    }

    @Test(arguments: [("0", "30"), ("50", "55"), ("100", "80"), ("120", "80")])
    func `goalposts may earn a part of the scale`(value: String, expected: String) throws {
        let rule = "{goalposts: {worst: 0, best: 100, to: {min: 30, max: 80}}}"

        #expect(try score(rule, value) == expected)
    }

    // Up 100 points over 20, level over 20, down 100 points over 30.
    @Test(arguments: [
        ("10", "0"), ("20", "0"), ("25", "25"), ("40", "100"), ("50", "100"), ("60", "100"),
        ("75", "50"), ("90", "0"), ("95", "0"),
    ])
    func `neither too little nor too much earns the most`(value: String, expected: String) throws {
        #expect(try score("{target-range: {full: [40, 60], zero: [20, 90]}}", value) == expected)
    }

    @Test func `a target range may have one best value`() throws {
        let rule = "{target-range: {full: [50, 50], zero: [0, 100]}}"

        #expect(try score(rule, "50") == "100")
        #expect(try score(rule, "75") == "50")
    }

    @Test(arguments: [
        ("25", "0"), ("37.5", "50"), ("50", "100"), ("75", "50"), ("100", "0"), ("-5", "0"),
    ])
    func `a distance counts on both sides, each with its own slope`(
        value: String, expected: String
    ) throws {
        #expect(try score("{distance: {to: 50, below: 25, above: 50}}", value) == expected)
    }

    @Test func `a side that is left out costs nothing`() throws {
        #expect(try score("{distance: {to: 50, below: 25}}", "80") == "100")
        #expect(try score("{distance: {to: 50, above: 25}}", "10") == "100")
        #expect(try score("{distance: {to: 50, above: 25}}", "70") == "20")
    }

    private static let dated = Workbench.edition(
        """
        inputs: {x: {type: percent}, own: {type: percent, optional: true}}
        parameters:
          floor: {value: 20, unit: percent}
          goal: {unit: percent, values: [{from: 2020-01-01, value: 60}, {from: 2025-01-01, value: 100}]}
        scorecard:
          id: all
          aggregate: none
          nodes:
            - {id: posts, value: x, score: {goalposts: {worst: floor, best: goal}}}
            - {id: near, value: x, score: {distance: {to: own, below: 100 - own + 1}}}
            - {id: filled, value: x, score: {goalposts: {worst: own, best: 100}}, missing: {rule: zero}}
            - id: mean
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              score: {goalposts: {worst: own, best: 100}}
              nodes: [{id: part, value: x, score: as-is, weight: 1}]
        """)

    private func assess(_ rows: String) throws -> Assessment {
        try Workbench.assess(
            Self.dated,
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,x,own\n\(rows)\n"])
    }

    @Test func `goalposts may change with time and differ between bodies`() throws {
        let made = try assess("a,2024,40,40\na,2025,40,20")

        // (40 - 20) / (60 - 20), and (40 - 20) / (100 - 20).
        #expect(try made.result("posts") == "50")
        #expect(try made.result("posts", "a", "2025") == "25")
        // 20 above what is best costs nothing.
        #expect(try made.result("near", "a", "2025") == "100")
        #expect(try made.result("mean", "a", "2025") == "25")
    }

    @Test func `a blank that the value is measured against counts like one in the value`() throws {
        let made = try assess("a,2024,40,\na,2025,40,WH")

        #expect(try made.result("near") == "missing")
        #expect(try made.reason("near") == .blank(.input(1)))
        #expect(try made.bounds("near") == "0 … 100")
        #expect(try made.result("filled") == "0 filled")
        #expect(try made.result("filled", "a", "2025") == "excluded")
        #expect(try made.result("mean", "a", "2025") == "excluded")
        #expect(try made.bounds("mean", "a", "2025") == "0 … 100")
    }

    @Test func `goalposts that meet for a body stop the assessment with their place`() throws {
        #expect {
            _ = try assess("a,2024,40,100")
        } throws: { error in
            let refused = error as? Workbench.Refused
            return refused?.diagnostics.first?.code == "score.edges"
                && refused?.diagnostics.first?.what
                    == "the values of goalposts are out of order for body a in 2024: "
                    + "worst 100, best 100"
        }
    }

    // The double nearest to 21.2 ends in …199999999999999289457264 after the point.
    @Test func `a value at a knot earns what is written there, in doubles too`() throws {
        let rule = "{knots: [[0, 89.4], [5, 21.2], [42, 67.1]]}"
        let edition = Workbench.edition(
            "inputs: {x: {type: number}}\nscorecard: {id: n, value: x, score: \(rule)}"
        ).replacing("arithmetic: decimal", with: "arithmetic: double")

        #expect(edition.contains("arithmetic: double"))
        #expect(try Workbench.assess(edition, inputs: "x=5").result("n") == "21.2")
    }

    @Test func `of several blanks a rule measures against the gravest decides`() throws {
        let edition = Workbench.edition(
            """
            inputs:
              x: {type: number}
              a: {type: number, optional: true}
              b: {type: number, optional: true}
            scorecard: {id: n, value: x, score: {goalposts: {worst: a, best: b}}}
            """)

        let unknown = try Workbench.assess(edition, inputs: "x=4", "a=WH", "b=")
        let withheld = try Workbench.assess(edition, inputs: "x=4", "a=NA", "b=WH")

        #expect(try unknown.result("n") == "missing")
        #expect(try withheld.result("n") == "excluded")
    }

    @Test func `bounds look at the best value within them`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, y: {type: percent, optional: true}, best: {type: percent}}
            scorecard:
              id: n
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              score: {distance: {to: best, below: 50, above: 50}}
              nodes:
                - {id: a, value: x, score: as-is, weight: 1}
                - {id: b, value: y, score: as-is, weight: 1}
            """)

        let made = try Workbench.assess(edition, inputs: "x=60", "y=", "best=40")

        // The mean lies between 30 and 80: 20 % from the best below, 80 % above.
        #expect(try made.result("n") == "missing")
        #expect(try made.bounds("n") == "20 … 100")
    }

    @Test func `the best of all bodies may be what a distance is measured to`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}}
                scorecard: {id: n, value: x, score: {distance: {to: MAX(x OVER bodies), below: 50}}}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": "body,period,x\na,2024,80\nb,2024,40\n",
            ])

        // 40 lies 40 of 50 below the best.
        #expect(try made.result("n") == "100")
        #expect(try made.result("n", "b") == "20")
        #expect(try made.bounds("n", "b") == "none")
    }

    @Test func `nodes that are measured against one another are a ring`() {
        #expect {
            _ = try Workbench.plan(
                Workbench.edition(
                    """
                    inputs: {x: {type: percent, min: 1}}
                    scorecard:
                      id: all
                      aggregate: none
                      nodes:
                        - {id: a, value: x, score: {goalposts: {worst: 0, best: score(b)}}}
                        - id: b
                          min: 1
                          value: x
                          score: {distance: {to: score(a), below: 10}}
                    """))
        } throws: { error in
            let refused = error as? Workbench.Refused
            return refused?.diagnostics.map(\.code) == ["node.cycle"]
        }
    }
}

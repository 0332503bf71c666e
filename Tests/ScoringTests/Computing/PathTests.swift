import Arithmetic
import AssessmentSupport
import Diagnostics
import Methodology
import Scoring
import Testing

@Suite struct PathTests {
    private func leaf(_ keys: String, inputs: String = "x: {type: percent, optional: true}")
        -> String
    {
        Workbench.edition(
            """
            inputs:
              \(inputs)
            scorecard:
              id: n
            \(keys.split(separator: "\n").map { "  \($0)\n" }.joined())
            """)
    }

    @Test func `silence earns nothing where less is better`() throws {
        let edition = leaf(
            """
            value: x
            missing: {rule: zero}
            score: {knots: [[0, 100], [50, 0]]}
            """)

        #expect(try Workbench.assess(edition, inputs: "x=").result("n") == "0 filled")
        #expect(try Workbench.assess(edition, inputs: "x=0").result("n") == "100")
    }

    @Test(arguments: [
        ("worst", "20 filled"), ("{score: 35.5}", "35.5 filled"), ("zero", "0 filled"),
    ])
    func `a missing rule sets the score it names`(rule: String, expected: String) throws {
        let least = rule == "zero" ? "0" : "20"
        let edition = leaf(
            "value: x\nmin: \(least)\nmissing: {rule: \(rule)}\nscore: {as-is: {floor: \(least)}}")

        let made = try Workbench.assess(edition, inputs: "x=")

        #expect(try made.result("n") == expected)
        #expect(try made.bounds("n") == expected.dropLast(7) + " … " + expected.dropLast(7))
    }

    @Test func `a filled score that is still open keeps its bounds`() throws {
        let edition = leaf("value: x\nmissing: {rule: zero, open: yes}\nscore: as-is")

        let made = try Workbench.assess(edition, inputs: "x=")

        #expect(try made.result("n") == "0 filled")
        #expect(try made.bounds("n") == "0 … 100")
    }

    @Test func `the open bounds of a filled mean go through its score rule`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, y: {type: percent, optional: true}}
            scorecard:
              id: n
              aggregate:
                weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
              missing: {rule: zero, open: yes}
              score: {knots: [[0, 100], [100, 0]]}
              nodes:
                - {id: a, value: x, score: as-is, weight: 50 %}
                - {id: b, value: y, score: as-is, weight: 50 %}
            """)

        let made = try Workbench.assess(edition, inputs: "x=60", "y=")

        // The mean lies between 30 and 80, and less is better.
        #expect(try made.result("n") == "0 filled")
        #expect(try made.bounds("n") == "20 … 70")
    }

    @Test func `neither withheld nor not applicable is filled`() throws {
        let edition = leaf("value: x\nmissing: {rule: zero}\nscore: as-is")

        #expect(try Workbench.assess(edition, inputs: "x=WH").result("n") == "excluded")
        #expect(try Workbench.assess(edition, inputs: "x=NA").result("n") == "not-applicable")
        #expect(try Workbench.assess(edition, inputs: "x=NA").bounds("n") == "none")
    }

    @Test func `no missing rule reaches a node that may not apply`() throws {
        let edition = leaf(
            "applies-when: y >= 20\nvalue: x\nmissing: {rule: zero}\nscore: as-is",
            inputs: "{x: {type: percent, optional: true}, y: {type: count, optional: true}}"
                .trimmingBraces)

        let unknown = try Workbench.assess(edition, inputs: "x=", "y=")
        let no = try Workbench.assess(edition, inputs: "x=", "y=19")
        let yes = try Workbench.assess(edition, inputs: "x=", "y=20")

        #expect(try unknown.result("n") == "missing")
        #expect(try unknown.reason("n") == .applicabilityUnknown(.input(1)))
        #expect(try unknown.bounds("n") == "0 … 100")
        #expect(try no.result("n") == "not-applicable")
        #expect(try no.reason("n") == .doesNotApply)
        #expect(try yes.result("n") == "0 filled")
    }

    @Test(arguments: [
        ("not-applicable", "not-applicable"), ("missing", "missing"), ("excluded", "excluded"),
    ])
    func `an empty denominator yields what the rule says`(rule: String, state: String) throws {
        let edition = leaf(
            "value: x / y * 100\nempty: \(rule)\nscore: as-is",
            inputs: "{x: {type: count}, y: {type: count}}".trimmingBraces)

        let empty = try Workbench.assess(edition, inputs: "x=0", "y=0")

        #expect(try empty.result("n") == state)
        #expect(try empty.reason("n") == .emptyDenominator(4..<5))
        #expect(
            try Workbench.assess(edition, inputs: "x=1", "y=3").result("n")
                == "33.333333333333333333")
    }

    private func ofRecords(_ value: String, _ rows: [String]) throws -> Assessment {
        let edition = Workbench.edition(
            """
            tables:
              works:
                key: [id]
                fields:
                  n: {type: count}
                  m: {type: count}
                  rate: {type: share, value: n / m}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: refuse, missing: refuse}}
              nodes:
                - {id: n, weight: 1, value: '\(value)', empty: not-applicable, score: as-is}
                - {id: all, weight: 1, value: COUNT(works), score: as-is}
            """)
        return try Workbench.assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "works": "body,period,id,n,m\n" + rows.joined()])
    }

    @Test(arguments: [
        "COUNT(works WHERE n / m >= 50 %) / COUNT(works) * 100", "AVERAGE(works.rate) * 100",
        "COUNT(works WHERE rate >= 50 %) / COUNT(works) * 100",
    ])
    func `an empty denominator within the records is one of the value`(value: String) throws {
        let sound = try ofRecords(value, ["a,2024,1,1,2\n", "a,2024,2,2,2\n"])
        let empty = try ofRecords(value, ["a,2024,1,1,2\n", "a,2024,2,0,0\n"])

        #expect(try sound.result("n") != "not-applicable")
        #expect(try empty.result("n") == "not-applicable")
    }

    @Test func `a denominator is empty whether or not what stands above it is known`() throws {
        let edition = leaf(
            "value: x / y * 100\nempty: not-applicable\nscore: as-is",
            inputs: "{x: {type: count, optional: true}, y: {type: count}}".trimmingBraces)

        #expect(try Workbench.assess(edition, inputs: "x=", "y=0").result("n") == "not-applicable")
        #expect(try Workbench.assess(edition, inputs: "x=", "y=1").result("n") == "missing")
    }

    @Test func `a record whose computed field fails stops only who asks for it`() throws {
        let made = try ofRecords(
            "AVERAGE(works.rate) * 100", ["a,2019,1,1,0\n", "a,2024,1,1,2\n"])

        #expect(try made.result("n") == "50")
        #expect(try made.result("all") == "1")
    }

    @Test(arguments: [
        ("half-up", "70"), ("half-even", "70"), ("half-down", "69.99"), ("up", "70"),
        ("down", "69.99"),
    ])
    func `69.995 falls into the band that the declared mode decides`(mode: String, figure: String)
        throws
    {
        let bands = """
            bands:
              nodes: [n]
              figures: FIGURES
              list: [{id: good, from: 70}, {id: fair, below: 70}]
            """
        let leaf = "scorecard: {id: n, value: x, score: as-is ROUND}\n"
        func band(_ round: String, _ figures: String) throws -> String? {
            let edition = Workbench.edition(
                "inputs: {x: {type: percent}}\n" + leaf.replacing("ROUND", with: round)
                    + bands.replacing("FIGURES", with: figures))
            return try Workbench.assess(edition, inputs: "x=69.995").band(of: 0, at: 0)?.id
        }
        let expected = figure == "70" ? "good" : "fair"

        #expect(try band("", "unrounded") == "fair")
        #expect(try band("", "{mode: \(mode), digits: 2}") == expected)
        #expect(try band(", round: {mode: \(mode), digits: 2}", "unrounded") == expected)
        #expect(
            try Workbench.assess(
                Workbench.edition(
                    "inputs: {x: {type: percent}}\n"
                        + leaf.replacing("ROUND", with: ", round: {mode: \(mode), digits: 2}")),
                inputs: "x=69.995"
            ).result("n") == figure)
    }

    @Test func `knots are straight lines and level outside`() throws {
        let edition = leaf("value: x\nscore: {knots: [[10, 100], [15, 70], [20, 0]]}")
        let expected = [
            "0": "100", "10": "100", "12.5": "85", "15": "70", "17.5": "35", "20": "0", "99": "0",
        ]

        for (value, score) in expected {
            #expect(try Workbench.assess(edition, inputs: "x=\(value)").result("n") == score)
        }
    }

    @Test func `points tables take the row whose lower edge was reached`() throws {
        let edition = leaf(
            """
            value: x
            score: {points: [{below: 80, points: 0}, {from: 80, below: 95, points: 60}, {from: 95, points: 100}]}
            """)
        let expected = ["0": "0", "79.999": "0", "80": "60", "94.99": "60", "95": "100"]

        for (value, score) in expected {
            #expect(try Workbench.assess(edition, inputs: "x=\(value)").result("n") == score)
        }
    }

    @Test func `a score outside the scale is an error with its place`() throws {
        let edition = leaf("value: x\nscore: as-is", inputs: "x: {type: number}")

        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(edition, inputs: "x=100.5")
        }

        #expect(
            refused?.description
                == "edition.yaml:14:3: error: the score is 100.5 for body a in 2024, outside the "
                + "scale 0 … 100 (node n) — help: Hold it with floor and cap, or mend the figure "
                + "behind it")
    }

    @Test func `the faults of all nodes are told, and those that rest on them are left alone`()
        throws
    {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number}, y: {type: number}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              nodes:
                - {id: na, weight: 1, value: x, score: as-is}
                - {id: nb, weight: 1, value: y, score: as-is}
                - {id: nc, weight: 1, value: score(na), score: as-is}
            """)

        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(edition, inputs: "x=101", "y=-1")
        }

        #expect(refused?.diagnostics.map(\.node) == ["na", "nb"])
    }

    @Test func `floor and cap hold a value on the scale`() throws {
        let edition = leaf(
            "value: x\nscore: {as-is: {floor: 0, cap: 100}}", inputs: "x: {type: number}")

        #expect(try Workbench.assess(edition, inputs: "x=100.5").result("n") == "100")
        #expect(try Workbench.assess(edition, inputs: "x=-3").result("n") == "0")
    }

    @Test func `indicators that were not counted widen the bounds as in Kazakhstan in 2022`() throws
    {
        // 302 achieved, 35 partly, 5 not, 88 not counted of 430; half credit for partly achieved.
        let edition = leaf(
            """
            value: (achieved + half * partly) / (achieved + partly + failed) * 100
            empty: missing
            score: as-is
            bounds: {unknown: open, of: achieved + partly + failed + open}
            round: {mode: half-up, digits: 2}
            """,
            inputs: """
                achieved: {type: count}
                  partly: {type: count}
                  failed: {type: count}
                  open: {type: count}
                parameters: {half: {value: 0.5, unit: number, assumed: true}}
                """)

        let made = try Workbench.assess(
            edition, inputs: "achieved=302", "partly=35", "failed=5", "open=88")

        #expect(try made.result("n") == "93.42")
        #expect(try made.bounds("n") == "74.3 … 94.77")
    }

    @Test func `where all units are unknown the value lies between 0 and 100`() throws {
        let edition = leaf(
            """
            value: x
            max: 1
            score: {knots: [[0, 0], [100, 1]]}
            bounds: {unknown: open, of: all_units}
            """,
            inputs: """
                x: {type: percent}
                  open: {type: count}
                  all_units: {type: count}
                """)

        let made = try Workbench.assess(edition, inputs: "x=50", "open=10", "all_units=10")

        #expect(try made.bounds("n") == "0 … 1")
    }

    @Test func `a step that overflows 128 bits is done again without limit`() throws {
        let edition = leaf(
            "value: x * x * x * x / (y * y * y * y) * 100\nempty: missing\nscore: as-is",
            inputs: "{x: {type: number}, y: {type: number}}".trimmingBraces)

        let made = try Workbench.assess(
            edition, inputs: "x=12345678901.123456789", "y=24691357802.246913578")

        #expect(try made.result("n") == "6.25")
    }

    @Test func `a result of 10^20 is an error with the part of the formula`() throws {
        let edition = leaf(
            "value: x * x\nscore: {as-is: {cap: 100}}", inputs: "x: {type: number}")

        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(edition, inputs: "x=10000000000")
        }

        #expect(refused?.diagnostics.map(\.code) == ["value.too-large"])
        #expect(refused?.diagnostics.first?.place?.line == 15)
    }

    @Test func `the value is the fraction rounded once at the end of its step`() throws {
        let edition = leaf(
            "value: x / y * y\nempty: missing\nscore: as-is",
            inputs: "{x: {type: number}, y: {type: number}}".trimmingBraces)

        #expect(try Workbench.assess(edition, inputs: "x=10", "y=3").result("n") == "10")
    }
}

extension String {
    /// `{a: 1, b: 2}` as two lines of a mapping that is indented by two.
    fileprivate var trimmingBraces: String {
        dropFirst().dropLast().replacing("}, ", with: "}\n  ").description
    }
}

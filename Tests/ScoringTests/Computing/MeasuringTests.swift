import AssessmentSupport
import Scoring
import TestSupport
import Testing

/// Score rules that measure by the best value, by a body's or by a target.
@Suite struct MeasuringTests {
    /// Bodies b0, b1 … in two groups in turn, with these values.
    private func assess(
        _ rule: String, _ values: [String], more: String = "", top: String = "",
        arithmetic: String = "decimal"
    ) throws -> Assessment {
        let ids = values.indices
        let peers = rule.contains("peers") ? "peers: {by: group}" : ""
        return try Workbench.assess(
            Workbench.edition(
                """
                \(peers)
                \(top)
                inputs: {x: {type: number, optional: true}}
                scorecard: {id: n, value: x, score: {\(rule)}\(more)}
                """,
                head: [
                    "arithmetic": arithmetic, "scale": "{min: -1000, max: 1000}",
                    "status": top.contains("unknown") ? "incomplete" : "proposed",
                ]),
            [
                "bodies": "id,kind,group\n"
                    + ids.map { "b\($0),ministry,g\($0 % 2)\n" }.joined(),
                "inputs": "body,period,x\n" + ids.map { "b\($0),2024,\(values[$0])\n" }.joined(),
            ])
    }

    private func scores(
        _ rule: String, _ values: [String], more: String = "", top: String = "",
        arithmetic: String = "decimal"
    ) throws -> [String] {
        let made = try assess(rule, values, more: more, top: top, arithmetic: arithmetic)
        return try values.indices.map { try made.result("n", "b\($0)") }
    }

    @Test(arguments: ["decimal", "double"])
    func `a fraction of the greatest is the value over it`(arithmetic: String) throws {
        let rule = "fraction-of-max: {over: bodies, to: {min: 0, max: 1}, better"

        #expect(
            try scores("\(rule): higher}", ["2", "8", "", "-4"], arithmetic: arithmetic)
                == ["0.25", "1", "missing", "-0.5"])
        // −x over the greatest −x: 2 is the best.
        #expect(
            try scores("\(rule): lower}", ["2", "8", "5"], arithmetic: arithmetic)
                == ["1", "4", "2.5"])
        #expect(
            try scores(
                "\(rule): lower, floor: 1, cap: 3}", ["2", "8", "5"], arithmetic: arithmetic)
                == ["1", "3", "2.5"])
        #expect(
            try scores(
                "fraction-of-max: {over: bodies, better: higher, to: {min: 20, max: 100}}",
                ["2", "8", "0"], arithmetic: arithmetic) == ["40", "100", "20"])
    }

    @Test func `a third stays a third in decimals`() throws {
        let rule = "fraction-of-max: {over: bodies, better: higher, to: {min: 0, max: 1}}"

        #expect(try scores(rule, ["1", "3"]) == ["0.333333333333333333", "1"])
    }

    @Test(arguments: ["decimal", "double"])
    func `the reference body has the greatest score, and others more`(arithmetic: String) throws {
        let rule = "distance-to-reference: {over: bodies, body: b1, to: {min: 0, max: 100}, better"

        // (x − 2) / (6 − 2)
        #expect(
            try scores("\(rule): higher}", ["2", "6", "12", ""], arithmetic: arithmetic)
                == ["0", "100", "250", "missing"])
        // (12 − x) / (12 − 6)
        #expect(
            try scores("\(rule): lower, cap: 150}", ["2", "6", "12", "9"], arithmetic: arithmetic)
                == ["150", "100", "0", "50"])
    }

    @Test(arguments: ["decimal", "double"])
    func `a target is a number, a parameter or a function over bodies`(arithmetic: String) throws {
        let rule = "distance-to-target: {over: bodies, better: higher, to: {min: 0, max: 1}, target"
        let values = ["10", "20", "40", "50"]

        #expect(
            try scores("\(rule): 30}", values, arithmetic: arithmetic) == ["0", "0.5", "1.5", "2"])
        #expect(
            try scores(
                "\(rule): goal}", values,
                top: "parameters: {goal: {value: 50, unit: number, from: 2020-01-01}}",
                arithmetic: arithmetic) == ["0", "0.25", "0.75", "1"])
        #expect(
            try scores("\(rule): AVERAGE(x OVER bodies)}", values, arithmetic: arithmetic)
                == ["0", "0.5", "1.5", "2"])
        // 10 and 40 among themselves, 20 and 50 among themselves.
        #expect(
            try scores(
                "distance-to-target: {over: peers, better: lower, to: {min: 0, max: 1}, "
                    + "target: MIN(x OVER peers)}", values, arithmetic: arithmetic)
                == ["1", "1", "0", "0"])
    }

    @Test func `a divisor of zero leaves everybody missing, whatever is filled`() throws {
        let rules = [
            "fraction-of-max: {over: bodies, better: higher, to: {min: 0, max: 1}}",
            "distance-to-reference: {over: bodies, better: higher, body: b1, to: {min: 0, max: 1}}",
            "distance-to-target: {over: bodies, better: higher, target: -5, to: {min: 0, max: 1}}",
        ]
        for rule in rules {
            let made = try assess(rule, ["0", "-5", "-3", ""], more: ", missing: {rule: zero}")

            #expect(
                try ["b0", "b1", "b2", "b3"].map { try made.result("n", $0) }
                    == ["missing", "missing", "missing", "0 filled"], "\(rule)")
            #expect(try made.reason("n", "b0") == .divisor, "\(rule)")
            #expect(try made.bounds("n", "b0") == "none")
        }
    }

    @Test func `where all values are the same there is no way to a reference`() throws {
        let rule = "distance-to-reference: {over: bodies, better: higher, body: b0, to: scale}"

        #expect(try assess(rule, ["5", "5"]).reason("n", "b1") == .divisor)
        #expect(
            try scores(
                "fraction-of-max: {over: bodies, better: higher, to: {min: 0, max: 1}}", ["5", "5"])
                == ["1", "1"])
    }

    @Test func `a target that even the worst has passed earns nobody a score`() throws {
        let rule = "distance-to-target: {over: bodies, to: {min: 0, max: 1}, target"

        #expect(try assess("\(rule): 4, better: higher}", ["5", "6"]).reason("n", "b1") == .passed)
        #expect(try assess("\(rule): 7, better: lower}", ["5", "6"]).reason("n", "b1") == .passed)
        // The reference stands in the other group, and is worse than the worst here.
        let reference = "distance-to-reference: {over: peers, better: higher, body: b0, to: scale}"
        let made = try assess(reference, ["1", "5", "3", "9"])
        #expect(try made.reason("n", "b1") == .passed)
        #expect(try made.result("n", "b2") == "missing")
    }

    @Test func `without a value of the reference body there is none of anybody`() throws {
        let rule = "distance-to-reference: {over: bodies, better: higher, to: scale, body"
        let made = try assess("\(rule): b1}", ["5", "", "6"])
        let unit = try made.unit("b1")

        #expect(try made.reason("n", "b0") == .reference(unit))
        #expect(try made.result("n", "b1") == "missing")
        #expect(try assess("\(rule): b9}", ["5"]).reason("n", "b0") == .reference(nil))
    }

    @Test func `a target that is not known counts like a value that is not known`() throws {
        let rule = "distance-to-target: {over: bodies, better: higher, target: goal, to: scale}"
        let top = "parameters: {goal: {value: unknown, unit: number, from: 2020-01-01}}"

        #expect(
            try scores(rule, ["5", ""], more: ", missing: {rule: zero}", top: top)
                == ["0 filled", "0 filled"])
        #expect(try assess(rule, ["5"], top: top).reason("n", "b0") == .blank(.parameter(0)))
    }

    @Test func `an inner node can be measured by a target`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}}
                scorecard:
                  id: t
                  aggregate: {max: {not-applicable: zero, missing: refuse, excluded: zero}}
                  score: {distance-to-target: {over: bodies, target: 60, to: scale, cap: 100}}
                  nodes:
                    - {id: a, value: x, score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\n",
                "inputs": "body,period,x\na,2024,10\nb,2024,20\nc,2024,90\n",
            ])

        #expect(try ["a", "b", "c"].map { try made.result("t", $0) } == ["0", "20", "100"])
    }
}

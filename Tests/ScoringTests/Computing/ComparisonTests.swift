import AssessmentSupport
import Scoring
import TestSupport
import Testing

@Suite struct ComparisonTests {
    /// Bodies b0, b1 … of these kinds in turn, with these values.
    private func assess(
        _ rule: String, _ values: [String], kinds: [String] = ["ministry"], more: String = "",
        peers: String = "", arithmetic: String = "decimal"
    ) throws -> Assessment {
        let ids = values.indices
        return try Workbench.assess(
            Workbench.edition(
                """
                \(peers)
                inputs: {x: {type: number, optional: true}}
                scorecard: {id: n, value: x, score: {\(rule)}\(more)}
                """, head: ["arithmetic": arithmetic]),
            [
                "bodies": "id,kind\n" + ids.map { "b\($0),\(kinds[$0 % kinds.count])\n" }.joined(),
                "inputs": "body,period,x\n" + ids.map { "b\($0),2024,\(values[$0])\n" }.joined(),
            ])
    }

    private func scores(
        _ rule: String, _ values: [String], kinds: [String] = ["ministry"], more: String = "",
        peers: String = ""
    ) throws -> [String] {
        let made = try assess(rule, values, kinds: kinds, more: more, peers: peers)
        return try values.indices.map { try made.result("n", "b\($0)") }
    }

    @Test func `min-max lies between the worst and the best of all`() throws {
        let values = ["20", "10", "", "50"]

        #expect(
            try scores(
                "min-max: {over: bodies, better: higher, constant: missing, to: scale}", values)
                == ["25", "0", "missing", "100"])
        #expect(
            try scores(
                "min-max: {over: bodies, better: lower, constant: missing, to: {min: 1, max: 81}}",
                values) == ["61", "81", "missing", "1"])
        #expect(
            try scores(
                "min-max: {over: bodies, better: higher, constant: missing, to: scale}",
                ["1", "2", "4"])
                == ["0", "33.333333333333333333", "100"])
    }

    @Test(arguments: [
        ("lowest", ["1", "2", "2", "4"]), ("highest", ["1", "3", "3", "4"]),
        ("mean", ["1", "2.5", "2.5", "4"]),
    ]) func `the worst has rank 1, and ties share one`(ties: String, ranks: [String]) throws {
        let rule = "over: bodies, ties: \(ties), better"

        #expect(try scores("rank: {\(rule): higher}", ["5", "7", "7", "9"]) == ranks)
        #expect(try scores("rank: {\(rule): lower}", ["9", "7", "7", "5"]) == ranks)
        let borda = ["lowest": ["0", "1", "1", "3"], "highest": ["0", "2", "2", "3"]]
        #expect(
            try scores("borda: {\(rule): higher}", ["5", "7", "7", "9"])
                == borda[ties] ?? ["0", "1.5", "1.5", "3"])
    }

    @Test func `percentile ranks lie between the first and the last`() throws {
        let rule =
            "percentile-rank: {over: bodies, ties: lowest, constant: worst, to: scale, better"

        #expect(
            try scores("\(rule): higher}", ["3", "1", "3", "9", "4"]) == [
                "25", "0", "25", "100", "75",
            ])
        #expect(
            try scores("\(rule): lower}", ["3", "1", "3", "9", "4"]) == [
                "50", "100", "50", "0", "25",
            ])
    }

    @Test(arguments: [
        ("missing", "missing"), ("worst", "1"), ("best", "100"), ("middle", "50.5"),
    ]) func `what a constant column means is said`(constant: String, score: String) throws {
        for rule in ["min-max: {", "percentile-rank: {ties: mean, "] {
            let rule = rule + "over: bodies, better: higher, to: {min: 1, max: 100}, constant"

            #expect(try scores("\(rule): \(constant)}", ["5", "5"]) == [score, score])
            #expect(try scores("\(rule): \(constant)}", ["5"]) == [score])
        }
    }

    @Test func `a body alone is told apart from bodies that are alike`() throws {
        let rule = "min-max: {over: bodies, better: higher, constant: missing, to: scale}"

        #expect(try assess(rule, ["5"]).reason("n", "b0") == .constant(bodies: 1))
        #expect(try assess(rule, ["5", "5", ""]).reason("n", "b1") == .constant(bodies: 2))
    }

    @Test func `peers are compared among themselves`() throws {
        let rule = "rank: {over: peers, better: higher, ties: lowest}"

        #expect(
            try scores(
                rule, ["5", "9", "7", "8"], kinds: ["ministry", "agency"],
                peers: "peers: {by: kind}")
                == ["1", "2", "2", "1"])
    }

    @Test func `who is filled with a score is not compared`() throws {
        let rule =
            "min-max: {over: bodies, better: lower, constant: missing, to: {min: 10, max: 100}}"

        #expect(
            try scores(rule, ["4", "", "8"], more: ", missing: {rule: zero}")
                == ["100", "0 filled", "10"])
    }

    @Test func `corrections and rounding follow, and there are no bounds`() throws {
        let rule = "min-max: {over: bodies, better: higher, constant: missing, to: scale}"
        let more = ", corrections: [{cap: 90}], round: {mode: half-up, digits: 1}"

        let made = try assess(rule, ["1", "2", "4"], more: more)

        #expect(try (0..<3).map { try made.result("n", "b\($0)") } == ["0", "33.3", "90"])
        #expect(try made.bounds("n", "b1") == "none")
    }

    @Test func `an inner node is compared by the mean of its children`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}, y: {type: number, optional: true}}
                scorecard:
                  id: t
                  aggregate: {weighted-mean: {not-applicable: zero, missing: refuse, excluded: zero}}
                  score: {min-max: {over: bodies, constant: missing, to: scale}}
                  nodes:
                    - {id: a, value: x, score: as-is, weight: 1}
                    - {id: b, value: y, score: as-is, weight: 3}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\n",
                "inputs": "body,period,x,y\na,2024,10,10\nb,2024,20,40\nc,2024,90,\nd,2024,50,50\n",
            ])

        // 10, 35, missing and 50.
        #expect(
            try ["a", "b", "c", "d"].map { try made.result("t", $0) }
                == ["0", "62.5", "missing", "100"])
        #expect(try made.bounds("t", "c") == "none")
        #expect(try made.bounds("b", "c") == "0 … 100")
    }

    @Test func `ranks are those that counting one by one gives`() throws {
        var draws = SeededGenerator(seed: 17)
        for _ in 0..<20 {
            let values = (0..<Int.random(in: 1...40, using: &draws)).map { _ in
                Int.random(in: 0...15, using: &draws)
            }
            let found = try scores(
                "rank: {over: bodies, better: lower, ties: mean}", values.map(String.init))
            for (value, score) in zip(values, found) {
                let above = values.count { $0 > value }
                let alike = values.count { $0 == value }
                #expect(Double(score) == Double(above) + Double(alike + 1) / 2)
            }
        }
    }

    @Test func `a z-score tells how many deviations lie between a value and the mean`() throws {
        // The mean is 5, the deviation over n is 2, and over n - 1 the root of 32 / 7.
        let values = ["2", "4", "4", "4", "5", "5", "7", "9"]
        let rule = "z-score: {over: bodies, constant: worst, at-mean: 50, per-deviation: 10"
        func scores(_ rule: String) throws -> [Double?] {
            let made = try assess(rule, values, arithmetic: "double")
            return try values.indices.map { Double(try made.result("n", "b\($0)")) }
        }

        #expect(
            try scores("\(rule), better: higher, deviation: population}")
                == [35, 45, 45, 45, 50, 50, 60, 70])
        #expect(
            try scores("\(rule), better: lower, deviation: population, floor: 40, cap: 60}")
                == [60, 55, 55, 55, 50, 50, 40, 40])
        let last = try #require(
            try scores("\(rule), better: higher, deviation: sample}").last ?? nil)
        #expect(abs(last - (50 + 40 / (32.0 / 7).squareRoot())) < 1e-12)
    }

    @Test func `a z-score of a constant column is what is said`() throws {
        let rule = "z-score: {over: bodies, better: higher, deviation: sample, at-mean: 40"
        func score(_ constant: String) throws -> String {
            try assess(
                "\(rule), per-deviation: 10, floor: 20, constant: \(constant)}", ["5"],
                arithmetic: "double"
            ).result("n", "b0")
        }

        #expect(
            try ["missing", "worst", "best", "middle"].map(score)
                == ["missing", "20", "100", "40"])
    }
}

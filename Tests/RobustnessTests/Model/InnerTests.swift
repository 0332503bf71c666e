import Arithmetic
import AssessmentSupport
import Diagnostics
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct InnerTests {
    /// A tree of two levels; what stands between braces takes the place of the aggregates.
    static func edition(
        total: String =
            "weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: zero}",
        left: String =
            "weighted-mean: {not-applicable: zero, missing: redistribute, excluded: worst}",
        right: String =
            "weighted-mean: {not-applicable: redistribute, missing: zero, excluded: {to: e}}",
        weights: [String] = ["60 %", "40 %", "2", "3", "5", "1", "4"],
        leftRule: String = "", alternatives: String = "", head: [String: String] = [:]
    ) -> String {
        let w = weights
        return Workbench.edition(
            """
            lists: {all: [a, b, c, d, e]}
            inputs: {"{p of all}": {type: percent, optional: true}}
            parameters: {}
            scorecard:
              id: total
              aggregate: {\(total)}
              nodes:
                - id: left
                  weight: \(w[0])
                  aggregate: {\(left)}
            \(leftRule)
                  nodes:
                    - {id: na, value: a, score: as-is, weight: \(w[2])}
                    - {id: nb, value: b, score: as-is, weight: \(w[3])}
                    - {id: nc, value: c, score: as-is, weight: \(w[4])}
                - id: right
                  weight: \(w[1])
                  aggregate: {\(right)}
                  nodes:
                    - {id: d, value: d, score: as-is, weight: \(w[5])}
                    - {id: e, value: e, score: as-is, weight: \(w[6])}
            \(alternatives)
            """,
            head: head.merging(["arithmetic": "double"]) { own, _ in own }
        ).replacing("parameters: {}\n", with: "")
    }

    static let tables = [
        "bodies": "id,kind\n"
            + "abcdefghijkl".map { "\($0),\($0 < "g" ? "ministry" : "agency")\n" }.joined(),
        "inputs": """
        body,period,a,b,c,d,e
        a,2024,80,70,60,50,40
        b,2024,13.7,99,0.25,71,12
        c,2024,,70,60,50,40
        d,2024,80,NA,60,WH,40
        e,2024,80,70,WH,50,
        f,2024,NA,NA,NA,50,40
        g,2024,,,,50,40
        h,2024,80,70,60,,40
        i,2024,WH,WH,WH,WH,WH
        j,2024,33,44,55,66,77
        k,2024,1,2,3,4,NA
        l,2024,NA,,WH,NA,40

        """.replacing("\n\n", with: "\n"),
    ]

    static func model(
        _ edition: String, _ alternatives: (Alternatives) -> Alternatives = { $0 }
    ) throws -> Model {
        let assessment = try Workbench.assess(edition, tables)
        let noise = Alternatives.WeightNoise(
            each: Fraction(numerator: 1, denominator: 4), shape: .uniform, beneath: nil)
        let all = Alternatives(
            nodes: Array(assessment.plan.nodes.indices), weights: [noise],
            aggregates: [.arithmetic, .geometric, .harmonic, .median],
            missing: [.redistribute, .zero],
            leavesOneOut: true, place: Bench.place)
        return try Model(assessment, alternatives(all), period: 0)
    }

    @Test func `other weights give what an edition with these weights gives`() throws {
        let model = try Self.model(Self.edition())
        let other = try Workbench.assess(
            Self.edition(weights: ["30 %", "70 %", "1", "1", "8", "3", "7"]), Self.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 0.5, 0.5, 1 / 3.0, 1.6, 1.75, 3, 1.75]
        }

        #expect(faults == [])
    }

    @Test(arguments: [Alternatives.Aggregation.arithmetic, .geometric, .harmonic, .median])
    func `another mean gives what an edition with that mean gives`(
        aggregation: Alternatives.Aggregation
    ) throws {
        // A median has no weights that could go to a sibling.
        let right =
            "weighted-mean: {not-applicable: redistribute, missing: zero, excluded: "
            + (aggregation == .median ? "zero}" : "{to: e}}")
        let model = try Self.model(Self.edition(right: right))
        let word =
            ["geometric", "harmonic"].contains(aggregation.rawValue)
            ? "\(aggregation.rawValue): {zeros: zero, "
            : aggregation == .median ? "median: {" : "weighted-mean: {"
        func changed(_ text: String) -> String { text.replacing("weighted-mean: {", with: word) }
        let isWeighted = aggregation != .median
        let other = try Workbench.assess(
            Self.edition(
                total: changed(
                    "weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: zero}"
                ),
                left: changed(
                    "weighted-mean: {not-applicable: zero, missing: redistribute, excluded: worst}"),
                right: changed(right)
            )
            .replacing(isWeighted ? "###" : ", weight: 2", with: "")
            .replacing(isWeighted ? "###" : ", weight: 3", with: "")
            .replacing(isWeighted ? "###" : ", weight: 5", with: "")
            .replacing(isWeighted ? "###" : ", weight: 1", with: "")
            .replacing(isWeighted ? "###" : ", weight: 4", with: "")
            .replacing(isWeighted ? "###" : "      weight: 60 %\n", with: "")
            .replacing(isWeighted ? "###" : "      weight: 40 %\n", with: ""), Self.tables)

        let faults = Bench.faults(model, beside: other) { $0.aggregation = aggregation }

        #expect(faults == [])
    }

    @Test func `equal weights are those of an edition that says equal`() throws {
        let model = try Self.model(Self.edition())
        let other = try Workbench.assess(
            Self.edition(weights: [String](repeating: "equal", count: 7)), Self.tables)

        #expect(Bench.faults(model, beside: other) { $0.hasEqualWeights = true } == [])
    }

    @Test func `a leaf that is left out is as one that is not applicable and redistributed`() throws
    {
        let model = try Self.model(Self.edition())
        let other = try Workbench.assess(
            Self.edition(
                left:
                    "weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: worst}"
            ),
            Self.tables.merging(
                ["inputs": Self.without(column: 3)]) { $1 })
        let nb = try #require(other.plan.node("nb"))

        let own = Bench.scores(model, 1) { $0.leftOut = nb }
        let left = try #require(other.columns[1])

        // Of bodies with nothing else that is not applicable the two policies say the same.
        for body in [0, 1, 2, 6, 7, 8, 9, 10] {
            let official = left.score(at: body).map { Double($0) } ?? .nan
            #expect(
                own[body] == official || (own[body] - official).magnitude <= 1e-12
                    || own[body].isNaN && official.isNaN, "body \(body)")
        }
    }

    /// The inputs with one column that is not applicable.
    private static func without(column: Int) -> String {
        (tables["inputs"] ?? "").split(separator: "\n").enumerated().map { index, line in
            guard index > 0 else { return "\(line)\n" }
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cells[column] = "NA"
            return cells.joined(separator: ",") + "\n"
        }.joined()
    }

    /// What may stand beneath an aggregate, as the keys of the node.
    static let rules = [
        "coverage: {at-least: 60 %}",
        "score: {knots: [[0, 0], [50, 80], [100, 100]]}",
        "score: {points: [{below: 40, points: 10}, {from: 40, below: 66, points: 50}, "
            + "{from: 66, points: 90}]}",
        "score: {goalposts: {worst: c / 100, best: 90}}",
        "score: {min-max: {over: bodies, better: higher, to: {min: 0, max: 100}, constant: middle}}",
        "score: {rank: {over: bodies, better: lower, ties: mean}}",
        "score: {percentile-rank: {over: bodies, better: lower, ties: mean, to: scale, "
            + "constant: worst}}",
        "score: {z-score: {over: bodies, better: higher, constant: best, deviation: population, "
            + "at-mean: 50, per-deviation: 9, floor: 40, cap: 90}}",
        "score: {fraction-of-max: {over: bodies, better: higher, to: scale, floor: 0, cap: 100}}",
        "score: {distance-to-reference: {over: bodies, better: higher, body: b, to: scale, "
            + "floor: 0, cap: 100}}",
        "score: {distance-to-target: {over: bodies, better: higher, target: 95, to: scale, "
            + "floor: 0, cap: 100}}",
        "corrections: [{bonus: e / 100, when: d > 50}, {cap: 95}, {floor: 20}]",
        "round: {digits: 1, mode: half-up}",
        "missing: {rule: {score: 11}, reason: {en: why}}",
        "treat: {over: bodies, when: {skewness: 0, kurtosis: 0}, winsorise: {at-most: 2}}",
    ]

    @Test(arguments: rules)
    func `the steps after an aggregate are those of the edition`(rule: String) throws {
        let weights = ["30 %", "70 %", "1", "1", "8", "3", "7"]
        let rule = "      " + rule
        let model = try Self.model(Self.edition(leftRule: rule))
        let other = try Workbench.assess(
            Self.edition(weights: weights, leftRule: rule), Self.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 0.5, 0.5, 1 / 3.0, 1.6, 1.75, 3, 1.75]
        }

        #expect(faults == [])
    }

    @Test(arguments: [
        (
            ["{ministry: 2, agency: 1}", "{ministry: 3, agency: 1}", "5"],
            "{ministry: 4, agency: 2}"
        ),
        (["{by: d}", "{by: e}", "{by: d}"], "{by: d + d}"),
        (
            [
                "{blend: [{part: 1/2, by: d}, {part: 1/2, by: e}]}",
                "{blend: [{part: 1/2, by: e}, {part: 1/2, by: d}]}",
                "{blend: [{part: 1/2, by: d}, {part: 1/2, by: e}]}",
            ],
            "{blend: [{part: 1/2, by: d}, {part: 1/2, by: e}]}"
        ),
    ])
    func `weights that bodies do not share are multiplied as well`(
        weights: [String], doubled: String
    ) throws {
        func edition(_ first: String) -> String {
            Self.edition(weights: ["60 %", "40 %", first, weights[1], weights[2], "1", "4"])
        }
        let model = try Self.model(edition(weights[0]))
        let other = try Workbench.assess(edition(doubled), Self.tables)
        let isDoubled = weights[0] != doubled

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 1, isDoubled ? 2 : 1, 1, 1, 1, 1, 1]
        }

        #expect(faults == [])
    }

    @Test(arguments: ["", "      score: {min-max: {over: bodies, constant: middle, to: scale}}"])
    func `bodies that are compared in pairs are compared by the weights of the run`(
        rule: String
    ) throws {
        func edition(_ weights: [String]) -> String {
            Self.edition(
                left: "copeland: {not-applicable: redistribute, missing: redistribute, "
                    + "excluded: worst}",
                weights: ["60 %", "40 %"] + weights + ["1", "4"],
                leftRule: rule.isEmpty ? "      min: -100" : rule
            ).replacing("id: total\n", with: "id: total\n  min: -100\n")
        }
        let model = try Self.model(edition(["2", "3", "5"]))
        let other = try Workbench.assess(edition(["8", "3", "4"]), Self.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 1, 4, 1, 0.8, 1, 1, 1]
        }

        #expect(faults == [])
    }

    @Test func `equal weights of kinds leave out children without weight`() throws {
        func edition(_ weights: [String]) -> String {
            Self.edition(weights: ["equal", "equal"] + weights + ["equal", "equal"])
        }
        let model = try Self.model(
            edition(["{ministry: 2, agency: 1}", "{ministry: 3, agency: 0}", "5"]))
        let other = try Workbench.assess(
            edition(["1", "{ministry: 1, agency: 0}", "1"]), Self.tables)

        #expect(Bench.faults(model, beside: other) { $0.hasEqualWeights = true } == [])
    }

    @Test(arguments: [
        ("sum: {not-applicable: redistribute, missing: zero, excluded: {to: nb}}", ""),
        (
            "k-th-best: {k: 2, not-applicable: redistribute, missing: worst, excluded: redistribute}",
            ""
        ),
        ("max: {not-applicable: redistribute, missing: worst, excluded: redistribute}", ""),
        ("min: {not-applicable: redistribute, missing: redistribute, excluded: redistribute}", ""),
        (
            "power: {exponent: 2, not-applicable: redistribute, missing: zero, excluded: redistribute}",
            "w"
        ),
        (
            "power: {exponent: -1, zeros: {raise-to: 1}, not-applicable: redistribute, missing: zero, excluded: redistribute}",
            "w"
        ),
        (
            "geometric: {zeros: refuse, not-applicable: redistribute, missing: zero, excluded: redistribute}",
            "w"
        ),
        (
            "harmonic: {zeros: {raise-to: 20}, not-applicable: redistribute, missing: zero, excluded: redistribute}",
            "w"
        ),
    ])
    func `what is no mean that alternatives replace is computed by its own rule`(
        left: String, weight: String
    ) throws {
        func edition(_ weights: [String]) -> String {
            let isSum = left.hasPrefix("sum")
            let made = Self.edition(
                left: left, weights: ["60 %", "40 %"] + weights + ["1", "4"],
                leftRule: isSum ? "      max: 300" : ""
            ).replacing("id: total\n", with: isSum ? "id: total\n  max: 300\n" : "id: total\n")
            return weight.isEmpty
                ? ["na", "nb", "nc"].enumerated().reduce(made) {
                    $0.replacing(
                        "as-is, weight: \(weights[$1.offset])}\n", with: "as-is}\n")
                }
                : made
        }
        let model = try Self.model(edition(["21", "31", "51"]))
        let other = try Workbench.assess(edition(["42", "31", "51"]), Self.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 1, weight.isEmpty ? 1 : 2, 1, 1, 1, 1, 1]
        }

        #expect(faults == [])
    }
}

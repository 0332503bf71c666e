import Arithmetic
import AssessmentSupport
import Diagnostics
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct FormulatedTests {
    /// A node over two means; `rule` says what it makes of their scores.
    private static func edition(
        _ rule: String, weights: [String] = ["2", "3", "1", "4"], rest: String = ""
    ) -> String {
        let mean =
            "weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}"
        return Workbench.edition(
            """
            lists: {all: [a, b, c, d, e]}
            inputs: {"{p of all}": {type: percent, optional: true}}
            scorecard:
              id: total
            \(rule)
              nodes:
                - id: left
                  aggregate: {\(mean)}
                  nodes:
                    - {id: na, value: a, score: as-is, weight: \(weights[0])}
                    - {id: nb, value: b, score: as-is, weight: \(weights[1])}
                - id: right
                  aggregate: {\(mean)}
                  nodes:
                    - {id: nc, value: c, score: as-is, weight: \(weights[2])}
                    - {id: nd, value: d, score: as-is, weight: \(weights[3])}
                    - {id: ne, value: e, score: as-is, weight: 1}
            \(rest)
            """, head: ["arithmetic": "double"])
    }

    private static func model(_ edition: String) throws -> Model {
        let assessment = try Workbench.assess(edition, InnerTests.tables)
        let noise = Alternatives.WeightNoise(
            each: Fraction(numerator: 1, denominator: 4), shape: .uniform, beneath: nil)
        return try Model(
            assessment,
            Alternatives(nodes: [0], weights: [noise], leavesOneOut: true, place: Bench.place),
            period: 0)
    }

    @Test(arguments: [
        #"  aggregate: {formula: "(score(left) + score(right)) / (1 + 1)"}"#,
        #"  aggregate: {formula: "MIN(score(left), score(right), e)"}"#,
        #"  aggregate: {formula: "IF(score(left) > score(right), score(left), ABS(score(right) - e))"}"#,
        #"  aggregate: {formula: "AVERAGE(score(left), score(right), a)"}"#,
        #"  aggregate: {formula: "MEDIAN(score(left), score(right), a, b, e)"}"#,
        #"  aggregate: {formula: "SQRT(score(left) * score(right))"}"#,
        #"  aggregate: {formula: 'ROUND(score(left) / (1 + score(right)), 1, "half-up")'}"#,
        #"  aggregate: {formula: "score(left) * score(right) / (score(left) - score(left) + e - e)"}\#n  empty: excluded"#,
        #"  aggregate: {formula: "IF(score(left) IS KNOWN AND NOT (score(right) < 55 OR e IS KNOWN), score(left), 0)"}"#,
        #"  aggregate: {formula: "IF(score(left) BETWEEN 40 AND score(right), 0, 100)"}"#,
        #"  aggregate: {formula: "100 * COUNT(score(left) > 50, score(right) > 50, e > 20) / 100"}"#,
        #"  aggregate: {formula: "(score(left) + score(right)) / 100"}\#n  score: {knots: [[0, 0], [1, 60], [2, 100]]}"#,
    ])
    func `a formula over scores gives what an edition with other weights gives`(
        rule: String
    ) throws {
        let model = try Self.model(Self.edition(rule))
        let other = try Workbench.assess(
            Self.edition(rule, weights: ["7", "1", "5", "2"]), InnerTests.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            settings.weights = [1, 1, 3.5, 1 / 3.0, 1, 5, 0.5, 1]
        }

        #expect(faults == [])
    }
}

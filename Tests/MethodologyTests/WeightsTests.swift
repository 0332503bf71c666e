import Arithmetic
import Diagnostics
import Testing

@testable import Methodology

/// Which aggregates take weights.
@Suite struct WeightsTests {
    private static let kinds: [Node.Aggregate.Kind] = [
        .weightedMean, .weightedSum(over: 1), .sum, .harmonic(zeros: nil), .geometric(zeros: nil),
        .power(exponent: .one, zeros: nil), .median, .least, .greatest, .kthBest(1),
        .copeland, .weakest(plus: nil), .lookup([]),
    ]

    @Test func `the words that take weights are those of the kinds that have them`() {
        for kind in Self.kinds {
            #expect(kind.hasWeights == Vocabulary.weightedAggregates.contains(kind.word))
        }
        let words = Set(Self.kinds.map(\.word))
        #expect(words == Set(EditionReader.aggregates).subtracting(["none", "formula"]))
    }

    @Test(arguments: ["weakest: {", "lookup: {tables: [two], "])
    func `a weight beneath an aggregate of grades is refused`(aggregate: String) {
        let (plan, log) = Editions.read(
            """
            apparatus: 1
            methodology: example
            edition: "2024"
            status: restated
            in-force: {from: 2024-01-01}
            applies-to: [ministry, agency]
            period: {form: year}
            rounding: none
            grades: {id: marks, order: [B, A]}
            inputs:
              plan: {type: code, values: [A, B]}
              work: {type: code, values: [A, B]}
            lookups:
              two: {rows: {B B: B, B A: B, A A: A}}
            scorecard:
              id: total
              aggregate:
                \(aggregate)not-applicable: redistribute, missing: refuse, excluded: refuse}
              nodes:
                - {id: plan, grade: {from: plan}, weight: 2}
                - {id: work, grade: {from: work}}
            """)

        #expect(plan == nil)
        #expect(log.entries.contains { $0.code == "weights.unused" && $0.place?.line == 20 })
    }
}

import Arithmetic
import Methodology
import Testing

@Suite struct AlternativesTests {
    private func alternatives(_ text: String, _ more: String = "") throws -> Alternatives {
        let (plan, log) = Editions.read(
            Editions.example(
                """
                inputs: {a: {type: percent}, b: {type: percent}}
                scorecard:
                  id: total
                  aggregate:
                    weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
                  nodes:
                    - {id: a, value: a, score: as-is, weight: 60 %}
                    - {id: b, value: b, score: as-is, weight: 40 %}
                \(more)
                alternatives: \(text)
                """))
        #expect(log.text == "")
        let read = try #require(plan)
        return try #require(read.alternatives)
    }

    @Test(arguments: ["±25 %", "25 %", "± 25 %", "+/-25 %", "+-25 %", "1/4", "0.25"])
    func `how far weights may lie is written as people write it`(text: String) throws {
        let spread = try alternatives("{weights: {each: '\(text)'}}").weights.first?.each

        #expect(spread == Fraction(numerator: 1, denominator: 4))
    }

    @Test func `everything that is named is kept in its order`() throws {
        let read = try alternatives(
            "{nodes: [b], weights: {equal: yes}, aggregate: [median, geometric], "
                + "score: [rank, min-max, z-score], missing: [worst], leave-one-out: yes, "
                + "bounds: yes}")

        #expect(read.nodes == [2])
        #expect(read.weights.isEmpty)
        #expect(read.hasEqualWeights)
        #expect(read.aggregates == [.median, .geometric])
        #expect(read.scores.map(\.word) == ["rank", "min-max", "z-score"])
        #expect(read.missing == [.worst])
        #expect(read.leavesOneOut)
        #expect(read.rangesOverBounds)
    }

    @Test func `the ranked nodes are looked at, or the root`() throws {
        let ranking =
            "ranking: {nodes: [a, total], best: highest, ties: lowest, figures: unrounded, "
            + "within: all}"

        #expect(try alternatives("{bounds: yes}").nodes == [0])
        #expect(try alternatives("{bounds: yes}", ranking).nodes == [1, 0])
    }
}

import Arithmetic
import Domain
import Testing

@testable import Methodology

@Suite struct AlternativesTests {
    private func alternatives(_ text: String, _ more: String = "") throws -> Alternatives {
        let (plan, log) = Editions.read(
            Editions.example(
                """
                inputs: {a: {type: percent}, b: {type: percent}, error: {type: number, min: 0}}
                scorecard:
                  id: total
                  aggregate:
                    weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
                  nodes:
                    - {id: a, value: a, score: as-is, weight: 60 %, applies-when: error < 9}
                    - id: b
                      value: b
                      score: {min-max: {over: bodies, better: higher, constant: best, to: scale}}
                      weight: 40 %
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

    @Test(arguments: ["group-mean", "group-median"])
    func `what peers have may fill what is missing where no rule compares bodies`(
        rule: String
    ) throws {
        let read = try alternatives("{missing: [redistribute, \(rule)]}", "peers: {by: kind}")

        #expect(read.missing.map(\.rawValue) == ["redistribute", rule])
    }

    @Test func `the ranked nodes are looked at, or the root`() throws {
        let ranking =
            "ranking: {nodes: [a, total], best: highest, ties: lowest, figures: unrounded, "
            + "within: all}"

        #expect(try alternatives("{bounds: yes}").nodes == [0])
        #expect(try alternatives("{bounds: yes}", ranking).nodes == [1, 0])
    }

    @Test func `weights differ beneath some nodes, evenly or together`() throws {
        let read = try alternatives("{weights: {each: 10 %, beneath: [total], noise: dirichlet}}")

        let tenth = Fraction(numerator: 1, denominator: 10)
        #expect(
            read.weights == [
                Alternatives.WeightNoise(each: tenth, shape: .dirichlet, beneath: [0])
            ])
    }

    @Test func `a score rule is a word, which spans the scale, or says its own figures`() throws {
        let read = try alternatives(
            "{score: [min-max, z-score, {min-max: {to: {min: 1, max: 150}}}, "
                + "{z-score: {deviation: population, at-mean: 10, per-deviation: 2}}]}")
        let scale = Node.Scale(least: Fixed(-20), greatest: Fixed(100))
        let kinds = read.scores.map { $0.kind(on: scale) }

        #expect(kinds[0] == .minMax(to: scale))
        guard case .zScore(let spanning) = kinds[1], case .zScore(let own) = kinds[3] else {
            Issue.record("a z-score is one")
            return
        }
        #expect((spanning.atMean, spanning.perDeviation) == (Fixed(40), Fixed(20)))
        #expect(kinds[2] == .minMax(to: Node.Scale(least: .one, greatest: Fixed(150))))
        #expect((own.deviation, own.atMean, own.perDeviation) == (.population, Fixed(10), Fixed(2)))
    }

    @Test func `sampling errors and numbers of points are kept`() throws {
        let read = try alternatives(
            "{treat: {winsorise: [1, 3]}, sampling: [{node: a, standard-error: error}]}")

        #expect(read.winsorised == [1, 3])
        #expect(read.samplingErrors.map(\.node) == [1])
        #expect(!read.isAnalysts)
    }

    @Test(arguments: [
        ("weights:25%", "{weights: {each: ±25 %}}"),
        (" weights : equal ", "{weights: {equal: yes}}"),
        (
            "aggregate:median,geometric; leave-one-out;score:rank",
            "{aggregate: [median, geometric], leave-one-out: yes, score: [rank]}"
        ),
    ])
    func `what an analyst assumes is written short`(short: String, long: String) throws {
        let (assumed, log) = EditionReader.alternatives(
            assumed: short, called: "--alternatives", from: Self.plain)
        let read = try #require(assumed, "\(log.text)")
        let written = try alternatives(long)

        #expect(read.isAnalysts)
        #expect(read.weights == written.weights)
        #expect(read.hasEqualWeights == written.hasEqualWeights)
        #expect(read.aggregates == written.aggregates)
        #expect(read.leavesOneOut == written.leavesOneOut)
        #expect(read.scores == written.scores)
    }

    @Test func `what an analyst cannot assume is said with its place in the text`() {
        let (read, log) = EditionReader.alternatives(
            assumed: "wieghts:25%", called: "--alternatives", from: Self.plain)

        #expect(read == nil)
        #expect(log.text.hasPrefix("--alternatives:1:"))
        #expect(log.text.contains("wieghts"))
    }

    private static let plain = MemorySource([
        "edition.yaml": Editions.example(
            """
            inputs: {b: {type: percent}, c: {type: percent}}
            scorecard:
              id: total
              aggregate:
                weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
              nodes:
                - id: b
                  value: b
                  score: {min-max: {over: bodies, better: higher, constant: best, to: scale}}
                  weight: 60 %
                - {id: c, value: c, score: as-is, weight: 40 %}
            """)
    ])
}

import Arithmetic
import AssessmentSupport
import Diagnostics
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct DrawingTests {
    private static func noise(
        _ percent: Int128, _ shape: Alternatives.WeightNoise.Shape = .uniform, beneath: [Int]? = nil
    ) -> Alternatives.WeightNoise {
        Alternatives.WeightNoise(
            each: Fraction(numerator: percent, denominator: 100), shape: shape, beneath: beneath)
    }

    private static func model(
        _ alternatives: Alternatives, _ edition: String = InnerTests.edition()
    ) throws -> Model {
        try Model(try Workbench.assess(edition, InnerTests.tables), alternatives, period: 0)
    }

    @Test func `a point chooses one of the options of each factor`() throws {
        let model = try Self.model(
            Alternatives(
                nodes: [0], aggregates: [.arithmetic, .geometric], missing: [.redistribute, .zero],
                leavesOneOut: true, place: Bench.place))
        var settings = Settings()

        #expect(model.factors.map(\.kind) == [.aggregation, .missing, .leaveOneOut])
        #expect(model.factors.map(\.options) == [2, 2, 5])
        model.choose([0, 0.5, 0.999], seed: 1, into: &settings)
        #expect(settings.aggregation == .arithmetic)
        #expect(settings.missing == .zero)
        #expect(settings.leftOut == 7)
        model.choose([0.5, 0.499, 0.2], seed: 1, into: &settings)
        #expect(settings.aggregation == .geometric)
        #expect(settings.missing == .redistribute)
        #expect(settings.leftOut == 3)
    }

    @Test func `weights lie evenly around their own, and follow from seed and point`() throws {
        let model = try Self.model(
            Alternatives(nodes: [0], weights: [Self.noise(20)], place: Bench.place))
        var (sum, squares, count) = (0.0, 0.0, 0.0)
        var settings = Settings()
        for run in 0..<4000 {
            model.choose([Double(run) / 4000], seed: 7, into: &settings)
            let factors = try #require(settings.weights)
            #expect(factors[0] == 1)
            for factor in factors.dropFirst() {
                #expect((0.8..<1.2).contains(factor))
                sum += factor
                squares += (factor - 1) * (factor - 1)
                count += 1
            }
        }
        let first = settings.weights
        model.choose([3999 / 4000.0], seed: 7, into: &settings)
        #expect(settings.weights == first)
        model.choose([3999 / 4000.0], seed: 8, into: &settings)
        #expect(settings.weights != first)

        // Of 28,000 numbers: mean 1 and variance e² / 3, each within five standard errors.
        #expect((sum / count - 1).magnitude < 5 * 0.2 / (3 * count).squareRoot())
        #expect((squares / count - 0.04 / 3).magnitude < 5 * 0.012 / count.squareRoot())
    }

    @Test func `Dirichlet weights keep their sum and spread as much as even ones`() throws {
        let edition = InnerTests.edition(weights: [String](repeating: "equal", count: 7))
        let model = try Self.model(
            Alternatives(
                nodes: [0], weights: [Self.noise(20, .dirichlet, beneath: [1])],
                place: Bench.place), edition)
        var settings = Settings()
        var squares = 0.0
        for run in 0..<4000 {
            model.choose([Double(run) / 4000], seed: 7, into: &settings)
            let factors = try #require(settings.weights)[2...4]
            #expect((factors.reduce(0, +) - 3).magnitude < 1e-12)
            squares += factors.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
        }

        #expect((squares / 12_000 / (0.04 / 3) - 1).magnitude < 0.1)
    }

    @Test func `without noise equal weights stand beside those of the edition`() throws {
        let model = try Self.model(
            Alternatives(nodes: [0], hasEqualWeights: true, place: Bench.place))
        var settings = Settings()

        #expect(model.factors == [Factor(kind: .weights, options: 2)])
        model.choose([0.49], seed: 1, into: &settings)
        #expect(settings.hasEqualWeights)
        model.choose([0.51], seed: 1, into: &settings)
        #expect(!settings.hasEqualWeights)
        #expect(settings.weights == nil)
    }

    @Test func `alternatives that come to the same whatever is drawn are refused`() throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent}, b: {type: percent, optional: true}}
            scorecard:
              id: t
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              nodes:
                - {id: na, value: a, score: as-is, weight: 1}
                - {id: nb, value: b, score: as-is, weight: 3}
            """)
        let assessment = try Workbench.assess(edition, inputs: "a=1")

        // The worst score of the scale is 0.
        let error = #expect(throws: Study.Diagnostics.self) {
            try Study(
                assessment,
                Alternatives(
                    nodes: [0], hasEqualWeights: true, missing: [.zero, .worst],
                    place: Bench.place), period: 0)
        }

        #expect(
            error?.all.map(\.what) == [
                "the alternatives for missing change nothing: no score differs by them, whatever "
                    + "else is drawn"
            ])
    }

    @Test func `with equal weights half of the runs have them`() throws {
        let model = try Self.model(
            Alternatives(
                nodes: [0], weights: [Self.noise(20)], hasEqualWeights: true, place: Bench.place))
        var settings = Settings()

        model.choose([0.49], seed: 1, into: &settings)
        #expect(settings.hasEqualWeights)
        model.choose([0.51], seed: 1, into: &settings)
        #expect(!settings.hasEqualWeights)
        #expect(settings.weights?.contains { $0 != 1 } == true)
    }

    /// Alternatives that change nothing, and why.
    static let idle: [(alternatives: Alternatives, reason: String)] = [
        (
            Alternatives(nodes: [2], weights: [noise(25)], place: Bench.place),
            "no node has two children with weights"
        ),
        (
            Alternatives(nodes: [1], weights: [noise(25, beneath: [5])], place: Bench.place),
            "the node is not beneath those that are looked at"
        ),
        (
            Alternatives(nodes: [0], weights: [noise(25, beneath: [2])], place: Bench.place),
            "the node is no mean of two children with weights"
        ),
        (
            Alternatives(nodes: [2], aggregates: [.arithmetic, .median], place: Bench.place),
            "no node has a mean of two children"
        ),
        (
            Alternatives(nodes: [0], aggregates: [.geometric], place: Bench.place),
            "there is only one way, geometric"
        ),
        (
            Alternatives(
                nodes: [0],
                scores: [.init(word: "rank", kind: nil), .init(word: "borda", kind: nil)],
                place: Bench.place),
            "no leaf beneath the nodes compares bodies"
        ),
        (
            Alternatives(nodes: [0], winsorised: [1, 2], place: Bench.place),
            "no leaf beneath the nodes has a treatment"
        ),
        (
            Alternatives(nodes: [0], missing: [.zero, .groupMean], place: Bench.place),
            "nothing says who is whose peer"
        ),
        (
            Alternatives(nodes: [7], missing: [.zero, .redistribute], place: Bench.place),
            ""
        ),
        (
            Alternatives(nodes: [2], leavesOneOut: true, place: Bench.place),
            "there are fewer than two leaves beneath the nodes"
        ),
    ]

    @Test(arguments: idle.indices)
    func `a factor that cannot act is refused with a reason`(index: Int) throws {
        let (alternatives, reason) = Self.idle[index]
        do {
            _ = try Self.model(alternatives)
            #expect(reason.isEmpty)
        } catch let error as Study.Diagnostics {
            #expect(error.all.contains { $0.what.contains(reason) }, "\(error.all)")
        }
    }

    @Test func `nothing open and nothing missing are said`() throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent}, b: {type: percent}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              nodes:
                - {id: na, value: a, score: as-is, weight: 1}
                - {id: nb, value: b, score: as-is, weight: 1}
            """)
        let assessment = try Workbench.assess(edition, inputs: "a=1", "b=2")

        let error = #expect(throws: Study.Diagnostics.self) {
            try Model(
                assessment,
                Alternatives(
                    nodes: [0], hasEqualWeights: true, missing: [.zero, .worst],
                    rangesOverBounds: true, place: Bench.place), period: 0)
        }

        #expect(
            error?.all.map(\.what) == [
                "the alternatives for weights change nothing: all weights are equal already",
                "the alternatives for missing change nothing: "
                    + "no value of a leaf beneath the nodes is missing",
                "the alternatives for bounds change nothing: "
                    + "no score of a leaf beneath the nodes is open",
            ])
    }
}

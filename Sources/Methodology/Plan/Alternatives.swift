public import Arithmetic
public import Diagnostics
public import Expressions

/// What an edition could reasonably have said instead, for tests of how much results rest on it.
///
/// They change no result: an edition has one way to score. Of each kind of alternative one is
/// drawn in every run; what the edition itself says is among them only where it is listed.
public struct Alternatives: Sendable {
    /// Ways in which children could be put together, in the place of a mean of any kind.
    public enum Aggregation: String, CaseIterable, Hashable, Sendable {
        case arithmetic
        case geometric
        case harmonic
        case median
    }

    /// A way in which the values of leaves that are compared with other bodies could become scores.
    public struct Scoring: Hashable, Sendable {
        /// How it is written, as in `min-max`.
        public let word: String
        /// How the score follows from the others; `nil` where the word stands alone: see
        /// ``kind(on:)``.
        public let kind: Node.Comparison.Kind?

        static let words = ["min-max", "z-score", "rank", "borda", "percentile-rank"]

        /// What it is at a leaf of that scale.
        ///
        /// A word that stands alone spans the scale: the worst and the best value earn its ends;
        /// the mean earns its middle, and three standard deviations of a sample one of its ends.
        /// The same values share the lowest rank.
        public func kind(on scale: Node.Scale) -> Node.Comparison.Kind {
            if let kind { return kind }
            switch word {
            case "z-score": return .zScore(.spanning(scale))
            case "rank": return .rank(.lowest, isBorda: false)
            case "borda": return .rank(.lowest, isBorda: true)
            case "percentile-rank": return .percentileRank(.lowest, to: scale)
            default: return .minMax(to: scale)
            }
        }

        package init(word: String, kind: Node.Comparison.Kind?) {
            (self.word, self.kind) = (word, kind)
        }
    }

    /// What could be done with what is missing.
    public enum Missing: String, CaseIterable, Hashable, Sendable {
        case redistribute
        case zero
        case worst
        case groupMean = "group-mean"
        case groupMedian = "group-median"
    }

    /// How the weights of some nodes' children could differ.
    public struct WeightNoise: Hashable, Sendable {
        /// How the weights are spread around their own.
        public enum Shape: String, CaseIterable, Hashable, Sendable {
            /// Each is drawn evenly between its least and its greatest.
            case uniform
            /// All of a node are drawn together so that they keep their sum.
            case dirichlet
        }

        /// Each may be smaller or larger by this part of itself, above 0 and below 1.
        public let each: Fraction
        /// How they are spread.
        public let shape: Shape
        /// The positions of the nodes whose children's weights differ; `nil`: all.
        public let beneath: [Int]?

        package init(each: Fraction, shape: Shape, beneath: [Int]?) {
            (self.each, self.shape, self.beneath) = (each, shape, beneath)
        }
    }

    /// A leaf whose value was measured on a sample.
    public struct SamplingError: Sendable {
        /// The position of the leaf.
        public let node: Int
        /// The standard error of its value, in the unit of the value.
        public let standardError: Formula
    }

    /// The positions of the nodes whose results are looked at, in the order of the file.
    public package(set) var nodes: [Int]
    /// In the order of the file; no node is in two.
    public let weights: [WeightNoise]
    /// Whether equal weights are an alternative.
    public let hasEqualWeights: Bool
    /// In the order of the file.
    public let aggregates: [Aggregation]
    /// The positions of the inner nodes whose aggregate they take the place of; `nil`: all means.
    public let aggregated: [Int]?
    /// In the order of the file.
    public let scores: [Scoring]
    /// Of leaves with a treatment: at most so many points that are drawn in, each an alternative.
    public let winsorised: [Int]
    /// In the order of the file.
    public let missing: [Missing]
    /// Whether each leaf is left out in turn.
    public let leavesOneOut: Bool
    /// Whether what is open ranges over its bounds.
    public let rangesOverBounds: Bool
    /// By which part of the way from floor to full mark the pass marks of criteria could lie
    /// higher or lower, above 0 and below 1; `nil` where they stay.
    public let passMarks: Fraction?
    /// In the order of the file.
    public let samplingErrors: [SamplingError]
    /// Whether an analyst assumed them, and the edition does not say so.
    public let isAnalysts: Bool
    /// On what they rest.
    public let basis: [Plan.Citation]
    /// Where they stand in the edition.
    public let place: Place

    package init(
        nodes: [Int], weights: [WeightNoise] = [], hasEqualWeights: Bool = false,
        aggregates: [Aggregation] = [], aggregated: [Int]? = nil, scores: [Scoring] = [],
        winsorised: [Int] = [], missing: [Missing] = [], leavesOneOut: Bool = false,
        rangesOverBounds: Bool = false, passMarks: Fraction? = nil,
        samplingErrors: [SamplingError] = [],
        isAnalysts: Bool = false, basis: [Plan.Citation] = [], place: Place
    ) {
        self.nodes = nodes
        self.weights = weights
        self.hasEqualWeights = hasEqualWeights
        self.aggregates = aggregates
        self.aggregated = aggregated
        self.scores = scores
        self.winsorised = winsorised
        self.missing = missing
        self.leavesOneOut = leavesOneOut
        self.rangesOverBounds = rangesOverBounds
        self.passMarks = passMarks
        self.samplingErrors = samplingErrors
        self.isAnalysts = isAnalysts
        self.basis = basis
        self.place = place
    }
}

extension Node.Comparison.ZScore {
    /// The mean in the middle of a scale, and three deviations at its ends.
    fileprivate static func spanning(_ scale: Node.Scale) -> Node.Comparison.ZScore {
        func part(_ numbers: [Fixed], of count: Int128) -> Fixed {
            var sum = WideSum()
            for number in numbers { sum.add(number) }
            // A part of two numbers is no larger than the larger one.
            return (try? sum.divided(by: count)) ?? .zero
        }
        return Node.Comparison.ZScore(
            deviation: .sample, atMean: part([scale.least, scale.greatest], of: 2),
            perDeviation: part([scale.least.negated, scale.greatest], of: 6), floor: nil, cap: nil,
            ends: scale)
    }
}

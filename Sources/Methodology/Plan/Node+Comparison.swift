public import Arithmetic
public import Expressions

extension Node {
    /// A score that a value earns by where it stands among the values of other bodies.
    public struct Comparison: Sendable {
        /// How the score follows from the others.
        public enum Kind: Hashable, Sendable {
            /// On a straight line from the worst value to the best.
            case minMax(to: Scale)
            /// The rank, 1 for the worst; of a Borda score one less.
            case rank(Ties, isBorda: Bool)
            /// On a straight line from the rank of the worst to that of the best.
            case percentileRank(Ties, to: Scale)
            /// By how many standard deviations it lies above the mean; only with doubles.
            case zScore(ZScore)
            /// In proportion to the best value; the value 0 has the least score of the line.
            case fractionOfMax(OpenLine)
            /// On a straight line from the worst value to that of one body, named by its id.
            case distanceToReference(body: String, OpenLine)
            /// On a straight line from the worst value to ``Comparison/target``.
            case distanceToTarget(OpenLine)
            /// A grade, by shares of the bodies.
            case quota(Quota)

            /// As it stands in an edition.
            public var word: String {
                switch self {
                case .minMax: "min-max"
                case .rank(_, let isBorda): isBorda ? "borda" : "rank"
                case .percentileRank: "percentile-rank"
                case .zScore: "z-score"
                case .fractionOfMax: "fraction-of-max"
                case .distanceToReference: "distance-to-reference"
                case .distanceToTarget: "distance-to-target"
                case .quota: "quota"
                }
            }

            /// The line that its scores lie on; `nil` where they do not go on beyond two values.
            public var openLine: OpenLine? {
                switch self {
                case .fractionOfMax(let line), .distanceToReference(_, let line),
                    .distanceToTarget(let line):
                    line
                case .minMax, .rank, .percentileRank, .zScore, .quota: nil
                }
            }
        }

        /// What a distance from the mean, in standard deviations, earns.
        public struct ZScore: Hashable, Sendable {
            /// What the deviation is taken over.
            public enum Deviation: String, CaseIterable, Hashable, Sendable {
                /// The number of values less 1.
                case sample
                /// The number of values.
                case population
            }

            /// What the deviation is taken over.
            public let deviation: Deviation
            /// The score of the mean.
            public let atMean: Fixed
            /// The points for one deviation; above 0.
            public let perDeviation: Fixed
            /// The least score; `nil` for no limit but the scale's.
            public let floor: Fixed?
            /// The greatest score; `nil` for no limit but the scale's.
            public let cap: Fixed?
            /// The worst and the best score.
            public let ends: Scale
        }

        /// Scores on a straight line through two values, which goes on beyond them.
        public struct OpenLine: Hashable, Sendable {
            /// The scores of the one value and of the other.
            public let ends: Scale
            /// The least score; `nil` for no limit but the scale's.
            public let floor: Fixed?
            /// The greatest score; `nil` for no limit but the scale's.
            public let cap: Fixed?
        }

        /// Which rank those with the same value share.
        public enum Ties: String, CaseIterable, Hashable, Sendable {
            /// 1, 2, 2, 4.
            case lowest
            /// 1, 3, 3, 4.
            case highest
            /// 1, 2.5, 2.5, 4.
            case mean
        }

        /// What is done where all have the same value, also where one is alone.
        public enum Constant: String, CaseIterable, Hashable, Sendable {
            /// The node is missing.
            case missing
            /// Each has the least score that the rule gives.
            case worst
            /// Each has the greatest score that the rule gives.
            case best
            /// Each has the score in the middle of these two.
            case middle
        }

        /// How the score follows from the others.
        public let kind: Kind
        /// Among whom.
        public let reach: Population.Reach
        /// Whether a higher value is a better one.
        public let isHigherBetter: Bool
        /// What is done where all have the same value; `nil` for ranks, which they share, and
        /// where a divisor can be zero.
        public let constant: Constant?
        /// What is to be reached, the same for all that are compared; `nil` where no target is.
        public let target: Edge?
    }
}

extension Node.Knot {
    /// A value and what it earns.
    public init(_ value: Fixed, earns score: Fixed) {
        self.init(value: value, score: score)
    }
}

public import Arithmetic
public import Expressions

extension Node {
    /// What an inner node makes of the scores of its children.
    public struct Aggregate: Sendable {
        /// What it computes.
        public enum Kind: Hashable, Sendable {
            /// The weighted arithmetic mean.
            case weightedMean
            /// The sum of weights times scores; weights are whole numbers over this one.
            case weightedSum(over: Int64)
            /// The sum of scores; each child has its greatest score as weight.
            case sum
            /// The weighted harmonic mean.
            case harmonic(zeros: Zeros?)
            /// The weighted geometric mean.
            case geometric(zeros: Zeros?)
            /// The weighted mean of the scores to a power, to its inverse.
            case power(exponent: Fixed, zeros: Zeros?)
            /// The middle score, or the mean of the two in the middle.
            case median
            /// The least score.
            case least
            /// The greatest score.
            case greatest
            /// The score that so many scores reach.
            case kthBest(Int)
            /// How many bodies of the period it outranks, less how many outrank it.
            case copeland
            /// The worst grade; where another is better, the grade with a plus that stands here
            /// for each.
            case weakest(plus: [Fixed]?)
            /// The grade that a table gives for as many grades as there are; one alone is itself.
            case lookup([Lookup])

            /// As it stands in an edition.
            public var word: String {
                switch self {
                case .weightedMean: "weighted-mean"
                case .weightedSum: "weighted-sum"
                case .sum: "sum"
                case .harmonic: "harmonic"
                case .geometric: "geometric"
                case .power: "power"
                case .median: "median"
                case .least: "min"
                case .greatest: "max"
                case .kthBest: "k-th-best"
                case .copeland: "copeland"
                case .weakest: "weakest"
                case .lookup: "lookup"
                }
            }

            /// Whether each child adds its own part.
            public var isSum: Bool {
                switch self {
                case .weightedMean, .weightedSum, .sum: true
                case .harmonic, .geometric, .power, .median, .least, .greatest, .kthBest, .copeland,
                    .weakest, .lookup:
                    false
                }
            }

            /// Whether it is a mean of the scores by their weights.
            public var isWeightedMean: Bool {
                switch self {
                case .weightedMean, .harmonic, .geometric, .power: true
                case .weightedSum, .sum, .median, .least, .greatest, .kthBest, .copeland, .weakest,
                    .lookup:
                    false
                }
            }

            /// Whether it takes grades and yields one.
            public var isOfGrades: Bool {
                switch self {
                case .weakest, .lookup: true
                case .weightedMean, .weightedSum, .sum, .harmonic, .geometric, .power, .median,
                    .least, .greatest, .kthBest, .copeland:
                    false
                }
            }

            /// Whether the children have weights, which the edition gives.
            public var hasWeights: Bool {
                switch self {
                case .weightedMean, .weightedSum, .harmonic, .geometric, .power, .copeland: true
                case .sum, .median, .least, .greatest, .kthBest, .weakest, .lookup: false
                }
            }

            /// What is done with scores of 0, where the kind has to say it.
            public var zeros: Zeros? {
                switch self {
                case .harmonic(let zeros), .geometric(let zeros), .power(_, let zeros): zeros
                case .weightedMean, .weightedSum, .sum, .median, .least, .greatest, .kthBest,
                    .copeland, .weakest, .lookup:
                    nil
                }
            }
        }

        /// What a mean that has no room for a score of 0 makes of one.
        public enum Zeros: Hashable, Sendable {
            /// The node is missing.
            case refuse
            /// The mean is 0, to which it tends.
            case zero
            /// Scores below this one count as this one.
            case raise(to: Fixed)
        }

        /// What is done with a child that has no score.
        public enum Policy: Hashable, Sendable {
            /// The node is missing.
            case refuse
            /// It is left out; those that count take its place in proportion.
            case redistribute
            /// It counts as 0.
            case zero
            /// It counts as the least score of its scale.
            case worst
            /// Its weight goes to a sibling, a position among the nodes.
            case to(Int)
        }

        /// What it computes.
        public let kind: Kind
        /// For children that are not applicable.
        public let notApplicable: Policy
        /// For children that are missing.
        public let missing: Policy
        /// For children that are excluded.
        public let excluded: Policy
        /// The least share of the nominal weight that must have a score; `nil` for none.
        public let coverage: Fraction?
        /// How much each child counts; 1 where the kind has no weights.
        public let weights: Weights

        /// The formulas of its weights.
        public var formulas: [Formula] {
            guard case .computed(let parts) = weights else { return [] }
            return parts.flatMap { $0.formulas ?? [] }
        }
    }

    /// How much the children of a node count.
    public enum Weights: Sendable {
        /// For each kind of body, one whole number for each child: the weights over their
        /// common denominator.
        case fixed([[Int64]])
        /// The sum of parts, each of which the children share; the parts sum to 1.
        case computed([WeightPart])
    }

    /// A part of computed weights.
    public struct WeightPart: Sendable {
        /// How large it is.
        public enum Size: Hashable, Sendable {
            /// A number of the rule.
            case number(Fraction)
            /// A parameter, by its position.
            case parameter(Int)
        }

        /// How large it is.
        public let size: Size
        /// One for each child, to which its share is in proportion; `nil` where all have the
        /// same.
        public let formulas: [Formula]?
    }
}

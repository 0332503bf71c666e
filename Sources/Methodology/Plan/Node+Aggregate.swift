public import Arithmetic
public import Expressions

extension Node {
    /// What an inner node makes of the scores of its children.
    public struct Aggregate: Sendable {
        /// What it computes.
        public enum Kind: Hashable, Sendable {
            /// The weighted arithmetic mean.
            case weightedMean

            /// As it stands in an edition.
            public var word: String {
                switch self {
                case .weightedMean: "weighted-mean"
                }
            }
        }

        /// What is done with a child that has no score.
        public enum Policy: Hashable, Sendable {
            /// The node is missing.
            case refuse
            /// The other weights grow in proportion.
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
        /// How much each child counts.
        public let weights: Weights
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

extension Node.Aggregate {
    /// The formulas of its weights.
    public var formulas: [Formula] {
        guard case .computed(let parts) = weights else { return [] }
        return parts.flatMap { $0.formulas ?? [] }
    }
}

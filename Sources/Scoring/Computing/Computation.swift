public import Arithmetic
public import Methodology

/// How a node came to its outcome for one body and period: every step of its path.
public struct Computation: Sendable {
    /// What stands before a score is made of it: the value of a leaf, what the children of an
    /// inner node come to.
    public internal(set) var value: Fixed?
    /// What a leaf's own rule comes to where another value is supposed in its place; `nil`
    /// where none is.
    public internal(set) var supposedFor: Fixed?
    /// Where the value comes from when it took the place of a missing one.
    public internal(set) var substituted: SubstituteStep?
    /// What became of the value beside those of other bodies, before a score was made of it; `nil`
    /// where the node treats none, or there is no value.
    public internal(set) var treated: TreatmentStep?
    /// The children and what became of them, for an inner node.
    public internal(set) var aggregate: AggregateComputation?
    /// How the body stands against each of the others, for an aggregate that compares bodies.
    public internal(set) var outranking: OutrankingStep?
    /// The requirements that were looked at, for a ladder or a checklist; in its order.
    public internal(set) var requirements: [RequirementStep] = []
    /// The score rule with its edges; `nil` where no score was made of a value.
    public internal(set) var rule: AppliedRule?
    /// What the value was compared with, for a score rule that compares bodies.
    public internal(set) var comparison: ComparisonStep?
    /// What the score rule, or a missing rule, made of it.
    public internal(set) var scored: Fixed?
    /// In the order of the file; empty when the path ended before.
    public internal(set) var corrections: [CorrectionStep] = []
    /// Before the last rounding; `nil` where nothing is rounded.
    public internal(set) var unrounded: Fixed?
    /// What came out.
    public internal(set) var outcome: Outcome
    /// What the score can still become; `nil` when the node is not applicable, or depends on
    /// other bodies.
    public internal(set) var bounds: Bounds?

    init(_ outcome: Outcome, bounds: Bounds? = nil) {
        self.outcome = outcome
        self.bounds = bounds
    }

    /// What a score is made of: the value as it was treated.
    public var scoredValue: Fixed? { treated?.value ?? value }
}

/// What the children of one node come to for one body and period.
public struct AggregateComputation: Sendable {
    /// What became of a child.
    public enum Treatment: Hashable, Sendable {
        /// Its score counts.
        case counted
        /// It is left out and the other weights grow in proportion.
        case leftOut
        /// It counts as this score.
        case countedAs(Fixed)
        /// Its weight went to a sibling.
        case movedTo(Int)
        /// It makes the node missing.
        case refused
    }

    /// One child.
    public struct Child: Sendable {
        /// Its position among the nodes.
        public let node: Int
        /// Its outcome's state.
        public let state: State
        /// Its score, or what counts in its place; `nil` when it does not count.
        public internal(set) var score: Fixed?
        /// Whether that is its own score and not filled: what coverage counts.
        public let hasOwnScore: Bool
        /// The weight in the edition, as a whole number over ``AggregateComputation/nominalTotal``.
        public let nominal: Int64
        /// The weight it has here, over ``AggregateComputation/effectiveTotal``.
        public internal(set) var effective: Int64
        /// What became of it.
        public internal(set) var treatment: Treatment
    }

    /// What is computed.
    public let kind: Node.Aggregate.Kind
    /// In the order of the file.
    public internal(set) var children: [Child]
    /// The sum of all nominal weights.
    public let nominalTotal: Int64

    /// The sum of the effective weights; 0 when nothing counts.
    public var effectiveTotal: Int64 { children.reduce(0) { $0 + $1.effective } }

    /// What a point of a child's score adds to the value; `nil` where the value is no sum, and for
    /// a child without weight.
    public func factor(of child: Child) -> BigFraction? {
        ratio(of: child).map { BigFraction(numerator: $0.part, denominator: $0.whole) }
    }

    /// The same as two whole numbers above 0, whose ratio it is.
    package func ratio(of child: Child) -> (part: Int128, whole: Int128)? {
        let (own, total) = (Int128(child.effective), Int128(effectiveTotal))
        guard own > 0 else { return nil }
        let all = Int128(nominalTotal)
        switch kind {
        case .weightedMean: return (own, total)
        case .sum:
            guard child.nominal > 0 else { return nil }
            return (own * all, Int128(child.nominal) * total)
        case .weightedSum(let denominator): return (own * all, Int128(denominator) * total)
        case .harmonic, .geometric, .power, .median, .least, .greatest, .kthBest, .copeland,
            .weakest, .lookup:
            return nil
        }
    }

    /// The share of the nominal weight of the applicable children that has a score of its own;
    /// `nil` when no child with a weight is applicable.
    public var coverage: Fraction? {
        var covered: Int64 = 0
        var applicable: Int64 = 0
        for child in children where child.state != .notApplicable {
            applicable += child.nominal
            if child.hasOwnScore { covered += child.nominal }
        }
        guard applicable > 0 else { return nil }
        return Fraction(numerator: Int128(covered), denominator: Int128(applicable)).reduced
    }
}

/// How a body stands against the others of its period, child by child.
public struct OutrankingStep: Hashable, Sendable {
    /// How many it outranks: by more than half of the weight that both have.
    public internal(set) var outranked = 0
    /// How many outrank it.
    public internal(set) var outrankedBy = 0
    /// With how many it shares the weight half and half.
    public internal(set) var ties = 0
    /// With how many it has no child in common.
    public internal(set) var apart = 0

    /// With how many it was compared.
    public var others: Int { outranked + outrankedBy + ties + apart }
}

/// A value that took the place of a missing one.
public struct SubstituteStep: Hashable, Sendable {
    /// Where it comes from.
    public enum Source: Hashable, Sendable {
        /// The node's value in an earlier period, for the unit.
        case earlier(Int)
        /// The known values of so many peers.
        case peers(Int)
        /// What is expected beside the body's other values, fitted to those of so many bodies in
        /// so many rounds.
        case fitted(bodies: Int, rounds: Int)
    }

    /// Where it comes from.
    public let source: Source
    /// The value.
    public let value: Fixed
}

/// A value beside those of other bodies, and what was done with those far from the others.
public struct TreatmentStep: Sendable {
    /// How lopsided and heavy-tailed a series is.
    public struct Shape: Hashable, Sendable {
        /// 0 for a symmetric one; `nil` of too few values, or where all are the same.
        public let skewness: Fixed?
        /// 0 for a normal one; `nil` of too few values, or where all are the same.
        public let kurtosis: Fixed?
    }

    /// The treated value.
    public let value: Fixed
    /// How many bodies have a value, the one at hand included.
    public let bodies: Int
    /// How many points were drawn in, also where a logarithm then took their place.
    public let points: Int
    /// Between what values lie with those points drawn in.
    public let least: Fixed
    /// The other end.
    public let greatest: Fixed
    /// The logarithm that was taken of all values; `nil` for none.
    public let transform: Node.Treatment.Transform?
    /// What the series was like.
    public let before: Shape
    /// What it was like with points drawn in; `nil` where none was.
    public let drawnIn: Shape?
    /// What it is like now.
    public let after: Shape
}

/// The values of other bodies that a value was compared with.
public struct ComparisonStep: Sendable {
    /// How many bodies have a value, the one at hand included.
    public let bodies: Int
    /// The least value.
    public let least: Fixed
    /// The greatest value.
    public let greatest: Fixed
    /// The rank among them, 1 for the worst; `nil` where the rule needs none.
    public let rank: Fixed?
    /// Their mean; `nil` where the rule needs none.
    public let mean: Fixed?
    /// Their standard deviation; `nil` where the rule needs none.
    public let deviation: Fixed?
    /// The value of the reference body, or the target; `nil` where the rule needs none.
    public let mark: Fixed?
}

/// What a correction did.
public struct CorrectionStep: Sendable {
    /// Its position in the node's list.
    public let index: Int
    /// Whether its condition held; `false` as well where it cannot be told and counts as none.
    public let isApplied: Bool
    /// The blank that left its condition or amount unknown.
    public let unknown: Origin?
    /// Points added or taken away, or the edge; `nil` where it was not applied.
    public let amount: Fixed?
    /// The score before it.
    public let before: Fixed
    /// The score after it.
    public let after: Fixed
}

/// What became of a requirement of a ladder or a checklist.
public struct RequirementStep: Hashable, Sendable {
    /// Whether it holds.
    public enum Verdict: Hashable, Sendable {
        case met
        case unmet
        /// The blank that leaves it open.
        case unknown(Origin)
    }

    /// Its position in the ladder or the checklist.
    public let index: Int
    /// Whether it holds.
    public let verdict: Verdict
}

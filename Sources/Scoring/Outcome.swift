public import Arithmetic
public import Domain
public import Methodology

/// What a node yields for a body and a period.
public enum State: String, CaseIterable, Hashable, Sendable {
    /// A score.
    case score
    /// The question does not arise for this body.
    case notApplicable = "not-applicable"
    /// Something that is needed is not known.
    case missing
    /// Something that is needed is withheld, or was left out by a decision.
    case excluded
}

/// A score, or why there is none.
public struct Outcome: Hashable, Sendable {
    /// Whether there is a score.
    public let state: State
    /// In the units of the node's scale; `nil` when there is none.
    public let score: Fixed?
    /// Whether a missing rule put the score, or the value it came from, in the place of an
    /// absent one.
    public let isFilled: Bool
    /// Why there is no score, or why it was filled or decided; `nil` for a score of its own.
    public let reason: Reason?

    /// A score that was computed.
    static func score(_ score: Fixed) -> Outcome {
        Outcome(state: .score, score: score, isFilled: false, reason: nil)
    }

    /// No score.
    static func none(_ state: State, _ reason: Reason) -> Outcome {
        Outcome(state: state, score: nil, isFilled: false, reason: reason)
    }
}

/// The least and the greatest a score can become when everything open is settled.
public struct Bounds: Hashable, Sendable {
    /// The least score.
    public let lower: Fixed
    /// The greatest score; at least ``lower``.
    public let upper: Fixed

    /// Both ends.
    public init(_ lower: Fixed, _ upper: Fixed) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether both ends are the same.
    public var isClosed: Bool { lower == upper }
}

/// What a blank goes back to.
///
/// Positions are those of the plan and its schema.
public enum Origin: Hashable, Sendable {
    case input(Int)
    case field(table: Int, Int)
    case computed(table: Int, Int)
    /// A parameter whose value is not known for the period.
    case parameter(Int)
    /// The score of another node.
    case score(Int)
    /// A function that found no value to work on.
    case nothing(String)
    /// A period for which the body handed in nothing, by its index.
    case period(Int)
    /// A score in a period that the edition does not score, by the period's index.
    case unscored(Int)
    /// The group that says who the peers of the body are.
    case group
    /// One of these for an earlier period of the body: its unit.
    indirect case earlier(Origin, unit: Int)
}

/// A number that a function does not take.
public struct DomainFault: Hashable, Sendable {
    /// The function.
    public let function: RealFunction
    /// The number; `nil` where it is 10^20 or more in size.
    public let number: Fixed?
    /// Where it stands in the formula, in UTF-8 bytes.
    public let range: Range<Int>
    /// The computed field whose formula it is; `nil` for that of the node.
    public let field: Origin?
    /// The body and period it was met for.
    public let unit: Int
}

/// Why a node has no score, or a filled or decided one.
public enum Reason: Hashable, Sendable {
    /// The body did not exist on the last day of the period.
    case didNotExist(Day)
    /// The edition does not apply to the body's kind.
    case otherKind
    /// `applies-when` is not met.
    case doesNotApply
    /// A blank leaves open whether the node applies.
    case applicabilityUnknown(Origin)
    /// The value needs something that is blank.
    case blank(Origin)
    /// A denominator is zero; where it stands in the formula, in UTF-8 bytes.
    case emptyDenominator(Range<Int>)
    /// A denominator is zero for another body: the unit, and where it stands in the formula.
    case emptyElsewhere(Int, Range<Int>)
    /// A denominator within a computed field is zero; where it stands in that field's formula.
    case emptyField(table: Int, Int, Range<Int>)
    /// A root or a logarithm of a number that has none.
    indirect case outsideDomain(DomainFault)
    /// No part of the way to a target can be told.
    case target(Node.TargetAchievement.Trap)
    /// A child without a score, and the policy is to refuse.
    case child(Int)
    /// So many bodies are compared with one another, and all have the same value.
    case constant(bodies: Int)
    /// The divisor of a score rule that compares bodies is zero.
    case divisor
    /// What is to be reached is worse than the worst value that is compared.
    case passed
    /// The body that the others are measured by has no value: its unit; `nil` where the evidence
    /// does not have it.
    case reference(Int?)
    /// Every child is not applicable.
    case noChildApplies
    /// No child has a score.
    case noChildScored
    /// Children have a score and none of them has a weight.
    case noWeight
    /// What a part of the computed weights is in proportion to sums to 0.
    case emptyWeights(part: Int)
    /// The weight of a child needs something that is blank.
    case weight(child: Int, Origin)
    /// A child's score is 0, and the mean has no room for that.
    case zero(Int)
    /// So few scores count; the rule needs more.
    case tooFew(Int)
    /// The table has no row for the grades of the children.
    case noRow
    /// Too little of the weight has a score of its own: how much has, and how much must have.
    indirect case coverage(Fraction, atLeast: Fraction)
    /// The weight of a child goes to a sibling that has no score.
    case siblingWithoutScore(child: Int, sibling: Int)
    /// A requirement is blank, by its position: of a ladder, and none above it holds; of a
    /// checklist, and the others do not decide without it.
    case requirement(Int, Origin)
    /// The value is not known, and a missing rule that fits it beside others comes to nothing.
    indirect case unfitted(Unfitted, Reason)
    /// A correction's condition or amount is blank.
    case correction(Int, Origin)
    /// A heading has no score.
    case heading
    /// A test case gives the outcome.
    case given
    /// It was decided: the position of the decision in ``Evidence/decisions``.
    case decision(Int)
}

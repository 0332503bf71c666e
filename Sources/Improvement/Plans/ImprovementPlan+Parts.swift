public import Arithmetic
public import Domain
public import Scoring

extension ImprovementPlan {
    /// How far a measure is.
    public enum Standing: Hashable, Sendable {
        /// Its effect was to be there by the end of the period that is looked at.
        case due
        /// Its effect is to come later, so that nothing is expected of it so far.
        case notDue
        /// It could not be taken on the assessment that the plan was made from, so that nothing is
        /// expected of it.
        case impossible(Catalogue.Reason)
    }

    /// Points of a score.
    public struct Points: Sendable {
        /// Of the whole plan.
        public let expected: BigFraction
        /// Of what is due by the period that is looked at.
        public let due: BigFraction
        /// What the score now is more than then.
        ///
        /// Over several scores the sum of those known; `nil` where none is known.
        public let gained: BigFraction?
        /// Of how many scores it is not known what was gained.
        public let unknown: Int
    }

    /// What a measure has in the points of a score.
    public struct Share: Sendable {
        /// Its position in ``ImprovementPlan/items``.
        public let item: Int
        /// Its own.
        public let points: Points
    }

    /// A measure of the plan.
    public struct Item: Sendable {
        /// As it was planned.
        public let planned: PlannedMeasure
        /// What it is.
        public let measure: Measure
        /// Who answers for it; `nil` where nobody is named.
        public let owner: String?
        /// The day by which its effect is to be there: that of the plan, or the earliest that it and
        /// the measures it needs allow.
        public let due: Day
        /// How far it is.
        public let standing: Standing
        /// Of the scores of all leaves that it acts on, together.
        public let points: Points
        /// Positions in ``ImprovementPlan/leaves`` of those that it acts on.
        public let leaves: [Int]
    }

    /// A value of a body that the plan changes.
    public struct Value: Sendable {
        /// The position of the body in the evidence that the plan was made from.
        public let body: Int
        /// What has the value.
        public let subject: SupposedValue.Subject
        /// Then.
        public let before: SupposedValue.Level
        /// With the whole plan.
        public let expected: SupposedValue.Level
        /// With what is due by now; as before where nothing is.
        public let due: SupposedValue.Level
        /// Now.
        public let now: Known<SupposedValue.Level>
    }

    /// What is known of something now.
    public enum Known<Figure: Hashable & Sendable>: Hashable, Sendable {
        /// This.
        case known(Figure)
        /// Nothing, and why.
        case unknown(Gap)

        /// The figure; `nil` where nothing is known.
        public var figure: Figure? { if case .known(let figure) = self { figure } else { nil } }
    }

    /// Why something is not known now.
    public enum Gap: Hashable, Sendable {
        /// No later period is scored yet.
        case noPeriod
        /// The body existed no more on the last day of the period.
        case bodyEnded
        /// The body is not in the evidence.
        case bodyGone
        /// The edition of the later period has no such leaf or input.
        case gone
        /// It has one of another scale or type.
        case otherScale
        /// The leaf has no score, or the value is blank.
        case none(State)
        /// A rule puts a score in the place of one that is not known.
        case filled
    }

    /// A leaf of a body whose score the plan changes.
    public struct Leaf: Sendable {
        /// The position of the body in the evidence that the plan was made from.
        public let body: Int
        /// The position of the node in the plan of that assessment.
        public let node: Int
        /// Its score then; `nil` where it has none, as where other values of it are not known.
        public let before: Fixed?
        /// With the whole plan; `nil` where it would have none.
        public let expected: Fixed?
        /// With what is due by now.
        public let due: Fixed?
        /// Now.
        public let now: Known<Fixed>
        /// Its points; `nil` where a score is absent then or would be.
        public let points: Points?
        /// Of each measure that acts on it, in the order of the items; together exactly
        /// ``points``, but for what is ``unshared``.
        public let shares: [Share]
        /// What was gained although no measure is due that was expected to move it; `nil` where
        /// all of it is shared, or it is not known.
        public let unshared: BigFraction?
    }

    /// A node above leaves that the plan changes.
    public struct Result: Sendable {
        /// The position of the body in the evidence that the plan was made from.
        public let body: Int
        /// The position of the node in the plan of that assessment.
        public let node: Int
        /// Its score then; `nil` where it has none.
        public let before: Fixed?
        /// With the whole plan.
        public let expected: Fixed?
        /// With what is due by now.
        public let due: Fixed?
        /// Now.
        public let now: Known<Fixed>
        /// What the leaves of the plan bring to it; `nil` where it cannot be told what a leaf
        /// brings, since the score is absent then, or the rules are others now.
        public let points: Points?
        /// Of each measure, in the order of the items; what a leaf brings is shared as the leaf's
        /// own points are.
        public let shares: [Share]
        /// What it moved by otherwise, by leaves without a measure and by what no leaf brings alone.
        ///
        /// With what was gained in ``points`` the whole move; `nil` where that cannot be told.
        public let beside: BigFraction?
    }

    /// Sums of what one answers for.
    public struct Owner: Sendable {
        /// Who; `nil` where nobody is named.
        public let owner: String?
        /// Positions in ``ImprovementPlan/items``.
        public let items: [Int]
        /// What they cost.
        public let cost: Fixed
        /// Of the scores of all leaves.
        public let points: Points
        /// Of the scores of each node of the results over all bodies, in the order of the plan.
        public let results: [(node: Int, points: Points)]
    }

    /// A leaf that moved without a measure.
    public struct Beside: Sendable {
        /// The position of the body in the evidence that the plan was made from.
        public let body: Int
        /// The position of the node in the plan of that assessment.
        public let node: Int
        /// Its score then; `nil` where it had none.
        public let before: Fixed?
        /// Now.
        public let now: Known<Fixed>
    }
}

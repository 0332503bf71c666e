public import Arithmetic
public import Diagnostics
public import Domain

/// The stages that a body and the whole apparatus can attain, and the rule of the verdict.
///
/// Dimensions stand side by side, each with one cell for a stage: a node whose children are the
/// criteria. Stages are cumulative, since none is attained without those below it, and not
/// exclusive, since one that is not attained can have a presence. All comparisons are made on
/// unrounded scores, and *at least* is inclusive.
public struct Stages: Sendable {
    /// One stage.
    public struct Stage: Sendable {
        /// Its id, as in `strategic`.
        public let id: String
        /// What it is called where it is attained, as in `professional`.
        public let title: LanguageMap
        /// What a verdict says of it where it is not attained.
        public let phrases: [Phrase: LanguageMap]
    }

    /// What a verdict can say of a stage that is not attained.
    public enum Phrase: String, CaseIterable, Hashable, Sendable {
        /// Of the first stage: it has elements or is in transition.
        case emerging
        /// Of the first stage: it has less.
        case before
        /// Of a later stage: its own conditions are nearly met, and the stage below is attained.
        case transition
        /// Of a later stage: some of it is there.
        case elements
        /// Of a later stage: little of it is there.
        case isolated
        /// Of a later stage: too little is known.
        case notAssessed = "not-assessed"
    }

    /// A dimension: a node that is a heading over one cell for each stage.
    public struct Dimension: Sendable {
        /// The position of the heading.
        public let node: Int
        /// The position of the cell of each stage, in their order.
        public let cells: [Int]
    }

    /// What a cell's score is held to, whatever its criteria come to.
    public struct Cap: Hashable, Sendable {
        /// The condition's edge: a score for a decisive criterion, a share for the kinds of proof.
        public let edge: Fraction
        /// The score that the cell has at most when it is met.
        public let score: Fixed
    }

    /// The kinds of proof that a cell must rest on.
    public struct Gate: Sendable {
        /// The kinds that count.
        public let kinds: Set<Criterion.Proof>
        /// The positions of the stages it holds for.
        public let stages: Set<Int>
        /// The least share of the observed weight, and the cap where there is less.
        public let cap: Cap
    }

    /// When a stage is attained, for a body whose cells are assessed.
    public struct Attainment: Hashable, Sendable {
        /// The least mean of the cells.
        public let mean: Fixed
        /// The least share of the cells that are established.
        public let established: Fraction
        /// The least that each cell has.
        public let least: Fixed
    }

    /// How much of a stage that is not attained is there; strongest first.
    public enum Presence: String, CaseIterable, Hashable, Sendable {
        case transition
        case elements
        case isolated
        case none
    }

    /// When a stage has a presence: the mean is reached, and one of the shares.
    public struct PresenceRule: Hashable, Sendable {
        /// The least mean of the cells; `nil` where it does not matter.
        public let mean: Fixed?
        /// The least share of established cells; 0 for any that is above nothing.
        public let established: Fraction?
        /// The least share of cells that are emerging at least.
        public let emerging: Fraction?
    }

    /// How bodies make up the apparatus.
    public struct Apparatus: Sendable {
        /// The kind of body for which criteria of the whole apparatus are measured.
        public let kind: String
        /// The position of the input that weighs the bodies, as their staff.
        public let weight: Int
        /// The least share of the weight in bodies that attained a stage.
        public let attained: Fraction
        /// The least mean of the system's criteria of a stage.
        public let mean: Fixed
    }

    /// So many stages are allowed, so that a verdict is one number in runs.
    public static let most = 21

    /// Lowest first; two at least, and ``most`` at most.
    public let list: [Stage]
    /// In the order of the file.
    public let dimensions: [Dimension]
    /// From which score a cell is established; what a criterion scores at its pass mark.
    public let established: Fixed
    /// From which score a cell is emerging.
    public let emerging: Fixed
    /// A decisive criterion below the edge caps its cell; `nil` where none is decisive.
    public let decisive: Cap?
    /// `nil` where the kinds of proof do not matter.
    public let gate: Gate?
    /// The least share of the applicable weight of a cell, and of the applicable dimensions of a
    /// stage, that must be known; otherwise they are not assessed.
    public let coverage: Fraction
    /// When a stage is attained.
    public let attained: Attainment
    /// In the order of ``Presence``, without ``Presence/none``.
    public let presence: [Presence: PresenceRule]
    /// `nil` where the edition looks at bodies alone.
    public let apparatus: Apparatus?
    /// What has to be said beside every verdict.
    public let note: LanguageMap?
    /// On what the rule rests.
    public let basis: [Plan.Citation]
    /// Where it stands in the edition.
    public let place: Place
}

/// What makes a leaf a criterion of a stage.
public struct Criterion: Sendable {
    /// What is measured.
    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// A body.
        case body
        /// The whole apparatus.
        case system
        /// Both, each for itself.
        case both
    }

    /// What proves it: SIGMA's five kinds.
    public enum Proof: String, CaseIterable, Hashable, Sendable {
        case legislation
        case guidance
        case institution
        case practice
        case result
    }

    /// Where thresholds come from.
    public enum Origin: String, CaseIterable, Hashable, Sendable {
        /// Published, and seen.
        case published
        /// Published, and told from memory.
        case remembered
        /// A quantile of published data.
        case quantile
        /// Proposed by whoever wrote the edition.
        case proposed

        /// Whether it counts as assumed, so that nothing that rests on it is official.
        public var isAssumed: Bool { self == .remembered || self == .proposed }
    }

    /// Values and what they earn, on straight lines between them.
    ///
    /// A floor above the full mark says that less is better.
    public struct Thresholds: Hashable, Sendable {
        /// Up to this value the score is the least of the scale.
        public let floor: Fixed
        /// This value earns ``Stages/established``.
        public let pass: Fixed
        /// From this value on the score is the greatest of the scale.
        public let full: Fixed
    }

    /// The position of its dimension in ``Stages/dimensions``.
    public let dimension: Int
    /// The position of its stage in ``Stages/list``.
    public let stage: Int
    /// Whether a low score of it alone caps the cell.
    public let isDecisive: Bool
    /// What is measured.
    public let level: Level
    /// In the order of the file; empty only where the stages have no ``Stages/gate``.
    public let proof: [Proof]
    /// Where its thresholds come from; `nil` where the edition does not say.
    public let origin: Origin?
    /// `nil` where its score rule is written otherwise.
    public let thresholds: Thresholds?
}

public import Arithmetic
public import Diagnostics
public import Domain
public import Expressions

/// One element of the scorecard tree.
///
/// A leaf takes the path applies-when → value → missing → treat → score → corrections → round;
/// an inner node has its aggregate in the place of the value. A class only so that millions of
/// paths carry it without copying; nothing in it changes.
public final class Node: Sendable {
    /// Its id, unique in the edition.
    public let id: String
    /// Where it stands in the edition.
    public let place: Place
    /// What people call it, what it means, what it rests on.
    public let texts: Texts
    /// The position of the node it is a child of; `nil` for a root.
    public let parent: Int?
    /// The positions of its children, in the order of the file.
    public let children: [Int]
    /// Whether the rule was chosen without a source.
    public let isAssumed: Bool
    /// For which bodies it is computed; `nil` for all.
    public let appliesWhen: Formula?
    /// What yields its value.
    public let content: Content
    /// For a value that is a code: the number each of its words stands for; else empty.
    public let coding: [Fixed]
    /// What happens when there is no value; `nil`: missing stays missing.
    public let missing: MissingRule?
    /// What value takes the place of a missing one; `nil` where a score does, or nothing.
    public let substitute: Substitute?
    /// What is done with values far from the others; `nil` for nothing.
    public let treatment: Treatment?
    /// How its value becomes its score.
    public let score: ScoreRule
    /// In the order in which they are applied.
    public let corrections: [Correction]
    /// How its score is rounded at the end; `nil` for not at all.
    public let rounding: Plan.Rounded?
    /// How far its score may lie apart from what is known; `nil` for the scale.
    public let bounds: BoundsRule?
    /// The least and the greatest score it can have.
    public let scale: Scale
    /// The grades of which it has one; `nil` for a node with scores.
    public let grades: Grades?
    /// Whether a bonus may lift the score above the scale.
    public let mayExceed: Bool
    /// What makes it a criterion of a stage; `nil` for any other node.
    public let criterion: Criterion?
    /// The positions of the parameters its own rule uses.
    public let parameters: [Int]

    init(
        id: String, place: Place, texts: Texts, parent: Int?, children: [Int], isAssumed: Bool,
        appliesWhen: Formula?, content: Content, coding: [Fixed], missing: MissingRule?,
        substitute: Substitute?, treatment: Treatment?, score: ScoreRule,
        corrections: [Correction], rounding: Plan.Rounded?, bounds: BoundsRule?, scale: Scale,
        grades: Grades?, mayExceed: Bool, criterion: Criterion?, parameters: [Int]
    ) {
        self.id = id
        self.place = place
        self.texts = texts
        self.parent = parent
        self.children = children
        self.isAssumed = isAssumed
        self.appliesWhen = appliesWhen
        self.content = content
        self.coding = coding
        self.missing = missing
        self.substitute = substitute
        self.treatment = treatment
        self.score = score
        self.corrections = corrections
        self.rounding = rounding
        self.bounds = bounds
        self.scale = scale
        self.grades = grades
        self.mayExceed = mayExceed
        self.criterion = criterion
        self.parameters = parameters
    }

    /// Whether it stands over its children and has no score.
    public var isHeading: Bool { if case .heading = content { true } else { false } }

    /// The least and the greatest score.
    public struct Scale: Hashable, Sendable {
        /// The least score.
        public let least: Fixed
        /// The greatest score.
        public let greatest: Fixed
    }

    /// What is said about an element.
    public struct Texts: Sendable {
        /// What people call it.
        public let title: LanguageMap?
        /// What is to be known besides.
        public let note: LanguageMap?
        /// What it means.
        public let definition: LanguageMap?
        /// As in `percent`.
        public let unit: String?
        /// Who assesses it.
        public let assessors: [LanguageMap]
        /// How sure its figure is.
        public let confidence: [LanguageMap]
        /// Where its figure comes from.
        public let source: [LanguageMap]
        /// On what it rests: its own citations or its nearest ancestor's.
        public let basis: [Plan.Citation]
        /// The rule as it stands in the file.
        public let rule: String?
    }

    /// What yields the value of a node.
    public indirect enum Content: Sendable {
        /// Nothing: a heading over its children.
        case heading
        /// A formula.
        case formula(Formula, empty: EmptyRule?)
        /// What its children come to.
        case aggregate(Aggregate)
        /// The first requirement that holds.
        case ladder(Ladder)
        /// Requirements side by side.
        case checklist(Checklist)
    }

    /// What a node yields when a denominator of its value is zero.
    public enum EmptyRule: String, CaseIterable, Hashable, Sendable {
        case notApplicable = "not-applicable"
        case missing
        case excluded
    }

    /// What is put in the place of an absent value.
    public struct MissingRule: Sendable {
        /// The score that is set.
        public let score: Fixed
        /// How the rule is written, as in `zero`.
        public let word: String
        /// What is shown in the place of the grade, as in `D*`.
        public let mark: String?
        /// Why, for people.
        public let reason: LanguageMap?
        /// Whether the score can still change when the value is handed in.
        public let isOpen: Bool
    }

    /// How a value becomes a score.
    public indirect enum ScoreRule: Sendable {
        /// The value is the score, held to a floor and a cap where they are given.
        case asIs(floor: Fixed?, cap: Fixed?)
        /// Straight lines between points, level outside; by value, rising.
        case knots([Knot])
        /// Points for ranges of the value; lowest first, without gap or overlap.
        case points([PointsRow])
        /// Straight lines between values that are computed for each body and period.
        case line(Line)
        /// How far a target is achieved.
        case achievement(TargetAchievement)
        /// By where the value stands among those of other bodies.
        case comparison(Comparison)
    }

    /// A value and the score it earns.
    public struct Knot: Hashable, Sendable {
        /// The value.
        public let value: Fixed
        /// Its score.
        public let score: Fixed
    }

    /// A range of values and the points it earns.
    public struct PointsRow: Hashable, Sendable {
        /// The least value in it; `nil` for no limit.
        public let from: Fixed?
        /// The least value above it; `nil` for no limit.
        public let below: Fixed?
        /// The score.
        public let points: Fixed
        /// Where it stands in the edition.
        public let place: Place
    }

    /// A change of the score after it was computed.
    public struct Correction: Sendable {
        /// What it does.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            case bonus
            case penalty
            case cap
            case floor
            case gate
        }

        /// What it does.
        public let kind: Kind
        /// When it is applied, `nil` for always; a gate's condition.
        public let when: Formula?
        /// The points added or taken away; the edge of a cap, a floor or a gate.
        public let amount: Formula
        /// The most points a bonus or penalty comes to.
        public let atMost: Formula?
        /// Whether it is left out when its condition or amount is unknown.
        public let isNoneWhenUnknown: Bool
        /// On what it rests.
        public let basis: [Plan.Citation]
    }

    /// How far a score may lie apart from what is known.
    public enum BoundsRule: Sendable {
        /// The least and greatest score when there is none.
        case fixed(Scale)
        /// Of a percentage: how many units are unknown, of how many.
        case share(unknown: Formula, of: Formula)
    }
}

public import Arithmetic
public import Domain
internal import Evidence
public import Methodology
public import Scoring

/// How the outcome of a node came about for one body and period, step by step.
///
/// It is made from the plan when somebody asks, not stored for everyone.
public struct Trace: Sendable {
    /// The node's position.
    public let node: Int
    /// The body and period.
    public let unit: Int
    /// What the rule rests on: its own citations or its nearest ancestor's.
    public let basis: [Plan.Citation]
    /// In the order of the path.
    public let steps: [Step]
    /// The parameters its rule names, with the value of the period's last day.
    public let parameters: [ParameterLine]
    /// What was handed in for it, inputs first.
    public let evidence: [EvidenceLine]
    /// What was decided about it and what it reads, in the order of the files.
    public let decisions: [DecisionLine]
    /// What came out.
    public let outcome: Outcome
    /// What the score can still become; `nil` when the node is not applicable.
    public let bounds: Bounds?
    /// Where the points went; `nil` without a score.
    public let lost: PointsLost?

    /// A step of the path, with its numbers.
    public enum Step: Sendable {
        /// The condition under which the node applies.
        case appliesWhen(Substitution)
        /// The value of a leaf; `nil` when there is none.
        case value(Substitution, Fixed?)
        /// A value that is supposed in the place of the one a leaf has.
        case supposed(Fixed, known: Fixed)
        /// How the weights of the children are computed.
        case weights([WeightLine])
        /// What the children come to; `nil` when that cannot be said.
        case aggregate(AggregateComputation, Node.Aggregate, Fixed?)
        /// How the body stands against each of the others, by the children.
        case outranking(OutrankingStep)
        /// The requirements that were looked at, in their order.
        case ladder([Rung])
        /// A missing rule put a value in the place of an absent one.
        case substituted(rule: String, SubstituteStep, reason: LanguageMap?)
        /// The requirements side by side, with what they come to; `nil` when there is none.
        case checklist(Node.Checklist, [CheckedItem], Fixed?)
        /// A missing rule put a score in the place of an absent one.
        case filled(rule: String, score: Fixed, reason: LanguageMap?)
        /// What became of the value beside those of other bodies; the value as it was.
        case treated(Node.Treatment, TreatmentStep, value: Fixed)
        /// The score rule made a score of the value; what it was measured against, by name.
        case scored(
            Node.ScoreRule, AppliedRule, edges: [NamedSubstitution], value: Fixed, score: Fixed)
        /// The score rule compared the value with those of other bodies; `nil` without a score.
        case compared(
            Node.Comparison, ComparisonStep, edges: [NamedSubstitution], value: Fixed,
            score: Fixed?)
        /// A correction: its condition, its amount and what it did.
        case correction(Node.Correction, CorrectionStep, when: Substitution?, amount: Substitution)
        /// The score was rounded.
        case rounded(from: Fixed, to: Fixed, Plan.Rounded)
        /// The bounds that a leaf declares: how many units are unknown, of how many.
        case shareBounds(unknown: Substitution, of: Substitution)
    }

    /// How the weight of a child is computed.
    public struct WeightLine: Sendable {
        /// A part of it: how large it is, and what the child's share of it is in proportion to;
        /// `nil` where all children have the same.
        public struct Part: Sendable {
            /// As it is written, as in `2/3` or `own_part`.
            public let size: String
            /// The formula with its numbers.
            public let formula: Substitution?
        }

        /// The child's position among the nodes.
        public let node: Int
        /// In the order of the file.
        public let parts: [Part]
    }

    /// What the score rule measures against, as in `worst`.
    public struct NamedSubstitution: Sendable {
        /// The key it stands under.
        public let name: String
        /// Its formula with figures.
        public let substitution: Substitution
    }

    /// A requirement of a checklist.
    public struct CheckedItem: Sendable {
        /// The requirement.
        public let item: Node.Checklist.Item
        /// Its condition with figures.
        public let when: Substitution
        /// What became of it.
        public let verdict: RequirementStep.Verdict
    }

    /// A requirement of a ladder that was looked at, or what is left when none holds.
    public struct Rung: Sendable {
        /// What it earns.
        public let score: Fixed
        /// The condition; `nil` for what is left when none holds.
        public let when: Substitution?
        /// What became of it.
        public let verdict: RequirementStep.Verdict
    }

    /// A parameter as it stood on the period's last day.
    public struct ParameterLine: Sendable {
        /// Its position in the plan.
        public let parameter: Int
        /// `nil` when it is not known.
        public let value: Fraction?
    }

    /// A decision with what stood before it and what stands after it.
    public struct DecisionLine: Sendable {
        /// Its position in the evidence.
        public let decision: Int
        /// The id of the input or node, as in `headcount`.
        public let id: String
        /// The period it is about; `nil` for the period of the trace.
        public let elsewhere: Period?
        /// What was handed in, or the outcome without the decision.
        public let before: Standing
        /// What counts now.
        public let after: Standing

        /// What stands there.
        public enum Standing: Sendable {
            /// A value or blank of an input.
            case figure(Figure)
            /// The outcome of a node; `nil` where it cannot be computed.
            case outcome(Outcome?)
        }
    }

    /// Something that was handed in, with the places it came from.
    public struct EvidenceLine: Sendable {
        /// The id of the input or table, as in `headcount`.
        public let id: String
        /// The period it was handed in for; `nil` for the period of the trace.
        public let elsewhere: Period?
        /// What stands there; `nil` for a table.
        public let figure: Figure?
        /// What is known, where the figure is supposed in its place; `nil` where it is not.
        public let known: Figure?
        /// The file; `nil` when nothing was handed in.
        public let file: String?
        /// The rows as a spreadsheet shows them, rising.
        public let rows: [Int]
        /// Status, source and proof, each once.
        public let provenances: [Provenance]
        /// Rows about it that were left out because something is wrong with them, by file.
        public let rejected: [String: [Int]]
    }
}

extension Trace.EvidenceLine {
    /// What it is called in files, as in `answered`, or `answered in 2023` of another period.
    public var name: String { elsewhere.map { "\(id) in \($0)" } ?? id }
}

extension Trace.DecisionLine {
    /// What it is called in files, as in `answered`, or `answered in 2023` of another period.
    public var name: String { elsewhere.map { "\(id) in \($0)" } ?? id }
}

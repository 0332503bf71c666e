public import Arithmetic
public import Domain

/// A recorded change to evidence or outcome: what was decided, why, by whom and when.
public struct Decision: Sendable {
    /// What becomes of an input or a node.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// It is left out: a value that exists and is withheld.
        case exclude
        /// The question does not arise.
        case notApplicable = "not-applicable"
        /// It has another value, score or grade.
        case set
        /// It counts as verified.
        case accept
    }

    /// What it is about.
    public enum Subject: Hashable, Sendable {
        /// The position of an input in the schema.
        case input(Int)
        /// The position of a node in the schema and in the plan.
        case node(Int)
    }

    /// What stood in the place of an input before.
    public struct Before: Sendable {
        /// The value or blank: a column of one row.
        public let cell: Column
        /// The file it was handed in with; `nil` when nothing was handed in.
        public let file: String?
        /// Its row in that file, the heading being row 1; 0 when nothing was handed in.
        public let row: Int32
        /// Its position in ``Evidence/provenances``.
        public let provenance: UInt32
    }

    /// The body and period: `position of the period × bodies + position of the body`.
    public let unit: Int
    /// What it is about.
    public let subject: Subject
    /// What becomes of it.
    public let kind: Kind
    /// The score that a node is set to, for a grade its position from the worst on; `nil` otherwise.
    public let score: Fixed?
    /// Why, in words.
    public let reason: String
    /// On which clause it rests, as written.
    public let basis: String
    /// Who decided.
    public let who: String
    /// On which day.
    public let date: Day
    /// The file it stands in.
    public let file: String
    /// Its row there, the heading being row 1.
    public let row: Int
    /// What stood in an input before; `nil` for a decision about a node.
    public internal(set) var before: Before?

    /// As in `decision of Commission, 2025-02-01`.
    public var name: String { "decision of \(who), \(date)" }

    /// Whether it says what the outcome of a node is.
    public var isOutcome: Bool {
        guard case .node = subject else { return false }
        return kind != .accept
    }

    /// Where what is decided comes from; of what is accepted where it came from before.
    func provenance(before: Provenance) -> Provenance {
        guard kind == .accept else {
            return Provenance(status: .verified, source: name, proof: basis)
        }
        return before.status.isVerified
            ? before
            : Provenance(status: .verified, source: before.source, proof: before.proof)
    }
}

public import Domain

/// One difference between two editions: something of an element that is said otherwise.
public struct Change: Sendable {
    /// What became of it.
    public enum Action: String, CaseIterable, Hashable, Sendable {
        case added
        case removed
        case changed
        /// A node that stands under another one.
        case moved
    }

    /// What it belongs to when the changes are read, in the order in which they are told.
    public enum Topic: String, CaseIterable, Hashable, Sendable {
        case edition
        case nodes
        case weights
        case formulas
        case parameters
        case scores
        case policies
        case bands
        case evidence
        case sources
        case texts
    }

    /// What is changed.
    public struct Subject: Hashable, Sendable {
        /// What it is called, as in `node`, `parameter` or `ranking`.
        public let kind: String
        /// Its id; empty for the edition and for groups of it, which ``kind`` names.
        public let id: String
        /// The ids of what it stands in, the outermost first: tables of fields, nodes above nodes.
        public let within: [String]
        /// What people call it, in the new edition where it stands there.
        public let title: LanguageMap?
        /// Of a parameter: its unit as it is written.
        public let unit: String?
    }

    /// A piece of the rule that differs.
    public struct Part: Hashable, Sendable {
        /// The keys and ids that lead to it, as in `weighted-mean`, `missing`; empty for the whole.
        public let path: [String]
        /// As it was written; `nil` where nothing stood.
        public let old: String?
        /// As it is written; `nil` where nothing stands.
        public let new: String?
    }

    /// What is changed.
    public let subject: Subject
    /// The key that says something else; `nil` where the element as a whole was added or removed.
    public let key: String?
    /// What became of it.
    public let action: Action
    /// What differs, in the order of the new edition.
    public let parts: [Part]
    /// On what the old rule rests: its own citations, or the nearest above it.
    public let oldBasis: [Plan.Citation]
    /// On what the new rule rests, likewise.
    public let newBasis: [Plan.Citation]
    /// What it belongs to.
    public let topic: Topic
    /// A node that was added and removed under two ids with the same rule: the other id.
    public internal(set) var sameRule: String?
}

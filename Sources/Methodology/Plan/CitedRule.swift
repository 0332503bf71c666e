public import Diagnostics

extension Plan {
    /// An element of an edition that says itself on what it rests, with one of its citations.
    public struct CitedRule: Hashable, Sendable {
        /// What it is, as in `node`, `parameter`, `penalty`, `test case`, `edition`.
        public let kind: String
        /// What tells it from others of its kind; `nil` where there is one.
        public let id: String?
        /// The element it belongs to, as in `node total`; `nil` where it stands by itself.
        public let owner: String?
        /// On what it rests.
        public let citation: Citation
        /// Where it says so.
        public let place: Place
        /// The ids of nodes beneath it that say nothing of their own and so rest on the same.
        public let heirs: [String]

        /// As in `penalty of node total`, `value from 2025-01-01 of parameter per_late`.
        public var words: String {
            Self.words(kind, id) + (owner.map { " of \($0)" } ?? "")
        }

        /// As in `node total`; names of test cases stand in quotes.
        static func words(_ kind: String, _ id: String?) -> String {
            guard let id else { return kind }
            return kind == "test case" ? "\(kind) \"\(id)\"" : "\(kind) \(id)"
        }
    }
}

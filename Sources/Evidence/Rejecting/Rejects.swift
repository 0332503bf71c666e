/// The rows of a workspace that were left out because something is wrong with them.
public struct Rejects: Sendable {
    /// How many rows are held with all that is known of them; of further ones only their number.
    public static let kept = 100_000
    /// How many bytes of rows are held as they were.
    public static let keptBytes = 64 << 20

    /// A row that was left out.
    public struct Row: Hashable, Sendable {
        /// The file's name within the workspace.
        public let file: String
        /// The row as a spreadsheet shows it.
        public let row: Int
        /// The heading of the column that is wrong first; `nil` where the row as a whole is.
        public let field: String?
        /// The name of the problem for programs.
        public let code: String
        /// What is wrong, with the value seen.
        public let reason: String
        /// What to do about it.
        public let help: String
        /// The row as it was handed in, without its line end; `…` where ``Rejects/keptBytes`` were
        /// used up.
        public let text: String
        /// What it is about, as far as it says so.
        public let subject: Subject?
    }

    /// What a row of inputs or records is about, as it is written there.
    public struct Subject: Hashable, Sendable {
        /// The id of a body.
        public let body: String
        /// A period.
        public let period: String
        /// The inputs it may hold; empty for records.
        public let inputs: [String]
        /// The table whose record it is; `nil` for inputs.
        public let table: String?
    }

    /// The first ``kept`` of them, by file in the order of the package, then by row.
    public let rows: [Row]
    /// How many there are in all, by file.
    public let counts: [String: Int]

    /// How many there are in all.
    public var count: Int { counts.values.reduce(0, +) }
}

public import Locales

/// A paragraph of an explanation: what it is about, and lines and tables beneath.
public struct Paragraph: Sendable {
    /// What it is about, for programs that lay it out.
    public enum Topic: String, Sendable {
        case basis
        case meaning
        case note
        case assessors
        case confidence
        case source
        case decision
        case applies
        case value
        case weights
        case aggregate
        case coverage
        case ladder
        case checklist
        case filled
        case treated
        case score
        case correction
        case rounded
        case open
        case parameters
        case evidence
        case bounds
        case lost
        case official
        case missing
        case children
        case bands
        case ranking
        case stages
        case standing
        case force
        case scope
        case figures
        case grades
        case assumptions
        case objections
        case handedIn
        case checks
    }

    /// A line of text, or a table.
    public enum Content: Sendable {
        /// A sentence; a line of a deeper level belongs to the one above.
        case line(Phrase, depth: Int)
        /// Rows with a cell for each column.
        case table(PhraseTable)
    }

    /// What it is about.
    public let topic: Topic
    /// Its heading in the language, as in `Value`; empty where it goes on from the one before.
    public let title: String
    /// In their order.
    public let contents: [Content]

    /// A paragraph of lines and tables.
    public init(_ topic: Topic, _ title: String, _ contents: [Content]) {
        self.topic = topic
        self.title = title
        self.contents = contents
    }

    /// A paragraph of lines.
    public init(_ topic: Topic, _ title: String, lines: [Phrase]) {
        self.init(topic, title, lines.map { .line($0, depth: 0) })
    }
}

/// A table whose cells are phrases.
public struct PhraseTable: Sendable {
    /// A column's heading, and which side its cells stand on.
    public struct Column: Sendable {
        /// Empty where the table needs none.
        public let heading: String
        /// Right for numbers.
        public let isRight: Bool

        /// A column.
        public init(_ heading: String, isRight: Bool = false) {
            self.heading = heading
            self.isRight = isRight
        }
    }

    /// In their order.
    public let columns: [Column]
    /// Each with a cell for every column.
    public private(set) var rows: [Row] = []

    /// A row, and how deep it stands beneath others.
    public struct Row: Sendable {
        /// A phrase for every column.
        public let cells: [Phrase]
        /// 0 for a row that stands beneath no other.
        public let depth: Int
    }

    /// An empty table.
    public init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row with a cell for each column.
    public mutating func add(_ cells: [Phrase], depth: Int = 0) {
        rows.append(Row(cells: cells, depth: depth))
    }
}

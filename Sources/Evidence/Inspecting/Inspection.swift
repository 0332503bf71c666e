internal import Domain

/// What a file of somebody else seems to be: how it is written and what stands in its columns.
///
/// Nothing of it is certain: it is proposed, with what speaks for it, to be looked through.
public struct Inspection: Sendable {
    /// What the values of a column seem to be.
    public enum Kind: String, Sendable {
        case blank
        case whole = "whole number"
        case number
        case flag
        case date
        case period
        case code
        case text
    }

    /// A column.
    public struct Column: Sendable {
        /// Its heading.
        public let name: String
        /// What its values seem to be.
        public let kind: Kind
        /// How many cells have something in them.
        public let filled: Int
        /// How many have nothing.
        public let blanks: Int
        /// How many different values there are; where ``isCut``, at least so many.
        public let distinct: Int
        /// Whether there are more different values than were held.
        public let isCut: Bool
        /// The most common values; of numbers the least and the greatest.
        public let examples: [String]
        /// Words beside values of another kind, with the blank each seems to stand for.
        let words: [(word: String, count: Int, blank: Presence?)]
        /// How often each value stands there.
        let values: [String: Int]
    }

    /// Something that was found, in a sentence.
    public struct Finding: Hashable, Sendable {
        /// The sentence.
        public let text: String
        /// Whether somebody has to decide, or to look at the file.
        public let isDoubt: Bool
    }

    /// The file's name.
    public let file: String
    /// The columns in the order of the file.
    public let columns: [Column]
    /// How many rows stand beneath the headings, as far as the file was read.
    public let rows: Int
    /// What was found, in the order in which it matters.
    public let findings: [Finding]
    /// How it is written.
    let dialect: CSVDialect
    /// How numbers are written; `nil` where there are none.
    let numbers: NumberGuess?
    /// How days are written, where not in the program's own way.
    let dates: String?
    /// Words that seem to stand for blanks.
    let markers: [(word: String, blank: Presence)]
    /// The words for yes and no that columns of flags have.
    let flags: (yes: [String], no: [String])?
    /// A heading and the words of the rows that hold sums.
    let totals: (column: String, words: [String])?
    /// Whether the headings are such as the reader takes without being told which it needs.
    let hasSoundHeadings: Bool
}

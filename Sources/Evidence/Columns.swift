public import Arithmetic
public import Domain

/// Whether a cell holds a value, and if not, which of the three blanks it is.
public enum Presence: UInt8, Hashable, Sendable {
    /// A value stands there.
    case known = 0
    /// No data: nothing was handed in, or a marker says so.
    case unknown = 1
    /// The value exists and is withheld.
    case withheld = 2
    /// The question does not arise for this body.
    case notApplicable = 3
}

/// One typed column; a row without a value holds a neutral one, which ``presence`` hides.
public struct Column: Sendable {
    /// The values by the column's type, one per row.
    public enum Values: Sendable {
        /// number, share, percent, count, money and days.
        case numbers([Fixed])
        /// code: positions in the declared words.
        case codes([Int32])
        /// period: ``Period/index``.
        case periods([Int32])
        /// date: ``Day/number``.
        case dates([Int32])
        /// text.
        case texts([String])
        /// flag.
        case flags([Bool])
    }

    /// The values, one per row.
    public let values: Values
    /// One per row; empty when every row holds a value.
    public let presence: [Presence]

    /// Makes a column.
    public init(values: Values, presence: [Presence]) {
        self.values = values
        self.presence = presence
    }

    /// Whether the row holds a value, and if not, which blank.
    public func presence(at row: Int) -> Presence { presence.isEmpty ? .known : presence[row] }

    /// The number in the row; `nil` for a blank, and in a column of another type.
    public func number(at row: Int) -> Fixed? {
        guard presence(at: row) == .known, case .numbers(let numbers) = values else { return nil }
        return numbers[row]
    }
}

/// One input of all bodies and periods.
///
/// Rows are *units*: `unit = position of the period × number of bodies + position of the body`.
public struct InputColumn: Sendable {
    /// The values, one per unit.
    public let column: Column
    /// The file it was read from, the first of them when there are several; `nil` when no file
    /// has it.
    public let file: String?
    /// The row in that file, the heading being row 1; 0 for a unit of which nothing was handed in.
    public let rows: [Int32]
    /// Positions in ``Evidence/provenances``, one per unit.
    public let provenance: [UInt32]
    /// Where the input stands in several files, the file of each unit; empty when ``file`` is all.
    public let files: [Int: String]

    /// The file in which the value of the unit stands; `nil` when nothing was handed in.
    public func file(at unit: Int) -> String? {
        rows[unit] == 0 ? nil : files[unit] ?? file
    }
}

/// Everything that was handed in, typed and checked against an ``EvidenceSchema``.
public struct Evidence: Sendable {
    /// A file as it was handed in.
    public struct File: Hashable, Sendable {
        /// Its name within the workspace.
        public let name: String
        /// The SHA-256 of its bytes.
        public let hash: String
    }

    /// In the order of their file.
    public let bodies: [Body]
    /// Every period that occurs, earliest first.
    public let periods: [Period]
    /// One for each input of the schema, in its order.
    public internal(set) var inputs: [InputColumn]
    /// One for each table of the schema, in its order.
    public let tables: [RecordTable]
    /// The distinct provenances that values and records point to.
    public let provenances: [Provenance]
    /// The files that were read, by name.
    public let files: [File]
    /// What of the files was not read, because the descriptor says so; by name.
    public internal(set) var leftOut: [LeftOut] = []
    /// What was decided; ``inputs`` hold what stands after the decisions about them.
    public internal(set) var decisions: [Decision] = []
    /// The reforms that were handed in, in the order of their file.
    public internal(set) var reforms: [Reform] = []
    /// What can be done so that bodies improve, in the order of their ids.
    public internal(set) var measures: [Measure] = []
    /// The file of the measures, which may have no rows; `nil` where none was handed in.
    public internal(set) var measuresFile: String?
    /// What of the measures was decided to be done, in the order of the file.
    public internal(set) var plannedMeasures: [PlannedMeasure] = []
    /// The rows that were left out because of errors; `nil` where errors are refused.
    public internal(set) var rejects: Rejects?
    /// What it was read by.
    let schema: EvidenceSchema

    /// SHA-256 of the canonical form: typed values in key order, so that encoding, column
    /// order and row order do not change it.
    ///
    /// Computed anew each time, in some 100 ns for each value.
    public var hash: String { CanonicalForm.hash(self) }

    /// The number of pairs of period and body.
    public var unitCount: Int { periods.count * bodies.count }
}

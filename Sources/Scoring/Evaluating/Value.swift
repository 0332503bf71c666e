internal import Arithmetic
internal import Evidence

/// A blank and what it goes back to.
struct Absence: Hashable, Sendable {
    /// Never ``Presence/known``.
    let presence: Presence
    let origin: Origin

    /// What a node becomes whose value needs it.
    var state: State { presence.state }

    /// Of two the one that decides: missing, then excluded, then not applicable; of two alike
    /// the first.
    static func graver(_ first: Absence, _ second: Absence) -> Absence {
        first.gravity >= second.gravity ? first : second
    }

    private var gravity: Int {
        switch presence {
        case .unknown, .known: 2
        case .withheld: 1
        case .notApplicable: 0
        }
    }
}

extension Presence {
    /// What a node becomes whose value needs something that is blank so.
    var state: State {
        switch self {
        case .notApplicable: .notApplicable
        case .withheld: .excluded
        case .unknown, .known: .missing
        }
    }
}

/// What an expression yields for a row.
enum Value<N: Number> {
    case number(N)
    case flag(Bool)
    /// The position of a code's word, the number of a day or the index of a period.
    case ordinal(Int)
    case text(String)
    /// For a condition: it cannot be told.
    case blank(Absence)

    /// The same; a blank that goes back to a unit of an earlier period says so.
    func met(at unit: Int) -> Value {
        guard case .blank(let absence) = self else { return self }
        switch absence.origin {
        // These say their period themselves.
        case .earlier, .period, .unscored: return self
        case .input, .field, .computed, .parameter, .score, .nothing, .group:
            return .blank(
                Absence(
                    presence: absence.presence, origin: .earlier(absence.origin, unit: unit)))
        }
    }

    /// The blank that decides when either of two is one.
    static func absence(_ left: Value, _ right: Value) -> Absence? {
        switch (left, right) {
        case (.blank(let first), .blank(let second)): Absence.graver(first, second)
        case (.blank(let only), _), (_, .blank(let only)): only
        default: nil
        }
    }
}

/// Why a formula has no result for a row.
struct EvaluationError: Error {
    enum Kind: Hashable {
        /// A number of 10^20 or more, or one the kind of number in use cannot hold.
        case overflow
        case divisionByZero
        /// A function does not take the number; `nil` where it is 10^20 or more in size.
        case outsideDomain(RealFunction, Fixed?)
    }

    let kind: Kind
    /// The part of the formula, in UTF-8 bytes.
    let range: Range<Int>
    let row: Row
    /// The computed field whose formula it is; `nil` for the formula that was asked for.
    var field: FieldPosition?

    /// A computed field by its table and its position there.
    struct FieldPosition: Hashable {
        let table: Int
        let field: Int
    }
}

/// What an expression is computed for: a body in a period, or one of its records.
struct Row: Hashable, Sendable {
    let unit: Int
    /// The table of the record; -1 for the body itself.
    let table: Int
    let record: Int
    /// Of how many periods the records are meant; more than 1 only for a body.
    let periods: Int

    init(unit: Int, periods: Int = 1) {
        self.unit = unit
        table = -1
        record = -1
        self.periods = periods
    }

    init(unit: Int, table: Int, record: Int) {
        self.unit = unit
        self.table = table
        self.record = record
        periods = 1
    }
}

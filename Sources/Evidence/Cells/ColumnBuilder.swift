internal import Arithmetic
internal import Domain

/// What a cell holds once its type is known.
enum CellValue: Hashable, Sendable {
    case number(Fixed)
    /// The position of a word, the index of a period or the number of a day.
    case position(Int32)
    case text(String)
    case flag(Bool)
    case blank(Presence)
}

/// A typed column in the making.
struct ColumnBuilder: Sendable {
    /// How the values are held.
    enum Kind: Sendable {
        case numbers, codes, periods, dates, texts, flags

        init(_ type: ValueType) {
            self =
                switch type {
                case .number, .share, .percent, .count, .money, .days: .numbers
                case .code: .codes
                case .period: .periods
                case .date: .dates
                case .text: .texts
                case .flag: .flags
                }
        }
    }

    let kind: Kind
    private(set) var count = 0
    private var numbers: [Fixed] = []
    private var positions: [Int32] = []
    private var texts: [String] = []
    private var flags: [Bool] = []
    /// Empty until the first blank.
    private var presence: [Presence] = []

    init(_ type: ValueType) { kind = Kind(type) }

    /// A column of so many blanks, to be filled by ``set(_:to:)``.
    init(_ type: ValueType, blanks: Int) {
        self.init(type)
        count = blanks
        presence = Array(repeating: .unknown, count: blanks)
        switch kind {
        case .numbers: numbers = Array(repeating: .zero, count: blanks)
        case .codes, .periods, .dates: positions = Array(repeating: 0, count: blanks)
        case .texts: texts = Array(repeating: "", count: blanks)
        case .flags: flags = Array(repeating: false, count: blanks)
        }
    }

    mutating func append(_ value: CellValue) {
        if case .blank(let blank) = value {
            if presence.isEmpty { presence = Array(repeating: .known, count: count) }
            presence.append(blank)
        } else if !presence.isEmpty {
            presence.append(.known)
        }
        count += 1
        switch kind {
        case .numbers: numbers.append(value.number)
        case .codes, .periods, .dates: positions.append(value.position)
        case .texts: texts.append(value.text)
        case .flags: flags.append(value.flag)
        }
    }

    /// Changes a row of a column that was made of blanks.
    mutating func set(_ row: Int, to value: CellValue) {
        if case .blank(let blank) = value { presence[row] = blank } else { presence[row] = .known }
        switch kind {
        case .numbers: numbers[row] = value.number
        case .codes, .periods, .dates: positions[row] = value.position
        case .texts: texts[row] = value.text
        case .flags: flags[row] = value.flag
        }
    }

    /// Changes rows of a column of numbers that was made of blanks, to what a column of others is.
    mutating func place(
        _ rows: Span<NumberRows.Placed>, of column: Int, _ others: NumberRows
    ) {
        others.place(rows, of: column, in: &numbers, &presence)
    }

    subscript(row: Int) -> CellValue {
        if !presence.isEmpty, presence[row] != .known { return .blank(presence[row]) }
        return switch kind {
        case .numbers: .number(numbers[row])
        case .codes, .periods, .dates: .position(positions[row])
        case .texts: .text(texts[row])
        case .flags: .flag(flags[row])
        }
    }

    /// The column; one without blanks says so by an empty presence.
    var column: Column {
        let hasBlanks = presence.contains { $0 != .known }
        return Column(values: values, presence: hasBlanks ? presence : [])
    }

    private var values: Column.Values {
        switch kind {
        case .numbers: .numbers(numbers)
        case .codes: .codes(positions)
        case .periods: .periods(positions)
        case .dates: .dates(positions)
        case .texts: .texts(texts)
        case .flags: .flags(flags)
        }
    }
}

extension CellValue {
    // A value of another kind never reaches a column: both come from the field's type.
    fileprivate var number: Fixed { if case .number(let number) = self { number } else { .zero } }
    fileprivate var position: Int32 { if case .position(let place) = self { place } else { 0 } }
    fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
    fileprivate var flag: Bool { if case .flag(let flag) = self { flag } else { false } }
}

internal import Arithmetic

/// The numbers of several columns in the making, row after row as they stand in a table.
///
/// A cell takes nine bytes whatever is in it, and rows are taken in without looking for the
/// column that each cell belongs to. ``place(_:from:_:in:_:)`` turns them into columns.
struct NumberRows: Sendable {
    /// How many cells a row has.
    let width: Int
    private let columns: [Column]
    /// What the kind of each cell says: the digits, the position in ``long``, or nothing.
    private var digits: [Int64] = []
    /// How many digits stand after the point, ``isLong``, ``isOpen``, or ``isBlank`` and which.
    private var kinds: [UInt8] = []
    /// The numbers that are not short.
    private var long: [Fixed] = []
    /// A row of open cells.
    private let open: (digits: [Int64], kinds: [UInt8])

    private static let isOpen: UInt8 = 32
    private static let isLong: UInt8 = 64
    private static let isBlank: UInt8 = 128

    /// Where a column stands in the table, and what may be read without a ``CellReader``.
    struct Column: Sendable {
        let position: Int
        /// The mark before the fraction; `nil` where nothing may be read.
        fileprivate let decimalMark: UInt8?
        /// Whether an empty cell is no data, and no fault.
        fileprivate let takesBlank: Bool
        /// Whether any number may stand there.
        fileprivate let isFree: Bool
        fileprivate let bounds: NumberBounds?

        init(position: Int, bounds: NumberBounds?) {
            self.position = position
            decimalMark = bounds?.decimalMark
            takesBlank = bounds?.takesBlank ?? false
            isFree = bounds?.isFree ?? false
            self.bounds = bounds
        }
    }

    init(_ columns: [Column]) {
        self.columns = columns
        width = columns.count
        open = (
            Array(repeating: 0, count: width), Array(repeating: Self.isOpen, count: width)
        )
    }

    /// Makes room for so many rows.
    mutating func reserve(_ rows: Int) {
        let (cells, isOver) = rows.multipliedReportingOverflow(by: width)
        guard !isOver else { return }
        digits.reserveCapacity(cells)
        kinds.reserveCapacity(cells)
    }

    /// Adds a row with its cells that are empty or short numbers; the others are open until
    /// ``set(_:to:)`` is called for them.
    ///
    /// - Returns: Whether none is open.
    mutating func append(_ cells: [CSVCell], in bytes: Span<UInt8>) -> Bool {
        digits.append(contentsOf: open.digits)
        kinds.append(contentsOf: open.kinds)
        return Self.fill(&digits, &kinds, cells, columns, bytes)
    }

    private static func fill(
        _ digits: inout [Int64], _ kinds: inout [UInt8], _ cells: [CSVCell], _ columns: [Column],
        _ bytes: Span<UInt8>
    ) -> Bool {
        let start = digits.count - columns.count
        var digits = digits.mutableSpan
        var kinds = kinds.mutableSpan
        var isComplete = true
        for index in columns.indices {
            let cell = cells[columns[index].position]
            if let mark = columns[index].decimalMark {
                if let number = ShortDecimal(in: bytes, cell.start..<cell.end, decimalMark: mark),
                    columns[index].isFree || columns[index].bounds?.contains(Fixed(number)) ?? false
                {
                    digits[start + index] = number.digits
                    kinds[start + index] = number.fraction
                    continue
                }
                if cell.start == cell.end, columns[index].takesBlank {
                    kinds[start + index] = isBlank | Presence.unknown.rawValue
                    continue
                }
            }
            isComplete = false
        }
        return isComplete
    }

    /// Whether the cell of the last row is open.
    func isOpen(_ column: Int) -> Bool { kinds[kinds.count - width + column] == Self.isOpen }

    /// Fills an open cell of the last row.
    mutating func set(_ column: Int, to value: CellValue) {
        let cell = kinds.count - width + column
        switch value {
        case .number(let number):
            digits[cell] = Int64(long.count)
            kinds[cell] = Self.isLong
            long.append(number)
        case .blank(let blank): kinds[cell] = Self.isBlank | blank.rawValue
        // A value of another kind never reaches numbers: both come from the field's type.
        default: kinds[cell] = Self.isBlank | Presence.unknown.rawValue
        }
    }

    /// One cell.
    subscript(row: Int, column: Int) -> CellValue {
        let cell = row * width + column
        let kind = kinds[cell]
        if kind >= Self.isBlank { return .blank(Self.blank(kind)) }
        return .number(kind == Self.isLong ? long[Int(digits[cell])] : number(cell))
    }

    private static func blank(_ kind: UInt8) -> Presence {
        Presence(rawValue: kind & ~isBlank) ?? .unknown
    }

    private func number(_ cell: Int) -> Fixed {
        Fixed(ShortDecimal(digits: digits[cell], fraction: kinds[cell]))
    }

    /// A row and the position in a column at which its value belongs.
    struct Placed: Sendable {
        let row: Int32
        let position: Int32
    }

    /// Writes the values that one column has in some rows to where they belong.
    func place(
        _ rows: Span<Placed>, of column: Int, in numbers: inout [Fixed],
        _ presence: inout [Presence]
    ) {
        let digits = digits.span
        let kinds = kinds.span
        var numbers = numbers.mutableSpan
        var presence = presence.mutableSpan
        for index in 0..<rows.count {
            let cell = Int(rows[index].row) * width + column
            let position = Int(rows[index].position)
            let kind = kinds[cell]
            if kind < Self.isLong {
                numbers[position] = Fixed(ShortDecimal(digits: digits[cell], fraction: kind))
                presence[position] = .known
            } else if kind == Self.isLong {
                numbers[position] = long[Int(digits[cell])]
                presence[position] = .known
            } else {
                presence[position] = Self.blank(kind)
            }
        }
    }
}

/// Where the text of one field stands within its block, without its quotes.
struct CSVCell: Hashable, Sendable {
    var start: Int
    var end: Int
    /// Whether doubled quotes stand in it for single ones.
    var hasDoubledQuotes = false

    /// Hands on the text, with single quotes for doubled ones.
    func read<Result, Problem: Error>(
        in bytes: Span<UInt8>, _ body: (Span<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        guard hasDoubledQuotes else { return try body(bytes.extracting(start..<end)) }
        var plain: [UInt8] = []
        var index = start
        while index < end {
            plain.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return try body(plain.span)
    }

    /// The text; the block it stands in is UTF-8.
    func text(in bytes: Span<UInt8>) -> String {
        read(in: bytes) { String(reading: $0) }
    }
}

extension String {
    /// The text of bytes that are known to be UTF-8; others come out empty.
    init(reading bytes: Span<UInt8>) {
        // Blocks are checked as a whole before any cell is read.
        if let text = try? UTF8Span(validating: bytes) {
            self.init(copying: text)
        } else {
            self = ""
        }
    }
}

/// Reads the records of one block, field by field.
///
///     file   = record *( line-end record ) [ line-end ]
///     record = field *( "," field )
///     field  = <"> *( any but <"> / <"><"> ) <"> / *( any but <">, "," and line ends )
///
/// Another separator than the comma may stand in its place.
///
/// - Source: RFC 4180 (2005), section 2, with LF beside CRLF as line end.
struct CSVScanner {
    /// What breaks these rules.
    enum Fault: Error, Hashable {
        case quoteWithinField
        case textAfterQuote
        case quoteNotClosed
        case returnWithoutLineFeed
        case nul
        case tooManyColumns
        case fieldTooLong
        case recordTooLong
    }

    let limits: CSVLimits
    let separator: UInt8
    /// Where the next record begins.
    private(set) var index: Int
    /// The fields of the record last read.
    private(set) var cells: [CSVCell] = []

    init(from start: Int, _ limits: CSVLimits, separator: UInt8 = UInt8(ascii: ",")) {
        index = start
        self.limits = limits
        self.separator = separator
    }

    /// Reads the next record into ``cells``; `false` when there is none.
    mutating func next(_ bytes: Span<UInt8>) throws(Fault) -> Bool {
        guard index < bytes.count else { return false }
        let start = index
        cells.removeAll(keepingCapacity: true)
        repeat {
            guard cells.count < limits.columns else { throw .tooManyColumns }
            let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
            let cell = isQuoted ? try quoted(bytes) : try plain(bytes)
            guard cell.end - cell.start <= limits.field else { throw .fieldTooLong }
            cells.append(cell)
        } while try isFollowed(bytes)
        guard index - start <= limits.record else { throw .recordTooLong }
        return true
    }

    private mutating func plain(_ bytes: Span<UInt8>) throws(Fault) -> CSVCell {
        guard separator == UInt8(ascii: ",") else { return try separated(bytes) }
        let start = index
        // Digits, letters, points and hyphens all come after the comma.
        while bytes.isFound(upTo: UInt8(ascii: ","), from: &index) {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return CSVCell(start: start, end: index)
            case UInt8(ascii: "\""): throw .quoteWithinField
            case 0: throw .nul
            default: index += 1
            }
        }
        return CSVCell(start: start, end: index)
    }

    /// A plain field of a table with another separator, which may hold commas.
    private mutating func separated(_ bytes: Span<UInt8>) throws(Fault) -> CSVCell {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return CSVCell(start: start, end: index)
            case UInt8(ascii: "\""): throw .quoteWithinField
            case 0: throw .nul
            default: index += 1
            }
        }
        return CSVCell(start: start, end: index)
    }

    private mutating func quoted(_ bytes: Span<UInt8>) throws(Fault) -> CSVCell {
        index += 1
        var cell = CSVCell(start: index, end: index)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
                    cell.end = index
                    index += 1
                    return cell
                }
                cell.hasDoubledQuotes = true
                index += 2
            case 0: throw .nul
            default: index += 1
            }
        }
        throw .quoteNotClosed
    }

    /// Steps over a separator, after which a field follows, or over the end of the record.
    private mutating func isFollowed(_ bytes: Span<UInt8>) throws(Fault) -> Bool {
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case separator:
            index += 1
            return true
        case UInt8(ascii: "\n"):
            index += 1
            return false
        case UInt8(ascii: "\r"):
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") else {
                throw .returnWithoutLineFeed
            }
            index += 2
            return false
        default: throw .textAfterQuote
        }
    }
}

extension Span<UInt8> {
    /// Moves the index on to the next byte that is not above the limit, eight bytes at a time;
    /// `false` when there is none.
    ///
    /// - Parameters:
    ///   - limit: Below 128.
    ///   - index: Where the search begins, and where it ends.
    /// - Returns: Whether one was found.
    fileprivate func isFound(upTo limit: UInt8, from index: inout Int) -> Bool {
        let bytes: RawSpan = unsafe self.bytes
        let above = UInt64(limit &+ 1) &* 0x0101_0101_0101_0101
        while index &+ 8 <= count {
            let word = UInt64(
                littleEndian: unsafe bytes.unsafeLoadUnaligned(
                    fromByteOffset: index, as: UInt64.self))
            // The upper bit of the lowest such byte, and perhaps of some above it.
            let found = (word &- above) & ~word & 0x8080_8080_8080_8080
            if found != 0 {
                index &+= found.trailingZeroBitCount &>> 3
                return true
            }
            index &+= 8
        }
        while index < count, self[index] > limit { index &+= 1 }
        return index < count
    }
}

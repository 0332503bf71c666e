internal import Digest
internal import Domain

/// Some whole records of a table.
struct CSVBlock: Sendable {
    let bytes: [UInt8]
    /// Where the first record begins.
    var start: Int
    /// The first record's row as a spreadsheet shows it.
    var row: Int
}

/// Cuts a file into blocks of whole records, so that each can be read apart from the others.
///
/// A line end ends a record when an even number of quotes stands before it: RFC 4180 doubles
/// the quotes within quotes, so the parity tells within from without.
struct CSVBlocks {
    private let stream: any ByteStream
    private let limits: CSVLimits
    private var rest: [UInt8] = []
    private var isWithinQuotes = false
    private var isFirst = true
    private var isEnded = false
    private var size = 0
    private var digest = SHA256()
    /// The row at which the next block begins.
    private(set) var row = 1

    init(_ stream: any ByteStream, _ limits: CSVLimits) {
        self.stream = stream
        self.limits = limits
    }

    /// The digest of everything that was read.
    var hash: String { digest.hex() }

    /// The next block; `nil` at the end.
    mutating func next() throws(FileProblem) -> CSVBlock? {
        while !isEnded {
            let piece = try read()
            guard !piece.isEmpty else {
                isEnded = true
                return rest.isEmpty ? nil : block(of: rest, rows: 1)
            }
            let (end, rows) = wholeRecords(in: piece)
            let before = rest
            rest = end == 0 ? before + piece : Array(piece[end...])
            guard rest.count <= limits.record else {
                throw FileProblem(
                    "csv.record-size", row: row + rows,
                    "the row has more than \(limits.record) bytes",
                    help: isWithinQuotes
                        ? "A double quote that opens in this row is not closed; close it"
                        : "Check that the file is a table with line ends")
            }
            if end > 0 { return block(of: before + piece[..<end], rows: rows) }
        }
        return nil
    }

    private mutating func read() throws(FileProblem) -> [UInt8] {
        do throws(SourceError) {
            let piece = try stream.read(atMost: limits.piece)
            digest.update(piece)
            size += piece.count
            guard size <= limits.file else {
                throw SourceError(name: "", reason: .tooLarge(limit: limits.file))
            }
            return piece
        } catch {
            throw FileProblem(error)
        }
    }

    private mutating func block(of bytes: [UInt8], rows: Int) -> CSVBlock {
        defer {
            row += rows
            isFirst = false
        }
        let hasMark = isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return CSVBlock(bytes: bytes, start: hasMark ? 3 : 0, row: row)
    }

    /// Where the last whole record of the piece ends, and how many end in it.
    private mutating func wholeRecords(in piece: [UInt8]) -> (end: Int, rows: Int) {
        let bytes = piece.span
        var end = 0
        var rows = 0
        for index in 0..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isWithinQuotes.toggle()
            case UInt8(ascii: "\n") where !isWithinQuotes:
                end = index + 1
                rows += 1
            default: break
            }
        }
        return (end, rows)
    }
}

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
/// the quotes within quotes, so the parity tells within from without. A file in another encoding
/// is cut once it is UTF-8; its hash is that of the bytes handed in.
struct CSVBlocks {
    private let stream: any ByteStream
    private let limits: CSVLimits
    private let encoding: TextEncoding
    private var transcoder: Transcoder
    private var rest: [UInt8] = []
    /// Whether a quote is open where the last block ends.
    private(set) var isWithinQuotes = false
    private var isFirst = true
    private var isEnded = false
    /// How many bytes were read.
    private var size = 0
    private var digest = SHA256()
    /// The row at which the next block begins.
    private(set) var row = 1

    init(_ stream: any ByteStream, _ limits: CSVLimits, _ encoding: TextEncoding = .utf8) {
        self.stream = stream
        self.limits = limits
        self.encoding = encoding
        transcoder = Transcoder(encoding)
    }

    /// The digest of everything that was read.
    var hash: String { digest.hex() }

    /// The next block; `nil` at the end.
    mutating func next() throws(FileProblem) -> CSVBlock? {
        while !isEnded {
            let piece = try text()
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

    /// The next piece in UTF-8; empty at the end.
    private mutating func text() throws(FileProblem) -> [UInt8] {
        while true {
            let isBeginning = size == 0
            let piece = try read()
            if isBeginning { try checkBeginning(piece) }
            guard !piece.isEmpty else { return transcoder.end() }
            let text = transcoder.text(of: piece)
            // Less than a letter may have come.
            if !text.isEmpty { return text }
        }
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
        let hasMark = isFirst && encoding == .utf8 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return CSVBlock(bytes: bytes, start: hasMark ? 3 : 0, row: row)
    }

    /// Where the last line ends and how many end, when no quotes stand among them.
    private static func lines(in bytes: Span<UInt8>) -> (end: Int, rows: Int)? {
        var rows = 0
        var index = 0
        let words: RawSpan = unsafe bytes.bytes
        while index &+ 8 <= bytes.count {
            let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard word.count(of: UInt8(ascii: "\"")) == 0 else { return nil }
            rows &+= word.count(of: UInt8(ascii: "\n"))
            index &+= 8
        }
        while index < bytes.count {
            guard bytes[index] != UInt8(ascii: "\"") else { return nil }
            rows += bytes[index] == UInt8(ascii: "\n") ? 1 : 0
            index += 1
        }
        var end = bytes.count
        while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
        return (end, rows)
    }

    /// Where the last whole record of the piece ends, and how many end in it.
    private mutating func wholeRecords(in piece: [UInt8]) -> (end: Int, rows: Int) {
        let bytes = piece.span
        if !isWithinQuotes, let (end, rows) = Self.lines(in: bytes) { return (end, rows) }
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

extension CSVBlocks {
    /// Refuses other kinds of file, and a mark of another encoding than was said.
    private func checkBeginning(_ bytes: [UInt8]) throws(FileProblem) {
        if let kind = FileKind(beginning: bytes) { throw kind.problem }
        let hasMark16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let hasMark8 = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        switch encoding {
        case .utf8 where hasMark16, .windows1251 where hasMark16, .windows1252 where hasMark16:
            throw FileProblem(
                "csv.encoding", row: 1, "the file begins with the mark of UTF-16",
                help: "Declare it in datapackage.json, beside the path: \"encoding\": \"utf-16\"")
        case .utf16 where !hasMark16 && bytes.count > 1:
            throw FileProblem(
                "csv.encoding", row: 1, "the file has no byte order mark of UTF-16",
                help: hasMark8
                    ? "It has that of UTF-8: take \"encoding\" out of datapackage.json"
                    : "Save it as UTF-16 with the mark, or as \"CSV UTF-8\"")
        case .windows1251 where hasMark8, .windows1252 where hasMark8:
            throw FileProblem(
                "csv.encoding", row: 1, "the file begins with the mark of UTF-8",
                help: "Take \"encoding\" out of datapackage.json")
        default: break
        }
    }
}

extension UInt64 {
    /// How many of the eight bytes are this one.
    fileprivate func count(of byte: UInt8) -> Int {
        let lower: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        // A byte that is the same becomes 0, and only then keeps its upper bit out of the sum.
        let others = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        let found = ~((others & lower) &+ lower | others | lower) &>> 7
        return Int(truncatingIfNeeded: (found &* 0x0101_0101_0101_0101) &>> 56)
    }
}

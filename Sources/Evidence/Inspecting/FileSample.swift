internal import Domain

/// The beginning of a file as whole lines of UTF-8, and how it was written.
struct FileSample {
    /// At most so many bytes of a file are looked at.
    static let most = 4 << 20
    /// At most so many rows.
    static let mostRows = 50_000

    /// A row of a table as texts.
    struct Row {
        /// As a spreadsheet shows it.
        let number: Int
        let cells: [String]
    }

    /// Why no more rows are read.
    struct Stop {
        let row: Int
        let problem: FileProblem
    }

    /// How many bytes of the file were read.
    let size: Int
    /// Whether these are all.
    let isWhole: Bool
    let encoding: EncodingGuess
    /// UTF-8 without a byte order mark.
    private let text: [UInt8]

    /// Reads the beginning.
    ///
    /// - Throws: What makes it no table: another kind of file, no text, no lines.
    init(_ stream: any ByteStream) throws(FileProblem) {
        var bytes: [UInt8] = []
        do throws(SourceError) {
            while bytes.count <= Self.most {
                let next = try stream.read(atMost: 1 << 20)
                if next.isEmpty { break }
                bytes += next
            }
        } catch {
            throw FileProblem(error)
        }
        isWhole = bytes.count <= Self.most
        if !isWhole { bytes.removeLast(bytes.count - Self.most) }
        guard !bytes.isEmpty else {
            throw FileProblem(
                "csv.empty", "the file is empty", help: "Name a file with a table in it")
        }
        if let kind = FileKind(beginning: bytes) { throw kind.problem }
        size = bytes.count
        encoding = try EncodingGuess(bytes, isWhole: isWhole)
        var text = encoding.text
        if !isWhole { text = try Self.wholeLines(of: text) }
        self.text = text
    }

    private static func wholeLines(of text: [UInt8]) throws(FileProblem) -> [UInt8] {
        guard let last = text.lastIndex(of: UInt8(ascii: "\n")) else {
            throw FileProblem(
                "inspect.lines", "no line ends in the first \(most) bytes",
                help: "Check that the file is a table with line ends")
        }
        return Array(text[...last])
    }

    /// The first rows, and why these are not more.
    func rows(_ separator: UInt8, atMost count: Int) -> (rows: [Row], stop: Stop?) {
        let limits = CSVLimits()
        var scanner = CSVScanner(from: 0, limits, separator: separator)
        var rows: [Row] = []
        let bytes = text.span
        // Where the row at hand begins.
        var start = 0
        do {
            while rows.count < count, try scanner.next(bytes) {
                start = scanner.index
                rows.append(
                    Row(number: rows.count + 1, cells: scanner.cells.map { $0.text(in: bytes) }))
            }
            return (rows, nil)
        } catch {
            // Where the beginning ends within quotes, only the beginning is to blame, unless no
            // field may be as long.
            if !isWhole, error == .quoteNotClosed, text.count - start <= limits.field {
                return (rows, nil)
            }
            let row = rows.count + 1
            return (rows, Stop(row: row, problem: scanner.problem(error, row: row)))
        }
    }
}

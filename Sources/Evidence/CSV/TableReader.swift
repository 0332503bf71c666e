internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Takes in the rows of one block; a table's blocks are read by copies of one row reader.
protocol RowReader: Sendable {
    /// What is wrong with the rows taken in so far.
    var log: DiagnosticLog { get set }
    /// How many cells of a row are kept.
    var width: Int { get }
    /// Takes in one row; it has as many cells as the heading.
    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int)
}

/// Reads a table from its file, its blocks on all cores.
///
/// Blocks are cut by bytes, and their results joined in their order, so nothing depends on the
/// number of threads.
struct TableReader {
    let file: String
    let source: any Source
    let threads: Int?
    let limits: CSVLimits
    /// How many blocks are held at a time.
    private static let batch = 8

    /// What was read.
    struct Table<Rows> {
        /// One for each block.
        let parts: [Rows]
        /// The file as it was handed in.
        let file: Evidence.File
        /// How many cells are kept.
        let cells: Int
    }

    /// Reads the whole table by copies of the reader that is prepared from the heading.
    ///
    /// - Returns: `nil` when reading had to stop; the reason is in the log.
    func read<Rows: RowReader>(
        log: inout DiagnosticLog, _ prepare: (Heading, inout DiagnosticLog) -> Rows?
    ) -> Table<Rows>? {
        do throws(FileProblem) {
            return try parts(&log, prepare)
        } catch {
            log.add(error.diagnostic(in: file))
            return nil
        }
    }

    private func parts<Rows: RowReader>(
        _ log: inout DiagnosticLog, _ prepare: (Heading, inout DiagnosticLog) -> Rows?
    ) throws(FileProblem) -> Table<Rows>? {
        var blocks = CSVBlocks(try open(), limits)
        guard var first = try blocks.next() else {
            throw FileProblem(
                "csv.empty", "the file is empty", help: "Write a first row with the headings")
        }
        let heading = try heading(&first)
        guard let rows = prepare(heading, &log) else { return nil }
        let width = heading.names.count
        var parts: [Rows] = []
        var cells = 0
        var batch = [first]
        while !batch.isEmpty {
            let work = batch
            let done = Parallel.map(work.count, chunk: 1, threads: threads) { range in
                scan(work[range.lowerBound], rows, width: width)
            }
            for (part, problem) in done {
                log.add(part.log)
                if let problem { throw problem }
                parts.append(part)
            }
            batch = []
            while batch.count < Self.batch, let block = try blocks.next() { batch.append(block) }
            cells = try self.cells(rows: blocks.row - 1, width: rows.width)
        }
        return Table(
            parts: parts, file: Evidence.File(name: file, hash: blocks.hash), cells: cells)
    }

    private func open() throws(FileProblem) -> any ByteStream {
        do {
            return try source.open(file)
        } catch {
            throw FileProblem(error)
        }
    }

    /// Reads the first record and moves the block's start behind it.
    private func heading(_ block: inout CSVBlock) throws(FileProblem) -> Heading {
        try checkEncoding(of: block)
        var scanner = CSVScanner(from: block.start, limits)
        do {
            _ = try scanner.next(block.bytes.span)
        } catch {
            throw scanner.problem(error, row: 1)
        }
        let names = scanner.cells.map { $0.text(in: block.bytes.span) }
        (block.start, block.row) = (scanner.index, 2)
        return Heading(file: file, names: names)
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ empty: Rows, width: Int
    ) -> (part: Rows, problem: FileProblem?) {
        var part = empty
        do throws(FileProblem) {
            try checkEncoding(of: block)
        } catch {
            return (part, error)
        }
        let bytes = block.bytes.span
        var scanner = CSVScanner(from: block.start, limits)
        var row = block.row
        do {
            while try scanner.next(bytes) {
                if scanner.cells.count == width, !Self.isBlank(scanner.cells) {
                    part.take(scanner.cells, in: bytes, row: row)
                } else {
                    part.log.add(ragged(scanner.cells, row: row, width: width))
                }
                row += 1
            }
            return (part, nil)
        } catch {
            return (part, scanner.problem(error, row: row))
        }
    }

    /// Whether nothing is filled in, as in the rows that spreadsheets leave behind.
    private static func isBlank(_ cells: [CSVCell]) -> Bool {
        cells.allSatisfy { $0.start == $0.end }
    }

    private func ragged(_ cells: [CSVCell], row: Int, width: Int) -> Diagnostic {
        let isEmpty = Self.isBlank(cells)
        return Diagnostic(
            .error, "csv.ragged", at: Place(file: file, row: row, field: nil),
            isEmpty
                ? "the row is empty"
                : "the row has \(cells.count) field\(cells.count == 1 ? "" : "s") and the heading has "
                    + "\(width)",
            help: isEmpty
                ? "Delete the line"
                : "Check the commas: decimals have a point, and a text with a comma in it stands in "
                    + "double quotes")
    }

    /// How many cells are kept of so many rows, when these are not too many.
    private func cells(rows: Int, width: Int) throws(FileProblem) -> Int {
        guard rows <= limits.rows else {
            throw FileProblem(
                "csv.rows", "the file has more than \(limits.rows) rows",
                help: "Split the periods over several workspaces")
        }
        let (cells, isOver) = rows.multipliedReportingOverflow(by: width)
        guard !isOver, cells <= limits.cells else {
            throw FileProblem(
                "csv.cells",
                "the file has \(cells) cells that are kept so far; \(limits.cells) are allowed",
                help: "Split the periods over several workspaces")
        }
        return cells
    }

    private func checkEncoding(of block: CSVBlock) throws(FileProblem) {
        let bytes = block.bytes.span
        do {
            _ = try UTF8Span(validating: bytes)
        } catch {
            var row = block.row
            var scanner = CSVScanner(from: block.start, limits)
            // A fault of another kind ends the search; the row reached is near enough.
            let place = error.byteOffsets.lowerBound
            while (try? scanner.next(bytes)) == true, scanner.index <= place { row += 1 }
            throw FileProblem(
                "csv.encoding", row: row, "the row is not UTF-8 text",
                help: "Save the file as \"CSV UTF-8\"")
        }
    }
}

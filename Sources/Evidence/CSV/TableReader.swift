internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Synchronization

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
    let form: FileForm
    let source: any Source
    let threads: Int?
    let limits: CSVLimits
    /// The bodies whose rows are read; `nil` for all rows.
    let known: Set<String>?
    private let holdsBodies: Bool
    /// How rows with errors are left out; `nil` where they are told.
    let rejection: RowRejection?

    /// A reader of a resource's file; the ids of all bodies serve to leave rows out where the
    /// resource says so.
    init(
        _ resource: DataPackage.Resource, _ source: any Source, threads: Int?, limits: CSVLimits,
        bodies: [String] = [], rejection: RowRejection? = nil
    ) {
        file = resource.path
        form = resource.form
        known = resource.form.takesOnlyKnownBodies ? Set(bodies) : nil
        holdsBodies = resource.role == .bodies
        self.source = source
        self.threads = threads
        self.limits = limits
        self.rejection = rejection
    }

    /// A reader of a file that no descriptor speaks of, all of it.
    init(file: String, _ source: any Source, threads: Int?, limits: CSVLimits) {
        self.file = file
        form = FileForm()
        known = nil
        holdsBodies = false
        rejection = nil
        self.source = source
        self.threads = threads
        self.limits = limits
    }

    /// What was read.
    struct Table<Rows> {
        /// One for each block.
        let parts: [Rows]
        /// The file as it was handed in.
        let file: Evidence.File
        /// How many cells are kept.
        let cells: Int
        /// What was not read; `nil` where all was.
        let leftOut: LeftOut?
        /// The rows with errors, where these are left out.
        let rejected: RejectedRows
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
        var blocks = CSVBlocks(try open(), limits, form.dialect.encoding)
        guard var first = try blocks.next() else { throw Self.empty }
        var heading = try heading(&first, &blocks)
        let width = heading.names.count
        var mapping: RowMapping?
        if form.isMapped {
            mapping = RowMapping(heading, form, known: known, &log)
            guard let mapping else { return nil }
            heading = mapping.heading
        }
        guard let rows = prepare(heading, &log) else { return nil }
        let names = rejection?.positions(heading) ?? []
        let reading = Mutex(Reading(blocks: blocks, first: first))
        let gathered = Mutex(Gathered<Rows>(log: log))
        defer { log = gathered.withLock { $0.log } }
        try Parallel.stream(threads: threads) { () throws(FileProblem) in
            try reading.withLock { (reading) throws(FileProblem) in try reading.next() }
        } making: { [mapping] drawn in
            (scan(drawn.block, rows, mapping, width: width, names), drawn.rows)
        } taking: { (scanned, rowsRead) throws(FileProblem) in
            try gathered.withLock { (gathered) throws(FileProblem) in
                try gathered.add(scanned, self)
                gathered.cells = try cells(
                    rows: rowsRead, leftOut: gathered.tally.count, width: rows.width)
            }
        }
        let hash = reading.withLock { $0.blocks.hash }
        return gathered.withLock { gathered in
            for (body, known) in gathered.tally.near {
                gathered.log.warning(
                    "row.near-body", at: Place(file: file),
                    "rows about \(seen(body)) are left out, and there is a body \(seen(known))",
                    help: "Where they are the same, write \(seen(known)), or name it under "
                        + "\"values\" of \"body\" in datapackage.json")
            }
            return Table(
                parts: gathered.parts, file: Evidence.File(name: file, hash: hash),
                cells: gathered.cells,
                leftOut: LeftOut(file, gathered.tally, columns: mapping?.columnsLeftOut ?? 0),
                rejected: gathered.rejected)
        }
    }

    /// The blocks that are still to be read.
    private struct Reading {
        var blocks: CSVBlocks
        /// The one that the headings stood in.
        var first: CSVBlock?

        /// The next block, and how many rows were read up to its end.
        mutating func next() throws(FileProblem) -> (block: CSVBlock, rows: Int)? {
            if let first {
                self.first = nil
                return (first, blocks.row - 1)
            }
            return try blocks.next().map { ($0, blocks.row - 1) }
        }
    }

    /// What came of the blocks so far, in their order.
    private struct Gathered<Rows: RowReader>: Sendable {
        var log: DiagnosticLog
        var parts: [Rows] = []
        var tally = RowTally()
        var rejected = RejectedRows()
        var cells = 0
        /// How many errors the rows have.
        private var told = 0

        init(log: DiagnosticLog) { self.log = log }

        mutating func add(_ scanned: Scanned<Rows>, _ reader: TableReader) throws(FileProblem) {
            log.add(scanned.part.log)
            told += scanned.part.log.total
            if let problem = scanned.problem ?? reader.tooManyErrors(told) { throw problem }
            parts.append(scanned.part)
            tally.add(scanned.tally)
            rejected.add(scanned.rejected)
        }
    }

    private static let empty = FileProblem(
        "csv.empty", "the file is empty", help: "Write a first row with the headings")

    private func open() throws(FileProblem) -> any ByteStream {
        do {
            return try source.open(file)
        } catch {
            throw FileProblem(error)
        }
    }

    /// Reads the headings and moves the block's start behind them.
    private func heading(
        _ block: inout CSVBlock, _ blocks: inout CSVBlocks
    ) throws(FileProblem) -> Heading {
        let wanted = form.dialect.headingRow
        var whole = block
        while !block.skip(to: wanted) {
            let rows = block.row - 1
            guard let next = try blocks.next() else {
                guard wanted > 1 else { throw Self.empty }
                guard !blocks.isWithinQuotes else {
                    throw FileProblem(
                        "csv.unclosed-quote", "a double quote above the headings is not closed",
                        help: "Double it within a field in quotes, or take it out")
                }
                throw FileProblem(
                    "csv.heading-row",
                    "the headings stand in row \(wanted), and the file has \(rows) "
                        + "row\(rows == 1 ? "" : "s")",
                    help: "Correct \"headerRows\" in datapackage.json")
            }
            block = next
            whole = next
        }
        try checkEncoding(of: block)
        let nearby = NearbyRows(block: whole, limits: limits)
        var scanner = scanner(block)
        do {
            _ = try scanner.next(block.bytes.span)
        } catch {
            throw otherSeparator(error, scanner.cells.count, nearby)
                ?? scanner.problem(error, row: wanted)
        }
        let names = scanner.cells.map { $0.text(in: block.bytes.span) }
        (block.start, block.row) = (scanner.index, wanted + 1)
        return Heading(
            file: file, names: names, row: wanted, separator: form.dialect.separator,
            nearby: nearby)
    }

    /// What is said where quotes stand within headings only as long as these are cut by the
    /// separator declared; `nil` where another does not cut them better.
    private func otherSeparator(
        _ fault: CSVScanner.Fault, _ count: Int, _ nearby: NearbyRows
    ) -> FileProblem? {
        guard fault == .quoteWithinField || fault == .textAfterQuote else { return nil }
        let (declared, row) = (form.dialect.separator, form.dialect.headingRow)
        let mark = CSVDialect.separators.first { mark in
            let names = nearby.names(inRow: row, separator: mark) ?? []
            return mark != declared && names.count > max(count, 1)
        }
        return mark.map { Heading.separator($0, insteadOf: declared, row: row) }
    }

    private func scanner(_ block: CSVBlock) -> CSVScanner {
        CSVScanner(from: block.start, limits, separator: form.dialect.separator)
    }

    /// What came of a block.
    private struct Scanned<Rows: Sendable>: Sendable {
        var part: Rows
        var tally = RowTally()
        var rejected = RejectedRows()
        /// Whether there are rows among those with errors that were not known.
        var hasErrors = false
        var problem: FileProblem?
        /// The rows that are left out.
        let skipped: Set<Int>
        /// Where what names a row stands.
        let names: [Int]
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ empty: Rows, _ mapping: RowMapping?, width: Int, _ names: [Int]
    ) -> Scanned<Rows> {
        var scanned = Scanned(part: empty, skipped: rejection?.known ?? [], names: names)
        do throws(FileProblem) {
            try checkEncoding(of: block)
        } catch {
            scanned.problem = error
            return scanned
        }
        scan(block, mapping, width: width, &scanned)
        guard scanned.problem == nil, scanned.hasErrors else { return scanned }
        // What was taken in of rows with errors is not known, so all is read without them.
        var again = Scanned(
            part: empty, skipped: scanned.skipped.union(scanned.rejected.rows), names: [])
        scan(block, mapping, width: width, &again)
        again.rejected = scanned.rejected
        return again
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ mapping: RowMapping?, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        guard let mapping else { return scan(block, width: width, &scanned) }
        scan(block, mapping, width: width, &scanned)
    }

    private func scan<Rows: RowReader>(
        _ block: CSVBlock, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        let bytes = block.bytes.span
        var scanner = scanner(block)
        var row = block.row
        var start = scanner.index
        do {
            while try scanner.next(bytes) {
                if scanned.skipped.contains(row) {
                } else if scanner.cells.count == width, !Self.isBlank(scanner.cells) {
                    scanned.part.take(scanner.cells, in: bytes, row: row)
                } else {
                    scanned.part.log.add(ragged(scanner.cells, row: row, width: width))
                }
                if rejection != nil {
                    reject(row, scanner.cells, bytes, start..<scanner.index, &scanned)
                    start = scanner.index
                }
                row += 1
                guard hasRoomForErrors(scanned) else { return }
            }
        } catch {
            scanned.problem = scanner.problem(error, row: row)
        }
    }

    /// The same where rows are chosen or made of others.
    private func scan<Rows: RowReader>(
        _ block: CSVBlock, _ mapping: RowMapping, width: Int, _ scanned: inout Scanned<Rows>
    ) {
        let all = block.bytes + mapping.constants
        let end = block.bytes.count
        let bytes = block.bytes.span
        var scanner = scanner(block)
        var row = block.row
        var start = scanner.index
        var mapped: [CSVCell] = []
        do {
            while try scanner.next(bytes) {
                let isWhole = scanner.cells.count == width
                mapped.removeAll(keepingCapacity: true)
                switch isWhole
                    ? mapping.read(scanner.cells, in: all.span, end: end, row: row, &mapped) : nil
                {
                case _ where scanned.skipped.contains(row): break
                case .filtered: scanned.tally.rows += 1
                case _ where !isWhole || Self.isBlank(scanner.cells):
                    scanned.part.log.add(ragged(scanner.cells, row: row, width: width))
                case .taken, nil: scanned.part.take(mapped, in: all.span, row: row)
                case .unknownBody(let id, let known): scanned.tally.add(body: id, near: known)
                case .failed(let problem): scanned.part.log.add(problem)
                }
                if rejection != nil {
                    reject(row, mapped, all.span, start..<scanner.index, &scanned)
                    start = scanner.index
                }
                row += 1
                guard hasRoomForErrors(scanned) else { return }
            }
        } catch {
            scanned.problem = scanner.problem(error, row: row)
        }
    }

    /// Whether the block is read on; where it is not, ``tooManyErrors(_:)`` says why.
    private func hasRoomForErrors<Rows: RowReader>(_ scanned: Scanned<Rows>) -> Bool {
        scanned.part.log.total <= limits.errors
    }

    /// What is said of so many errors of the file; `nil` where they are not too many.
    private func tooManyErrors(_ count: Int) -> FileProblem? {
        guard count > limits.errors else { return nil }
        return FileProblem(
            "csv.errors",
            "the file has more than \(limits.errors) errors, and what comes after them is not read",
            help: "Mend what is told first: it is mostly one thing that all rows have")
    }

    /// Keeps a row that is left out, or in which something is wrong, and forgets what was told.
    private func reject<Rows: RowReader>(
        _ row: Int, _ cells: [CSVCell], _ bytes: Span<UInt8>, _ range: Range<Int>,
        _ scanned: inout Scanned<Rows>
    ) {
        let isKnown = scanned.skipped.contains(row)
        guard isKnown || scanned.part.log.hasErrors else { return }
        if !isKnown { scanned.hasErrors = true }
        defer { scanned.part.log = DiagnosticLog() }
        // The second time all is known.
        guard !isKnown || !scanned.names.isEmpty else { return }
        let found = RowRejection.Found(cells, scanned.names, in: bytes, range)
        scanned.rejected.add(
            isKnown
                ? RowRejection.row(row, found) : RowRejection.row(row, scanned.part.log, found))
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
                : Self.raggedHelp(form.dialect.separator))
    }

    private static func raggedHelp(_ separator: UInt8) -> String {
        guard separator != UInt8(ascii: ",") else {
            return "Check the commas: decimals have a point, and a text with a comma in it stands "
                + "in double quotes"
        }
        let word = CSVDialect.word(separator)
        return "Check the \(word)s: a text with a \(word) in it stands in double quotes"
    }

    /// How many cells are kept of so many rows, when these are not too many.
    private func cells(rows: Int, leftOut: Int, width: Int) throws(FileProblem) -> Int {
        guard !holdsBodies || rows <= limits.bodies else {
            throw FileProblem(
                "bodies.size", "the file has more than \(limits.bodies - 1) bodies",
                help: "Keep those that are assessed, and split them over several workspaces")
        }
        guard rows <= limits.rows else {
            throw FileProblem(
                "csv.rows", "the file has more than \(limits.rows) rows",
                help: "Split the periods over several workspaces")
        }
        let (cells, isOver) = (rows - leftOut).multipliedReportingOverflow(by: width)
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
            var scanner = scanner(block)
            // A fault of another kind ends the search; the row reached is near enough.
            let place = error.byteOffsets.lowerBound
            while (try? scanner.next(bytes)) == true, scanner.index <= place { row += 1 }
            throw form.dialect.encoding.problem(row: row)
        }
    }
}

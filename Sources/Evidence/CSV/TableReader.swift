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

    static let empty = FileProblem(
        "csv.empty", "the file is empty", help: "Write a first row with the headings")

    private func open() throws(FileProblem) -> any ByteStream {
        do {
            return try source.open(file)
        } catch {
            throw FileProblem(error)
        }
    }

    /// What is said of so many errors of the file; `nil` where they are not too many.
    private func tooManyErrors(_ count: Int) -> FileProblem? {
        guard count > limits.errors else { return nil }
        return FileProblem(
            "csv.errors",
            "the file has more than \(limits.errors) errors, and what comes after them is not read",
            help: "Mend what is told first: it is mostly one thing that all rows have")
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
}

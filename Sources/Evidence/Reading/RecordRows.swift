internal import Arithmetic
internal import Diagnostics
internal import Domain

/// The headings and positions by which records of a table are named.
struct RecordPath: Sendable {
    /// The headings of the keys from the outermost table to the table itself.
    let headings: [String]
    /// How many of them name the parent record.
    let parentCount: Int

    init(_ table: Int, _ schema: EvidenceSchema) {
        var chain = [table]
        // Parents stand before their children, so this ends.
        while let first = chain.first, let parent = schema.tables[first].parent, parent < first {
            chain.insert(parent, at: 0)
        }
        headings = chain.flatMap { schema.tables[$0].key }
        parentCount = headings.count - schema.tables[table].key.count
    }
}

/// Rows of a table before they are put in order.
struct RecordRows: Sendable {
    private(set) var bodies: [Int32] = []
    private(set) var periods: [Int32] = []
    /// Each of ``periods`` once.
    private(set) var distinctPeriods: Set<Int32> = []
    /// One for each part of the key, those of the parent records first.
    private(set) var paths: [KeyColumn]
    private(set) var rows: [Int32] = []
    /// One per row; empty as long as all are 0.
    private(set) var provenance: [UInt32] = []
    private(set) var columns: [ColumnBuilder]

    /// No rows of a table whose path has so many parts.
    init(_ table: TableSchema, pathCount: Int) {
        paths = Array(repeating: KeyColumn(), count: pathCount)
        columns = table.fields.map { ColumnBuilder($0.type) }
    }

    var count: Int { rows.count }

    /// Begins a row, to which its path and its values are added next.
    mutating func append(body: Int32, period: Int32, row: Int32, provenance number: UInt32) {
        if periods.last != period { distinctPeriods.insert(period) }
        if number != 0, provenance.isEmpty {
            provenance = Array(repeating: 0, count: rows.count)
        }
        if number != 0 || !provenance.isEmpty { provenance.append(number) }
        bodies.append(body)
        periods.append(period)
        rows.append(row)
    }

    /// Fills in a field that was blank in every row.
    mutating func set(_ value: CellValue, in field: Int, of row: Int) {
        columns[field].set(row, to: value)
    }

    /// The parts of a row's path as texts.
    func path(at row: Int) -> [String] { paths.map { $0.text(at: row) } }

    /// Adds a part of the path, by its position.
    mutating func append(_ text: Span<UInt8>, toPath part: Int) { paths[part].append(text) }

    /// Adds a part of the path, by its position.
    mutating func append(_ cell: CSVCell, of bytes: Span<UInt8>, toPath part: Int) {
        if cell.hasDoubledQuotes {
            cell.read(in: bytes) { paths[part].append($0) }
        } else {
            paths[part].append(cell.start..<cell.end, of: bytes)
        }
    }

    /// Adds a value, by the position of its field.
    mutating func append(_ value: CellValue, to field: Int) { columns[field].append(value) }
}

/// Reads the rows of one table of records, or of further fields of such records.
struct RecordsReader: RowReader {
    var log = DiagnosticLog()
    private let file: String
    private var subject: RowSubjectReader
    private let path: [(heading: String, column: Int)]
    private let columns: [Int]
    private let cellReaders: [CellReader]
    /// What may be read without a cell reader; `nil` for what is no number.
    private let bounds: [NumberBounds?]
    /// The short words of each code; empty for what is no code.
    private let words: [ShortWords]
    private(set) var records: RecordRows

    var width: Int { columns.count + path.count + 4 }
    var provenances: ProvenanceIndex { subject.provenances }

    /// The positions of the fields that the file holds.
    var held: [Int] { columns.indices.filter { columns[$0] >= 0 } }

    /// Checks the heading; fields that stand in files of their own come with these files.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, table: Int,
        _ schema: EvidenceSchema, _ bodies: KnownBodies, others: [String: String] = [:],
        _ log: inout DiagnosticLog
    ) {
        let names = RecordPath(table, schema).headings
        let fields = schema.tables[table].fields
        let isTable = resource.role == .records(schema.tables[table].id)
        let required = fields.filter { isTable && !$0.isOptional && others[$0.id] == nil }
        let positions = heading.positions(
            required: [RowSubjectReader.body, schema.periodColumn] + names + required.map(\.id),
            optional: fields.map(\.id).filter { id in !required.contains { $0.id == id } }
                + (isTable ? RowSubjectReader.provenance : []),
            ignored: resource.ignored,
            elsewhere: bodies.elsewhere.headings(of: schema.tables[table].id), log: &log)
        guard let positions else { return nil }
        for field in fields where positions[field.id] != nil {
            guard let other = others[field.id] else { continue }
            log.error(
                "records.field-twice", at: heading.place(field.id),
                "the field \(field.id) stands here and in \(other)", help: "Keep one of them")
        }
        let elsewhere = bodies.elsewhere.headings(of: schema.tables[table].id)
        let isField = { (name: String) in fields.contains { $0.id == name } }
        guard isTable || heading.names.contains(where: { isField($0) || elsewhere.contains($0) })
        else {
            log.error(
                "heading.missing", at: heading.place(nil),
                "no heading is a field of \(schema.tables[table].id)",
                help: "Its fields are \(listed(fields.map(\.id)))")
            return nil
        }
        file = resource.path
        subject = RowSubjectReader(
            resource, schema, bodies, positions, own: names + fields.map(\.id))
        path = names.map { ($0, positions[$0] ?? 0) }
        // An optional field without a column is blank in every record.
        columns = fields.map { positions[$0.id] ?? -1 }
        cellReaders = fields.map {
            CellReader($0, form: schema.periodForm, resource.notations(of: $0.id))
        }
        bounds = cellReaders.map { NumberBounds($0) }
        words = fields.map { ShortWords($0.type) }
        records = RecordRows(schema.tables[table], pathCount: names.count)
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        let hasPath = hasPath(cells, in: bytes, row)
        var isKept = false
        if let body = about.body, let period = about.period, hasPath {
            records.append(
                body: body, period: period, row: Int32(clamping: row),
                provenance: about.provenance)
            isKept = true
            for part in path.indices {
                records.append(cells[path[part].column], of: bytes, toPath: part)
            }
        }
        for index in columns.indices {
            guard columns[index] >= 0 else {
                if isKept { records.append(.blank(.unknown), to: index) }
                continue
            }
            let cell = cells[columns[index]]
            if isKept, takesShort(cell, index, bytes) { continue }
            let value = value(of: cell, index, bytes, row: row)
            if isKept { records.append(value, to: index) }
        }
    }

    /// Takes a cell that is empty, a short number or a short word of a code, and says whether it
    /// was one.
    private mutating func takesShort(
        _ cell: CSVCell, _ index: Int, _ bytes: Span<UInt8>
    ) -> Bool {
        if let position = words[index].position(of: cell, in: bytes) {
            records.append(.position(position), to: index)
            return true
        }
        guard let bounds = bounds[index] else { return false }
        if cell.start == cell.end {
            if bounds.takesBlank { records.append(.blank(.unknown), to: index) }
            return bounds.takesBlank
        }
        guard let number = bounds.number(in: bytes, cell.start..<cell.end) else { return false }
        records.append(.number(Fixed(number)), to: index)
        return true
    }

    /// The value of any cell.
    private mutating func value(
        of cell: CSVCell, _ index: Int, _ bytes: Span<UInt8>, row: Int
    ) -> CellValue {
        let (reader, file) = (cellReaders[index], file)
        return reader.value(
            cell, in: bytes, at: Place(file: file, row: row, field: reader.field.id), &log)
    }

    /// Fills in a field that stands in a file of its own.
    mutating func set(_ value: CellValue, in field: Int, of row: Int) {
        records.set(value, in: field, of: row)
    }

    private mutating func hasPath(_ cells: [CSVCell], in bytes: Span<UInt8>, _ row: Int) -> Bool {
        var isWhole = true
        for (heading, column) in path {
            guard let fault = cells[column].keyFault(in: bytes) else { continue }
            let place = Place(file: file, row: row, field: heading)
            isWhole = false
            switch fault {
            case .absent:
                log.error(
                    "row.no-key", at: place, "the record has no \(heading)",
                    help: "Write the key; without it nothing can refer to the record")
            case .tooLong:
                log.error(
                    "row.key", at: place, "\(heading) has more than \(CSVCell.longestKey) bytes",
                    help: "Write a short name; whatever refers to the record repeats it")
            case .control:
                log.error(
                    "row.key", at: place,
                    "\(heading) is \(seen(cells[column].text(in: bytes))), with a control character",
                    help: "Take it out, also where something refers to the record")
            }
        }
        return isWhole
    }
}

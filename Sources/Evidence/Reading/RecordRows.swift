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
    /// The parts of the key, those of the parent records first.
    private(set) var paths: [[String]] = []
    private(set) var rows: [Int32] = []
    private(set) var provenance: [UInt32] = []
    private(set) var columns: [ColumnBuilder]

    init(_ table: TableSchema) {
        columns = table.fields.map { ColumnBuilder($0.type) }
    }

    var count: Int { rows.count }

    mutating func append(
        body: Int32, period: Int32, path: [String], row: Int32, provenance: UInt32,
        values: [CellValue]
    ) {
        bodies.append(body)
        periods.append(period)
        paths.append(path)
        rows.append(row)
        self.provenance.append(provenance)
        for (index, value) in values.enumerated() { columns[index].append(value) }
    }

    /// Fills in a field that was blank in every row.
    mutating func set(_ value: CellValue, in field: Int, of row: Int) {
        columns[field].set(row, to: value)
    }
}

/// Reads the rows of one table of records, or of further fields of such records.
struct RecordsReader: RowReader {
    var log = DiagnosticLog()
    private let file: String
    private var subject: RowSubjectReader
    private let path: [(heading: String, column: Int)]
    private let columns: [Int]
    private let cellReaders: [CellReader]
    private var values: [CellValue] = []
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
        records = RecordRows(schema.tables[table])
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        let path = path(cells, bytes, row)
        values.removeAll(keepingCapacity: true)
        let file = file
        let cellReaders = cellReaders
        for index in cellReaders.indices {
            guard columns[index] >= 0 else {
                values.append(.blank(.unknown))
                continue
            }
            values.append(
                cellReaders[index].value(
                    cells[columns[index]], in: bytes,
                    at: Place(file: file, row: row, field: cellReaders[index].field.id), &log))
        }
        guard let body = about.body, let period = about.period, let path else { return }
        records.append(
            body: body, period: period, path: path, row: Int32(clamping: row),
            provenance: about.provenance, values: values)
    }

    /// Fills in a field that stands in a file of its own.
    mutating func set(_ value: CellValue, in field: Int, of row: Int) {
        records.set(value, in: field, of: row)
    }

    private mutating func path(_ cells: [CSVCell], _ bytes: Span<UInt8>, _ row: Int) -> [String]? {
        var parts: [String] = []
        for (heading, column) in path {
            let part = cells[column].text(in: bytes)
            if part.isEmpty {
                log.error(
                    "row.no-key", at: Place(file: file, row: row, field: heading),
                    "the record has no \(heading)",
                    help: "Write the key; without it nothing can refer to the record")
            } else {
                parts.append(part)
            }
        }
        return parts.count == path.count ? parts : nil
    }
}

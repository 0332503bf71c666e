internal import Diagnostics
internal import Domain

/// Reads the values of a test case as the cells of tables are read.
struct GivenReader {
    static let provenance = Provenance(status: .reported)

    private let schema: EvidenceSchema
    private let period: Period
    private var rows: [RecordRows]
    private var files: [String?]
    private var seenPaths: [Set<[String]>]
    private(set) var log = DiagnosticLog()

    init(_ schema: EvidenceSchema, _ period: Period) {
        self.schema = schema
        self.period = period
        rows = schema.tables.map { RecordRows($0) }
        files = Array(repeating: nil, count: schema.tables.count)
        seenPaths = Array(repeating: [], count: schema.tables.count)
    }

    // MARK: Inputs

    mutating func columns(_ inputs: [GivenValue]) -> [InputColumn] {
        let given = values(inputs, among: schema.inputs.map(\.id), "an input")
        return schema.inputs.map { field in
            var values = ColumnBuilder(field.type, blanks: 1)
            guard let value = given[field.id] else {
                return InputColumn(
                    column: values.column, file: nil, rows: [0], provenance: [0], files: [:])
            }
            values.set(0, to: cell(value, field))
            return InputColumn(
                column: values.column, file: value.place.file,
                rows: [Int32(clamping: value.place.line ?? 1)], provenance: [0], files: [:])
        }
    }

    /// The values by id, without those that are unknown or repeated.
    private mutating func values(
        _ given: [GivenValue], among ids: [String], _ kind: String
    ) -> [String: GivenValue] {
        var values: [String: GivenValue] = [:]
        for value in given {
            if !ids.contains(value.id) {
                log.error(
                    "given.unknown", at: value.place, "\(seen(value.id)) is not the id of \(kind)",
                    help: Nearest.word(to: value.id, among: ids).map { "Write \($0)" }
                        ?? "Known are \(listed(ids))")
            } else if values[value.id] != nil {
                log.error(
                    "given.repeated", at: value.place, "\(value.id) is given twice",
                    help: "Keep one of the two")
            } else {
                values[value.id] = value
            }
        }
        return values
    }

    /// Saying that a required value is unknown is the same as not giving it.
    private mutating func cell(_ value: GivenValue, _ field: Field) -> CellValue {
        let open = Field(
            id: field.id, type: field.type, isOptional: true, least: field.least,
            greatest: field.greatest)
        let reader = CellReader(open, form: schema.periodForm, markers: .inTestCases)
        do {
            return try reader.read(value.text.utf8.span)
        } catch {
            log.add(error.diagnostic(of: field, at: value.place))
            return .blank(.unknown)
        }
    }

    // MARK: Records

    /// Takes in records, and those that belong to them, below a record of that table and path.
    mutating func add(_ records: [GivenRecord], above: (table: Int, path: [String])?) {
        var numbers: [Int: Int] = [:]
        for record in records {
            let number = numbers[record.table, default: 0] + 1
            numbers[record.table] = number
            add(record, number: number, above: above)
        }
    }

    /// Takes in one record; the number is its key when none is given.
    private mutating func add(
        _ record: GivenRecord, number: Int, above: (table: Int, path: [String])?
    ) {
        guard schema.tables.indices.contains(record.table),
            schema.tables[record.table].parent == above?.table
        else {
            log.error(
                "given.nesting", at: record.place,
                "the record does not belong where it stands",
                help: "Write records of a nested table within the record they belong to")
            return
        }
        let table = schema.tables[record.table]
        let given = values(
            record.values, among: table.key + table.fields.map(\.id),
            "a key or field of \(table.id)")
        let fields = table.fields.map { value(of: $0, given) }
        guard let key = key(of: table, given, record, number) else { return }
        let path = (above?.path ?? []) + key
        guard seenPaths[record.table].insert(path).inserted else {
            log.error(
                "given.repeated", at: record.place,
                "the key \(seen(key.joined(separator: " / "))) of \(table.id) stands twice",
                help: "Give the records keys of their own, or none at all")
            return
        }
        files[record.table] = record.place.file
        rows[record.table].append(
            body: 0, period: Int32(period.index), path: path,
            row: Int32(clamping: record.place.line ?? 1), provenance: 0, values: fields)
        add(record.children, above: (record.table, path))
    }

    /// A field that is not given is unknown, since a case gives what its node looks at.
    private mutating func value(
        of field: Field, _ given: [String: GivenValue]
    ) -> CellValue {
        given[field.id].map { cell($0, field) } ?? .blank(.unknown)
    }

    private mutating func key(
        of table: TableSchema, _ given: [String: GivenValue], _ record: GivenRecord, _ number: Int
    ) -> [String]? {
        let parts = table.key.compactMap { given[$0]?.text }.filter { !$0.isEmpty }
        if parts.isEmpty {
            return table.key.isEmpty
                ? [] : ["\(number)"] + Array(repeating: "", count: table.key.count - 1)
        }
        if parts.count == table.key.count { return parts }
        log.error(
            "row.no-key", at: record.place,
            "only a part of the key \(listed(table.key)) is given",
            help: "Give all of it, or nothing of it")
        return nil
    }

    /// The tables, once all records are taken in without an error.
    func tables(_ units: Units, _ bodies: [Body]) -> [RecordTable] {
        let assembly = RecordAssembly(schema: schema, units: units, bodies: bodies)
        var ordered: [RecordAssembly.Ordered] = []
        // Repetitions and absent parents were refused before, so nothing is told here.
        var log = DiagnosticLog()
        for number in schema.tables.indices {
            let parent = schema.tables[number].parent.flatMap { $0 < number ? ordered[$0] : nil }
            ordered.append(
                assembly.table(
                    number, [(rows[number], [0])], file: files[number], parent: parent, &log))
        }
        return ordered.map(\.table)
    }
}

internal import Diagnostics
internal import Domain

/// Reads the values of a test case as the cells of tables are read.
struct GivenReader {
    static let provenance = Provenance(status: .reported)

    private let schema: EvidenceSchema
    private let units: Units
    private var inputs: [Cells]
    private var rows: [RecordRows]
    private var files: [String?]
    private var seenPaths: [Set<[String]>] = []
    private(set) var log = DiagnosticLog()

    /// One input of all units.
    private struct Cells {
        var values: ColumnBuilder
        var file: String?
        /// Lines of the test case, 0 where nothing is given.
        var rows: [Int32]
    }

    /// Whose records are taken in, and of which period.
    private struct Subject {
        let body: Int32
        let period: Int32
    }

    init(_ schema: EvidenceSchema, _ units: Units) {
        self.schema = schema
        self.units = units
        inputs = schema.inputs.map {
            Cells(
                values: ColumnBuilder($0.type, blanks: units.count), file: nil,
                rows: Array(repeating: 0, count: units.count))
        }
        rows = schema.tables.indices.map {
            RecordRows(schema.tables[$0], pathCount: RecordPath($0, schema).headings.count)
        }
        files = Array(repeating: nil, count: schema.tables.count)
    }

    /// Takes in what a body, by its position, handed in for a period.
    mutating func take(_ given: GivenPeriod, of body: Int32) {
        let subject = Subject(body: body, period: Int32(clamping: given.period.index))
        add(given.inputs, to: units.unit(body: body, period: subject.period))
        seenPaths = Array(repeating: [], count: schema.tables.count)
        add(given.records, of: subject, above: nil)
    }

    // MARK: Inputs

    /// The inputs, once everything is taken in.
    var columns: [InputColumn] {
        inputs.map {
            InputColumn(
                column: $0.values.column, file: $0.file, rows: $0.rows,
                provenance: Array(repeating: 0, count: units.count), files: [:])
        }
    }

    private mutating func add(_ values: [GivenValue], to unit: Int) {
        let given = self.values(values, among: schema.inputs.map(\.id), "an input")
        for (number, field) in schema.inputs.enumerated() {
            guard let value = given[field.id] else { continue }
            inputs[number].values.set(unit, to: cell(value, field))
            inputs[number].file = value.place.file
            inputs[number].rows[unit] = Int32(clamping: value.place.line ?? 1)
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
    private mutating func add(
        _ records: [GivenRecord], of subject: Subject, above: (table: Int, path: [String])?
    ) {
        var numbers: [Int: Int] = [:]
        for record in records {
            let number = numbers[record.table, default: 0] + 1
            numbers[record.table] = number
            add(record, number: number, of: subject, above: above)
        }
    }

    /// Takes in one record; the number is its key when none is given.
    private mutating func add(
        _ record: GivenRecord, number: Int, of subject: Subject,
        above: (table: Int, path: [String])?
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
            body: subject.body, period: subject.period,
            row: Int32(clamping: record.place.line ?? 1), provenance: 0)
        for (part, text) in path.enumerated() {
            rows[record.table].append(text.utf8.span, toPath: part)
        }
        for (position, value) in fields.enumerated() {
            rows[record.table].append(value, to: position)
        }
        add(record.children, of: subject, above: (record.table, path))
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
    func tables(_ bodies: [Body]) -> [RecordTable] {
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

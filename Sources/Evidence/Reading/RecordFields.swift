internal import Diagnostics
internal import Domain

/// Puts fields that stand in a file of their own into the records they belong to.
struct RecordFields {
    /// How a record is found.
    private struct Key: Hashable {
        let body: Int32
        let period: Int32
        let path: [String]
    }

    let table: Int
    let schema: EvidenceSchema
    let bodies: KnownBodies
    /// The file of the records.
    let file: String
    private let positions: [Key: (part: Int, index: Int)]

    init(
        _ records: [RecordsReader], table: Int, _ schema: EvidenceSchema, _ bodies: KnownBodies,
        file: String
    ) {
        self.table = table
        self.schema = schema
        self.bodies = bodies
        self.file = file
        var positions: [Key: (part: Int, index: Int)] = [:]
        for (part, reader) in records.enumerated() {
            for index in 0..<reader.records.count {
                let key = Self.key(reader.records, index)
                // A second one is refused when the records are put in order.
                if positions[key] == nil { positions[key] = (part, index) }
            }
        }
        self.positions = positions
    }

    private static func key(_ rows: RecordRows, _ index: Int) -> Key {
        Key(body: rows.bodies[index], period: rows.periods[index], path: rows.path(at: index))
    }

    /// Takes the fields of one file.
    ///
    /// A row without its record, a second row for one, and a record without a row for a required
    /// field are told.
    func add(
        _ parts: [RecordsReader], from resource: DataPackage.Resource,
        to records: inout [RecordsReader], _ log: inout DiagnosticLog
    ) {
        let held = parts.first?.held ?? []
        var rows: [Key: Int32] = [:]
        for part in parts {
            for index in 0..<part.records.count {
                let key = Self.key(part.records, index)
                let row = part.records.rows[index]
                if let first = rows[key] {
                    tell(
                        "records.repeated", key, resource, row, &log,
                        "stands twice; first in row \(first)", help: "Keep one of the two rows")
                    continue
                }
                rows[key] = row
                guard let place = positions[key] else {
                    tell(
                        "records.no-record", key, resource, row, &log, "is not in \(file)",
                        help: "Correct the key, the body or the period, or leave the row out by a "
                            + "condition under \"rows\" in datapackage.json")
                    continue
                }
                for field in held {
                    records[place.part].set(
                        part.records.columns[field][index], in: field, of: place.index)
                }
            }
        }
        tellMissing(held, rows, resource, records, &log)
    }

    /// Records without a row, where one of the fields is required.
    private func tellMissing(
        _ held: [Int], _ rows: [Key: Int32], _ resource: DataPackage.Resource,
        _ records: [RecordsReader], _ log: inout DiagnosticLog
    ) {
        let required = held.map { schema.tables[table].fields[$0] }.filter { !$0.isOptional }
        guard !required.isEmpty else { return }
        for reader in records {
            for index in 0..<reader.records.count {
                let key = Self.key(reader.records, index)
                guard rows[key] == nil, isJudged(key) else { continue }
                for field in required {
                    log.error(
                        "value.blank",
                        at: Place(
                            file: file, row: Int(reader.records.rows[index]), field: field.id),
                        "a value of \(field.id) is required and \(resource.path) has no row for "
                            + "the record",
                        help: "Add the row to \(resource.path)")
                }
            }
        }
    }

    private func isJudged(_ key: Key) -> Bool {
        bodies.judges(key.body, Period(schema.periodForm, index: Int(key.period)))
    }

    private func tell(
        _ code: String, _ key: Key, _ resource: DataPackage.Resource, _ row: Int32,
        _ log: inout DiagnosticLog, _ what: String, help: String
    ) {
        guard isJudged(key) else { return }
        let headings = RecordPath(table, schema).headings
        log.error(
            code, at: Place(file: resource.path, row: Int(row), field: headings.last),
            "the record \(seen(key.path.joined(separator: " / "))) of \(bodies.id(key.body)) for "
                + "\(Period(schema.periodForm, index: Int(key.period))) \(what)",
            help: help)
    }
}

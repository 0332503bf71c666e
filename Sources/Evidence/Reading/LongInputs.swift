internal import Diagnostics
internal import Domain

/// The rows of inputs in long form: one for each value.
struct LongInputs: RowReader {
    /// One value that was handed in.
    struct Entry: Sendable {
        let input: Int32
        let body: Int32
        let period: Int32
        let row: Int32
        let provenance: UInt32
        let value: CellValue
    }

    var log = DiagnosticLog()
    private let file: String
    private var subject: RowSubjectReader
    private let columns: (input: Int, value: Int)
    private let cellReaders: [CellReader]
    private let ids: [String]
    private let positions: [String: Int32]
    /// The inputs that other editions declare.
    private let elsewhere: Set<String>
    private var suggester = Suggester()
    private(set) var entries: [Entry] = []

    var width: Int { 6 }
    var provenances: ProvenanceIndex { subject.provenances }

    /// Checks the heading.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ schema: EvidenceSchema,
        _ bodies: KnownBodies, _ log: inout DiagnosticLog
    ) {
        let found = heading.positions(
            required: [RowSubjectReader.body, schema.periodColumn, "input", "value"],
            optional: RowSubjectReader.provenance + ["row"], ignored: resource.ignored, log: &log)
        guard let found, let input = found["input"], let value = found["value"] else { return nil }
        file = resource.path
        subject = RowSubjectReader(resource, schema, bodies, found, own: [])
        columns = (input, value)
        elsewhere = bodies.elsewhere.inputs
        cellReaders = schema.inputs.map {
            CellReader($0, form: schema.periodForm, resource.notations(of: "value"))
        }
        ids = schema.inputs.map(\.id)
        positions = Dictionary(
            ids.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        let id = cells[columns.input].text(in: bytes)
        guard let input = positions[id] else {
            guard !elsewhere.contains(id) else { return }
            log.error(
                "row.unknown-input", at: Place(file: file, row: row, field: "input"),
                id.isEmpty ? "the row names no input" : "there is no input \(seen(id))",
                help: suggester.help(
                    for: id, among: ids, otherwise: "Write the id of an input of the methodology"))
            return
        }
        let file = file
        let value = cellReaders[Int(input)].value(
            cells[columns.value], in: bytes, at: Place(file: file, row: row, field: "value"), &log)
        guard let body = about.body, let period = about.period else { return }
        entries.append(
            Entry(
                input: input, body: body, period: period, row: Int32(clamping: row),
                provenance: about.provenance, value: value))
    }
}

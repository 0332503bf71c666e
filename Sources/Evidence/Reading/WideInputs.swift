internal import Diagnostics
internal import Domain

/// The rows of inputs in wide form: one for a body and period, a column for each input.
struct WideInputs: RowReader {
    var log = DiagnosticLog()
    private let file: String
    private var subject: RowSubjectReader
    /// The positions in the schema of the inputs that the table has.
    let inputs: [Int]
    private let columns: [Int]
    private let cellReaders: [CellReader]

    /// Of each row that is about a known body and period.
    private(set) var bodies: [Int32] = []
    private(set) var periods: [Int32] = []
    private(set) var rows: [Int32] = []
    private(set) var provenance: [UInt32] = []
    /// One for each of ``inputs``.
    private(set) var values: [ColumnBuilder]

    var width: Int { inputs.count + 4 }
    var provenances: ProvenanceIndex { subject.provenances }

    /// Checks the heading; the table may have any of the schema's inputs.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ schema: EvidenceSchema,
        _ bodies: KnownBodies, _ log: inout DiagnosticLog
    ) {
        let positions = heading.positions(
            required: [RowSubjectReader.body, schema.periodColumn],
            optional: schema.inputs.map(\.id) + RowSubjectReader.provenance,
            ignored: resource.ignored, elsewhere: bodies.elsewhere.inputs, log: &log)
        guard let positions else { return nil }
        file = resource.path
        subject = RowSubjectReader(
            resource, schema, bodies, positions, own: schema.inputs.map(\.id))
        inputs = schema.inputs.indices.filter { positions[schema.inputs[$0].id] != nil }
        columns = inputs.compactMap { positions[schema.inputs[$0].id] }
        cellReaders = inputs.map {
            CellReader(
                schema.inputs[$0], form: schema.periodForm,
                resource.notations(of: schema.inputs[$0].id))
        }
        values = inputs.map { ColumnBuilder(schema.inputs[$0].type) }
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        let isAbout = about.body != nil && about.period != nil
        let file = file
        let cellReaders = cellReaders
        for index in cellReaders.indices {
            let value = cellReaders[index].value(
                cells[columns[index]], in: bytes,
                at: Place(file: file, row: row, field: cellReaders[index].field.id), &log)
            if isAbout { values[index].append(value) }
        }
        guard let body = about.body, let period = about.period else { return }
        bodies.append(body)
        periods.append(period)
        rows.append(Int32(clamping: row))
        provenance.append(about.provenance)
    }
}

extension CellReader {
    /// The value of a cell; a problem goes to the log and leaves a blank.
    func value(
        _ cell: CSVCell, in bytes: Span<UInt8>, at place: @autoclosure () -> Place,
        _ log: inout DiagnosticLog
    ) -> CellValue {
        do {
            return try cell.read(in: bytes) { (text) throws(CellProblem) in try read(text) }
        } catch {
            // Words that nobody will read are not made: a column may hold a million bad cells.
            log.add(
                log.isFull(of: error.code)
                    ? Diagnostic(.error, error.code, at: nil, "", help: "")
                    : error.diagnostic(of: field, at: place()))
            return .blank(.unknown)
        }
    }
}

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
    /// Where the values of each input are kept.
    private let slots: [Slot]

    /// Of each row that is about a known body and period.
    private(set) var bodies: [Int32] = []
    private(set) var periods: [Int32] = []
    private(set) var rows: [Int32] = []
    private(set) var provenance: [UInt32] = []
    /// The values of the inputs that are numbers.
    private(set) var numbers: NumberRows
    /// The values of each of the others.
    private(set) var others: [ColumnBuilder]

    /// Where the values of an input are kept: among ``numbers`` or ``others``, at that position.
    enum Slot: Sendable {
        case number(Int)
        case other(Int)
    }

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
        var (slots, numbers, others): ([Slot], [NumberRows.Column], [ColumnBuilder]) = ([], [], [])
        for (column, reader) in zip(columns, cellReaders) {
            if reader.field.type.isNumeric {
                slots.append(.number(numbers.count))
                numbers.append(
                    NumberRows.Column(position: column, bounds: NumberBounds(reader)))
            } else {
                slots.append(.other(others.count))
                others.append(ColumnBuilder(reader.field.type))
            }
        }
        self.slots = slots
        self.numbers = NumberRows(numbers)
        self.others = others
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let about = subject.read(cells, in: bytes, row: row, &log)
        // What another edition tells is not told here.
        let told = about.isJudged ? nil : log
        defer { if let told { log = told } }
        guard let body = about.body, let period = about.period else {
            for index in slots.indices { _ = value(cells, index, bytes, row: row) }
            return
        }
        if bodies.isEmpty { makeRoom(cells, in: bytes) }
        let isComplete = numbers.append(cells, in: bytes)
        if !isComplete || !others.isEmpty {
            for index in slots.indices { takeOther(cells, index, bytes, row: row) }
        }
        bodies.append(body)
        periods.append(period)
        rows.append(Int32(clamping: row))
        provenance.append(about.provenance)
    }

    /// Makes room for as many rows like this one as the bytes may hold.
    private mutating func makeRoom(_ cells: [CSVCell], in bytes: Span<UInt8>) {
        guard let first = cells.first, let last = cells.last else { return }
        let left = bytes.count - first.start
        numbers.reserve(left / max(last.end - first.start, 1) + (left >> 16))
    }

    /// Takes a cell that the numbers left open, or that is no number.
    private mutating func takeOther(
        _ cells: [CSVCell], _ index: Int, _ bytes: Span<UInt8>, row: Int
    ) {
        switch slots[index] {
        case .number(let position):
            guard numbers.isOpen(position) else { return }
            numbers.set(position, to: value(cells, index, bytes, row: row))
        case .other(let position):
            others[position].append(value(cells, index, bytes, row: row))
        }
    }

    private mutating func value(
        _ cells: [CSVCell], _ index: Int, _ bytes: Span<UInt8>, row: Int
    ) -> CellValue {
        let (reader, file) = (cellReaders[index], file)
        return reader.value(
            cells[columns[index]], in: bytes,
            at: Place(file: file, row: row, field: reader.field.id), &log)
    }

    /// The value of one of ``inputs`` in a row.
    subscript(row: Int, input: Int) -> CellValue {
        switch slots[input] {
        case .number(let position): numbers[row, position]
        case .other(let position): others[position][row]
        }
    }

    /// The position among ``numbers`` of one of ``inputs``; `nil` for what is no number.
    func numberColumn(_ input: Int) -> Int? {
        if case .number(let position) = slots[input] { position } else { nil }
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

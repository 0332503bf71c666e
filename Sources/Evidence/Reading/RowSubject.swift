internal import Diagnostics
internal import Domain

/// What a row of inputs or records is about, as far as it could be read.
struct RowSubject {
    /// The position of the body; `nil` when there is no such body.
    let body: Int32?
    /// ``Period/index``; `nil` when the period could not be read.
    let period: Int32?
    /// Whether what is wrong with the row is told; otherwise another edition tells it.
    let isJudged: Bool
    /// The number in the reader's own ``ProvenanceIndex``.
    let provenance: UInt32
}

/// The bodies that rows may be about.
struct KnownBodies: Sendable {
    /// Of those that are read, by id.
    let positions: [String: Int32]
    /// Of all, for suggestions.
    let ids: [String]
    /// Those of whom another edition reads.
    private let others: Set<String>
    private let kinds: [String]
    private let read: [String]
    private let share: EvidenceShare
    private let table: IdTable

    /// - Parameters:
    ///   - bodies: Those that are read.
    ///   - all: These and those of whom another edition reads.
    ///   - share: What is judged.
    init(_ bodies: [Body], among all: [Body], _ share: EvidenceShare) {
        ids = all.map(\.id)
        positions = Dictionary(
            bodies.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        others = all.count == bodies.count ? [] : Set(all.map(\.id)).subtracting(positions.keys)
        kinds = bodies.map(\.kind)
        read = bodies.map(\.id)
        self.share = share
        table = IdTable(bodies.map(\.id))
    }

    /// The position of the body whose id has these bytes, most likely that of the row before.
    func position(of id: CSVCell, in bytes: Span<UInt8>, after last: Int32?) -> Int32? {
        guard id.hasDoubledQuotes else {
            return table.position(of: id.start..<id.end, in: bytes, after: last)
        }
        return id.read(in: bytes) { table.position(of: 0..<$0.count, in: $0, after: last) }
    }

    /// The id of a body that is read.
    func id(_ body: Int32) -> String { read[Int(body)] }

    /// Whether another edition reads of the body.
    func isElsewhere(_ id: String) -> Bool { others.contains(id) }

    /// What other editions declare.
    var elsewhere: EvidenceShare { share }

    /// Whether other editions read of the same workspace.
    var areShared: Bool { share.isOneOfSeveral }

    /// Whether what is wrong for a body and a period is told.
    func judges(_ body: Int32, _ period: Period) -> Bool {
        share.judges(kinds[Int(body)], period)
    }
}

/// Where the columns stand that every row of inputs and records may have.
private struct Columns: Sendable {
    let body: Int
    let period: Int
    let status: Int?
    let source: Int?
    let proof: Int?
    let row: Int?

    /// Whether rows may say themselves where they come from.
    var sayProvenance: Bool { status != nil || source != nil || proof != nil || row != nil }
}

/// Reads the columns that every row of inputs and records begins with: `body`, the period, and
/// `status`, `source`, `proof` where the table has them.
struct RowSubjectReader: Sendable {
    static let body = "body"
    static let provenance = ["status", "source", "proof"]

    private let file: String
    private let bodies: KnownBodies
    private let form: PeriodForm
    private let notations: CellNotations
    private let periodHeading: String
    /// Whether all rows have one, which is no period.
    private let hasBadPeriod: Bool
    private let columns: Columns
    private let standard: Provenance
    private var suggester = Suggester()
    private(set) var provenances: ProvenanceIndex
    /// The body last read, because rows of one body mostly stand together.
    private var lastBody: Int32?
    /// The period last read, because rows of one period mostly stand together.
    private var lastPeriod: Int32?
    /// How it was written.
    private var lastPeriodText: [UInt8] = []

    /// A reader for the table whose headings stand there; body and period are among them.
    ///
    /// A heading that is a key, field or input of the table says nothing of where rows come from.
    init(
        _ resource: DataPackage.Resource, _ schema: EvidenceSchema, _ bodies: KnownBodies,
        _ positions: [String: Int], own: [String]
    ) {
        let others = positions.filter { !own.contains($0.key) }
        file = resource.path
        self.bodies = bodies
        form = schema.periodForm
        notations = resource.form.notations
        periodHeading = schema.periodColumn
        hasBadPeriod = resource.badPeriod(schema) != nil
        columns = Columns(
            body: positions[Self.body] ?? 0, period: positions[schema.periodColumn] ?? 0,
            status: others["status"], source: others["source"], proof: others["proof"],
            row: others["row"])
        standard = resource.provenance
        provenances = ProvenanceIndex(standard)
    }

    mutating func read(
        _ cells: [CSVCell], in bytes: Span<UInt8>, row: Int, _ log: inout DiagnosticLog
    ) -> RowSubject {
        let told = bodies.areShared ? log : nil
        let body = body(cells[columns.body], bytes, row, &log)
        let period = period(cells[columns.period], bytes, row, &log)
        let provenance = provenance(cells, bytes, row, &log)
        guard bodies.areShared else {
            return RowSubject(body: body, period: period, isJudged: true, provenance: provenance)
        }
        var isJudged =
            body != nil || !bodies.isElsewhere(cells[columns.body].text(in: bytes))
        if let body, let period {
            isJudged = bodies.judges(body, Period(form, index: Int(period)))
        }
        if !isJudged, let told { log = told }
        return RowSubject(
            body: body, period: period, isJudged: isJudged, provenance: provenance)
    }

    private mutating func body(
        _ cell: CSVCell, _ bytes: Span<UInt8>, _ row: Int, _ log: inout DiagnosticLog
    ) -> Int32? {
        if let found = bodies.position(of: cell, in: bytes, after: lastBody) {
            lastBody = found
            return found
        }
        let id = cell.text(in: bytes)
        // Texts are equal in Swift where bytes differ, as é in one piece and in two.
        if let position = bodies.positions[id] { return position }
        if bodies.isElsewhere(id) { return nil }
        let place = Place(file: file, row: row, field: Self.body)
        if id.isEmpty {
            log.error("row.no-body", at: place, "the row names no body", help: "Write its id")
            return nil
        }
        let code = "row.unknown-body"
        let help =
            log.isFull(of: code)
            ? ""
            : suggester.help(
                for: id, among: bodies.ids,
                otherwise: "Add it to the file of bodies, correct the id, or leave such rows out "
                    + "by \"only\" or \"rows\" in datapackage.json")
        log.error(code, at: place, "there is no body \(seen(id))", help: help)
        return nil
    }

    private mutating func period(
        _ cell: CSVCell, _ bytes: Span<UInt8>, _ row: Int, _ log: inout DiagnosticLog
    ) -> Int32? {
        if let lastPeriod, cell.read(in: bytes, { $0.equals(lastPeriodText) }) {
            return lastPeriod
        }
        let text = cell.text(in: bytes)
        guard !hasBadPeriod else { return nil }
        guard let period = notations.period(text, form) else {
            log.error(
                "row.period", at: Place(file: file, row: row, field: periodHeading),
                text.isEmpty ? "the row names no period" : "\(seen(text)) is not a period",
                help: notations.periodHelp(form))
            return nil
        }
        lastPeriod = Int32(period.index)
        lastPeriodText = Array(text.utf8)
        return lastPeriod
    }

    private mutating func provenance(
        _ cells: [CSVCell], _ bytes: Span<UInt8>, _ row: Int, _ log: inout DiagnosticLog
    ) -> UInt32 {
        func text(_ column: Int?) -> String? {
            guard let column else { return nil }
            let text = cells[column].text(in: bytes)
            return text.isEmpty ? nil : text
        }
        guard columns.sayProvenance else { return 0 }
        var status: EvidenceStatus? = standard.status
        if let word = text(columns.status) {
            status = EvidenceStatus(rawValue: word)
            if status == nil {
                let words = EvidenceStatus.allCases.map(\.rawValue)
                log.error(
                    "row.status", at: Place(file: file, row: row, field: "status"),
                    "\(seen(word)) is not a status",
                    help: Nearest.word(to: word, among: words).map { "Write \"\($0)\"" }
                        ?? "Write one of \(listed(words))")
            }
        }
        var source = text(columns.source) ?? standard.source
        if let number = text(columns.row) { source = "\(source ?? file), row \(number)" }
        return provenances.number(
            of: Provenance(
                status: status ?? standard.status, source: source,
                proof: text(columns.proof) ?? standard.proof))
    }
}

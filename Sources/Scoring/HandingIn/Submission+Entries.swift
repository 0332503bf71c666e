internal import Domain
internal import Evidence

/// What was handed in for each input and each table of a unit.
struct EntryReader: Sendable {
    /// What a row that was left out is about.
    private struct Subject: Hashable {
        let body: String
        let period: String
        let item: Submission.Item
    }

    private let evidence: Evidence
    /// How many rows were left out.
    private var rejected: [Subject: Int] = [:]

    init(_ evidence: Evidence, _ schema: EvidenceSchema) {
        self.evidence = evidence
        let inputs = Dictionary(
            schema.inputs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for subject in (evidence.rejects?.rows ?? []).compactMap(\.subject) {
            let period = schema.periodForm.period(subject.period)?.description ?? subject.period
            var items = subject.inputs.compactMap { inputs[$0] }.map { Submission.Item.input($0) }
            if let table = schema.tables.firstIndex(where: { $0.id == subject.table }) {
                items.append(.table(table))
            }
            for item in items {
                rejected[Subject(body: subject.body, period: period, item: item), default: 0] += 1
            }
        }
    }

    /// In the order of the schema, inputs before tables.
    func entries(of unit: Int) -> [Submission.Entry] {
        evidence.inputs.indices.map { input(of: unit, $0) }
            + evidence.tables.indices.map { table(of: unit, $0) }
    }

    private func input(of unit: Int, _ position: Int) -> Submission.Entry {
        let column = evidence.inputs[position]
        let rejected = rejected(.input(position), unit)
        guard column.rows[unit] > 0 else { return nothing(.input(position), rejected) }
        let status = evidence.provenances[Int(column.provenance[unit])].status
        let state: Submission.State =
            switch column.column.presence(at: unit) {
            case .known: status.isVerified ? .handedIn : .unverified
            case .unknown: .blank
            case .withheld: .withheld
            case .notApplicable: .notApplicable
            }
        return Submission.Entry(
            item: .input(position), state: state, records: 0, status: status,
            file: column.file(at: unit), row: Int(column.rows[unit]), rejected: rejected)
    }

    private func table(of unit: Int, _ position: Int) -> Submission.Entry {
        let table = evidence.tables[position]
        let records = table.unitOffsets[unit]..<table.unitOffsets[unit + 1]
        let rejected = rejected(.table(position), unit)
        guard let first = records.first else { return nothing(.table(position), rejected) }
        let statuses = Set(records.map { table.provenance[$0] })
            .map { evidence.provenances[Int($0)].status }
        // From the least checked to the most.
        let order: [EvidenceStatus] = [.reported, .verified, .published]
        let status = order.first(where: statuses.contains)
        return Submission.Entry(
            item: .table(position),
            state: statuses.allSatisfy(\.isVerified) ? .handedIn : .unverified,
            records: records.count, status: status, file: table.file,
            row: Int(table.rows[first]), rejected: rejected)
    }

    private func nothing(_ item: Submission.Item, _ rejected: Int) -> Submission.Entry {
        Submission.Entry(
            item: item, state: rejected > 0 ? .rejected : .blank, records: 0, status: nil,
            file: nil, row: nil, rejected: rejected)
    }

    private func rejected(_ item: Submission.Item, _ unit: Int) -> Int {
        guard !rejected.isEmpty else { return 0 }
        let body = evidence.bodies[unit % evidence.bodies.count].id
        let period = evidence.periods[unit / evidence.bodies.count].description
        return rejected[Subject(body: body, period: period, item: item)] ?? 0
    }
}

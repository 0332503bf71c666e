internal import Domain
internal import Evidence

/// What was handed in for each input and each table of a unit.
struct EntryReader {
    let evidence: Evidence

    /// In the order of the schema, inputs before tables.
    func entries(of unit: Int) -> [Submission.Entry] {
        evidence.inputs.indices.map { input(of: unit, $0) }
            + evidence.tables.indices.map { table(of: unit, $0) }
    }

    private func input(of unit: Int, _ position: Int) -> Submission.Entry {
        let column = evidence.inputs[position]
        guard column.rows[unit] > 0 else { return nothing(.input(position)) }
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
            file: column.file(at: unit), row: Int(column.rows[unit]))
    }

    private func table(of unit: Int, _ position: Int) -> Submission.Entry {
        let table = evidence.tables[position]
        let records = table.unitOffsets[unit]..<table.unitOffsets[unit + 1]
        guard let first = records.first else { return nothing(.table(position)) }
        let statuses = Set(records.map { table.provenance[$0] })
            .map { evidence.provenances[Int($0)].status }
        // From the least checked to the most.
        let order: [EvidenceStatus] = [.reported, .verified, .published]
        let status = order.first(where: statuses.contains)
        return Submission.Entry(
            item: .table(position),
            state: statuses.allSatisfy(\.isVerified) ? .handedIn : .unverified,
            records: records.count, status: status, file: table.file,
            row: Int(table.rows[first]))
    }

    private func nothing(_ item: Submission.Item) -> Submission.Entry {
        Submission.Entry(
            item: item, state: .blank, records: 0, status: nil, file: nil, row: nil)
    }
}

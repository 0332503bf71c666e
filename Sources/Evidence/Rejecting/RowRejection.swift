internal import Diagnostics
internal import Domain

/// How rows of one file are left out while it is read.
struct RowRejection: Sendable {
    /// The rows that are left out because others were looked at together with them.
    let known: Set<Int>
    /// The headings of what names a row.
    private let headings: [String]

    init(_ resource: DataPackage.Resource, _ schema: EvidenceSchema, _ rejecting: Rejecting) {
        known = rejecting.rows[resource.path] ?? []
        headings = resource.identity(schema)
    }

    /// The positions of these headings; -1 for one that is not there.
    func positions(_ heading: Heading) -> [Int] {
        headings.map { heading.names.firstIndex(of: $0) ?? -1 }
    }

    /// A row with what a log says of it.
    static func row(_ row: Int, _ log: DiagnosticLog, _ found: Found) -> RejectedRow {
        let errors = log.entries.filter { $0.severity == .error }
        var others: [String] = []
        for field in errors.dropFirst().compactMap(\.place?.field)
        where field != errors[0].place?.field && !others.contains(field) {
            others.append(field)
        }
        return RejectedRow(
            row: row, problem: errors.first, others: others, text: found.text,
            identity: found.identity)
    }

    /// A row whose problem is known already.
    static func row(_ row: Int, _ found: Found) -> RejectedRow {
        RejectedRow(
            row: row, problem: nil, others: [], text: found.text, identity: found.identity)
    }

    /// What a row says of itself.
    struct Found {
        let text: String
        let identity: [String]

        /// - Parameters:
        ///   - cells: Those of the row, which may be more or fewer than the heading has.
        ///   - positions: Where what names the row stands.
        ///   - bytes: The block.
        ///   - range: Where the row stands in it, its line end included.
        init(
            _ cells: [CSVCell], _ positions: [Int], in bytes: Span<UInt8>, _ range: Range<Int>
        ) {
            var end = range.upperBound
            while end > range.lowerBound, [10, 13].contains(bytes[end - 1]) { end -= 1 }
            text = String(reading: bytes.extracting(range.lowerBound..<end))
            identity = positions.map { position in
                cells.indices.contains(position) ? cells[position].text(in: bytes) : ""
            }
        }
    }
}

extension DataPackage.Resource {
    /// The headings of what names a row: a body's id; otherwise body, period and what else.
    func identity(_ schema: EvidenceSchema) -> [String] {
        let unit = [RowSubjectReader.body, schema.periodColumn]
        switch role {
        case .bodies: return ["id"]
        case .reforms: return ["reform", "measure"]
        case .measures: return ["measure", "body", "on"]
        case .plan: return ["measure", "since"]
        case .wideInputs: return unit
        case .decisions: return unit + ["node", "input"]
        case .longInputs: return unit + ["input"]
        case .records(let id), .fields(let id):
            guard let table = schema.tables.firstIndex(where: { $0.id == id }) else { return unit }
            return unit + RecordPath(table, schema).headings
        }
    }
}

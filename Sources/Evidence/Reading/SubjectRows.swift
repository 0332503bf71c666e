internal import Diagnostics
public import Domain

/// Finds which periods rows are about, and of which kinds of body; nothing is told.
struct SubjectRows: RowReader {
    var log = DiagnosticLog()
    private let columns: (body: Int, period: Int)
    private let form: PeriodForm
    private let notations: CellNotations
    private let kinds: [String: Set<String>]
    private(set) var subjects: Set<EvidenceShare.Subject> = []
    /// The row before, because rows about one body and period mostly stand together.
    private var last: (body: String, period: String)?

    var width: Int { 0 }

    /// Fails where the table has no column for the body or the period.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource,
        _ kinds: [String: Set<String>], _ schema: EvidenceSchema
    ) {
        guard let body = heading.names.firstIndex(of: RowSubjectReader.body),
            let period = heading.names.firstIndex(of: schema.periodColumn)
        else { return nil }
        columns = (body, period)
        form = schema.periodForm
        notations = resource.form.notations
        self.kinds = kinds
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let (body, period) = (
            cells[columns.body].text(in: bytes), cells[columns.period].text(in: bytes)
        )
        if let last, last == (body, period) { return }
        last = (body, period)
        guard let kinds = kinds[body], let period = notations.period(period, form) else { return }
        for kind in kinds {
            subjects.insert(EvidenceShare.Subject(kind: kind, period: period))
        }
    }
}

extension EvidenceReader {
    /// The kinds of body and the periods for which anything was handed in.
    ///
    /// What cannot be read is left out, and told by ``read(_:from:schema:share:threads:)``.
    ///
    /// - Parameters:
    ///   - package: The descriptor.
    ///   - source: The folder that it was read from.
    ///   - schema: How periods are written, and the heading of their column.
    ///   - threads: At most so many at a time; `nil` uses all cores.
    /// - Returns: Each once, and every kind that a body has.
    public static func subjects(
        _ package: DataPackage, from source: any Source, schema: EvidenceSchema,
        threads: Int? = nil
    ) -> (subjects: Set<EvidenceShare.Subject>, kinds: Set<String>) {
        var log = DiagnosticLog()
        // A body that stands twice may have two kinds; which row holds is told by whoever reads it.
        var kinds: [String: Set<String>] = [:]
        func rows<Rows: RowReader>(
            _ resource: DataPackage.Resource, _ prepare: (Heading, inout DiagnosticLog) -> Rows?
        ) -> [Rows] {
            let reader = TableReader(
                resource, source, threads: threads, limits: CSVLimits(), bodies: Array(kinds.keys))
            return reader.read(log: &log, prepare)?.parts ?? []
        }
        for resource in package.resources where resource.role == .bodies {
            let entries = rows(resource) { BodiesReader($0, resource, &$1) }.flatMap(\.entries)
            for entry in entries { kinds[entry.body.id, default: []].insert(entry.body.kind) }
        }
        var subjects: Set<EvidenceShare.Subject> = []
        for resource in package.resources where resource.role != .bodies {
            let parts = rows(resource) { heading, _ in
                SubjectRows(heading, resource, kinds, schema)
            }
            for part in parts { subjects.formUnion(part.subjects) }
        }
        return (subjects, kinds.values.reduce(into: []) { $0.formUnion($1) })
    }
}

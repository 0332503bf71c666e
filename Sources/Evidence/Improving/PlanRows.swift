internal import Diagnostics
internal import Domain

/// Reads the table of planned measures, one row for each.
///
/// `measure` and `since` are required; `owner` and `due` may be there. Columns that are written
/// beside them for readers are not read.
struct PlanRows: RowReader {
    static let required = ["measure", "since"]
    static let optional = ["owner", "due"]

    var log = DiagnosticLog()
    private let file: String
    private let notations: CellNotations
    private let form: PeriodForm
    /// The forms of other editions, whose periods are theirs.
    private let otherForms: [PeriodForm]
    private let positions: [String: Int]
    private(set) var entries: [PlannedMeasure] = []

    var width: Int { positions.count }

    /// Checks the heading.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ schema: EvidenceSchema,
        _ share: EvidenceShare, _ log: inout DiagnosticLog
    ) {
        let titles = TitleColumns("title", heading)
        let positions = heading.positions(
            required: Self.required, optional: Self.optional, ignored: resource.ignored,
            elsewhere: Set(PlanColumns.told + titles.headings), log: &log)
        guard let positions else { return nil }
        file = resource.path
        notations = resource.form.notations
        form = schema.periodForm
        otherForms = share.others.map(\.periodForm).filter { $0 != schema.periodForm }
        self.positions = positions
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let row = RowTexts(cells, in: bytes, positions, file: file, row: row)
        let measure = row.identifier("measure", "plan.id", &log)
        let since = since(row)
        let due =
            row.text("due") == nil
            ? nil : row.day("due", "plan.due", absence: "", notations, &log)
        if let since, let due, due <= since.lastDay {
            log.error(
                "plan.due", at: row.place("due"),
                "\(due) is not after \(since.lastDay), the last day of \(since)",
                help: "Write a day after the period that the plan was made from")
        }
        guard let measure, let since else { return }
        entries.append(
            PlannedMeasure(
                measure: measure, since: since, owner: row.text("owner"), due: due,
                row: row.number, file: file))
    }

    private mutating func since(_ row: RowTexts) -> Period? {
        let text = row["since"]
        if let period = notations.period(text, form) { return period }
        guard !otherForms.contains(where: { notations.period(text, $0) != nil }) else { return nil }
        log.error(
            "plan.period", at: row.place("since"),
            text.isEmpty
                ? "the row does not say from which period the plan was made"
                : "\(seen(text)) is not a period",
            help: notations.periodHelp(form))
        return nil
    }
}

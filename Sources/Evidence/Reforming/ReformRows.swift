internal import Diagnostics
internal import Domain

/// Reads the table of reforms, one row for each measure.
///
/// `reform`, `measure` and `from` are required; `reform-title` and `measure-title`, or
/// `reform-title.en` and so on, `owner`, `to` and `criteria`, ids with semicolons between them,
/// may be there.
struct ReformRows: RowReader {
    /// A measure, and what its row says of its reform.
    struct Entry: Sendable {
        let reform: String
        let title: LanguageMap
        let measure: Reform.Measure
    }

    static let required = ["reform", "measure", "from"]
    static let optional = ["owner", "to", "criteria"]

    var log = DiagnosticLog()
    private let file: String
    private let notations: CellNotations
    private let positions: [String: Int]
    private let titles: (reform: TitleColumns, measure: TitleColumns)
    private(set) var entries: [Entry] = []

    var width: Int { positions.count }

    /// Checks the heading.
    init?(_ heading: Heading, _ resource: DataPackage.Resource, _ log: inout DiagnosticLog) {
        titles = (TitleColumns("reform-title", heading), TitleColumns("measure-title", heading))
        let positions = heading.positions(
            required: Self.required,
            optional: Self.optional + titles.reform.headings + titles.measure.headings,
            ignored: resource.ignored, log: &log)
        guard let positions else { return nil }
        file = resource.path
        notations = resource.form.notations
        self.positions = positions
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        let row = RowTexts(cells, in: bytes, positions, file: file, row: row)
        let reform = row.identifier("reform", "reform.id", &log)
        let measure = row.identifier("measure", "reform.id", &log)
        let from = day("from", row)
        let to = row.text("to") == nil ? nil : day("to", row)
        if let from, let to, to < from {
            log.error(
                "reform.dates", at: row.place("to"),
                "the last day \(to) is before the first day \(from)", help: "Correct one of them")
        }
        let criteria = row.ids(
            "criteria", "reform.criteria", member: "criterion", example: "A1-P1; B1-S1", &log)
        guard let reform, let measure, let from else { return }
        entries.append(
            Entry(
                reform: reform, title: row.title(titles.reform),
                measure: Reform.Measure(
                    id: measure, title: row.title(titles.measure), owner: row.text("owner"),
                    from: from, to: to, criteria: criteria ?? [], row: row.number)))
    }

    private mutating func day(_ heading: String, _ row: RowTexts) -> Day? {
        row.day(
            heading, "reform.date", absence: "the measure has no first day", notations, &log)
    }
}

internal import Diagnostics
internal import Domain

/// Reads the table of bodies.
///
/// `id` and `kind` are required; `title`, or `title.en`, `title.kk` and so on, `parent`,
/// `group`, `from`, `to` and `predecessors`, ids with spaces between them, may be there.
struct BodiesReader: RowReader {
    /// A body and where it stands.
    struct Entry: Sendable {
        let body: Body
        let row: Int
    }

    static let optional = ["title", "parent", "group", "from", "to", "predecessors"]
    /// The language of a title whose heading names none: undetermined, as BCP 47 writes it.
    static let anyLanguage = "und"

    var log = DiagnosticLog()
    private let file: String
    private let notations: CellNotations
    private let columns: Columns
    private let titles: [(language: String, column: Int)]
    private(set) var entries: [Entry] = []

    /// Where the columns stand.
    private struct Columns: Sendable {
        let count: Int
        let id: Int?
        let kind: Int?
        let parent: Int?
        let group: Int?
        let from: Int?
        let to: Int?
        let predecessors: Int?

        init(_ positions: [String: Int]) {
            count = positions.count
            (id, kind) = (positions["id"], positions["kind"])
            (parent, group) = (positions["parent"], positions["group"])
            (from, to) = (positions["from"], positions["to"])
            predecessors = positions["predecessors"]
        }
    }

    var width: Int { columns.count }

    /// Checks the heading.
    init?(
        _ heading: Heading, _ resource: DataPackage.Resource, _ log: inout DiagnosticLog
    ) {
        let titleHeadings = heading.names.filter {
            $0.hasPrefix("title.") && Identifier.isValid($0) && $0.utf8.count > 6
        }
        let positions = heading.positions(
            required: ["id", "kind"], optional: Self.optional + titleHeadings,
            ignored: resource.ignored, log: &log)
        guard let positions else { return nil }
        file = resource.path
        notations = resource.form.notations
        columns = Columns(positions)
        let plain = positions["title"].map { [(language: Self.anyLanguage, column: $0)] } ?? []
        titles = plain + titleHeadings.map { (String($0.dropFirst(6)), positions[$0] ?? 0) }
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        func text(_ column: Int?) -> String? {
            guard let column else { return nil }
            let text = cells[column].text(in: bytes)
            return text.isEmpty ? nil : text
        }
        let id = identifier(text(columns.id), "id", row)
        let kind = identifier(text(columns.kind), "kind", row)
        let from = day(text(columns.from), "from", row)
        let to = day(text(columns.to), "to", row)
        if let from, let to, to < from {
            log.error(
                "bodies.dates", at: Place(file: file, row: row, field: "to"),
                "the last day \(to) is before the first day \(from)", help: "Correct one of them")
        }
        // A body without a kind is refused above; its id is kept, so that its rows are not.
        guard let id else { return }
        let title = LanguageMap(
            titles.compactMap { language, column in
                let text = cells[column].text(in: bytes)
                return text.isEmpty ? nil : LanguageMap.Entry(language: language, text: text)
            })
        let predecessors = text(columns.predecessors)?.split(separator: " ").map(String.init) ?? []
        entries.append(
            Entry(
                body: Body(
                    id: id, title: title, kind: kind ?? "", parent: text(columns.parent),
                    group: text(columns.group), from: from, to: to, predecessors: predecessors),
                row: row))
    }

    private mutating func identifier(_ text: String?, _ heading: String, _ row: Int) -> String? {
        guard let text, Identifier.isValid(text) else {
            tell(text, heading, row)
            return nil
        }
        return text
    }

    private mutating func tell(_ text: String?, _ heading: String, _ row: Int) {
        let place = Place(file: file, row: row, field: heading)
        guard let text else {
            log.error(
                "bodies.blank", at: place, "the \(heading) is blank",
                help: "Write it: \(Identifier.rule)")
            return
        }
        log.error(
            "bodies.id", at: place, "\(seen(text)) is no id", help: "Write \(Identifier.rule)")
    }

    private mutating func day(_ text: String?, _ heading: String, _ row: Int) -> Day? {
        guard let text else { return nil }
        if let day = notations.day(text) { return day }
        log.error(
            "value.date", at: Place(file: file, row: row, field: heading),
            "\(seen(text)) is not a date", help: notations.dayHelp)
        return nil
    }
}

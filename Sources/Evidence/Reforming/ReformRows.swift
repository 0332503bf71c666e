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
        func text(_ name: String) -> String {
            positions[name].map { cells[$0].text(in: bytes) } ?? ""
        }
        func title(_ columns: TitleColumns) -> LanguageMap {
            LanguageMap(
                columns.languages.compactMap { heading, language in
                    let text = text(heading)
                    return text.isEmpty ? nil : LanguageMap.Entry(language: language, text: text)
                })
        }
        let reform = identifier(text("reform"), "reform", row)
        let measure = identifier(text("measure"), "measure", row)
        let from = day(text("from"), "from", row)
        let to = text("to").isEmpty ? nil : day(text("to"), "to", row)
        if let from, let to, to < from {
            log.error(
                "reform.dates", at: place("to", row),
                "the last day \(to) is before the first day \(from)", help: "Correct one of them")
        }
        let criteria = criteria(text("criteria"), row)
        guard let reform, let measure, let from else { return }
        entries.append(
            Entry(
                reform: reform, title: title(titles.reform),
                measure: Reform.Measure(
                    id: measure, title: title(titles.measure),
                    owner: text("owner").isEmpty ? nil : text("owner"), from: from, to: to,
                    criteria: criteria, row: row)))
    }

    private func place(_ field: String, _ row: Int) -> Place {
        Place(file: file, row: row, field: field)
    }

    private mutating func identifier(_ text: String, _ heading: String, _ row: Int) -> String? {
        guard !Identifier.isValid(text) else { return text }
        log.error(
            "reform.id", at: place(heading, row),
            text.isEmpty ? "the \(heading) is blank" : "\(seen(text)) is no id",
            help: "Write \(Identifier.rule)")
        return nil
    }

    private mutating func day(_ text: String, _ heading: String, _ row: Int) -> Day? {
        if let day = notations.day(text) { return day }
        log.error(
            "reform.date", at: place(heading, row),
            text.isEmpty ? "the measure has no first day" : "\(seen(text)) is not a date",
            help: notations.dayHelp)
        return nil
    }

    /// The ids of a list, without the spaces around them.
    private mutating func criteria(_ text: String, _ row: Int) -> [String] {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
            String($0.trimmingSpaces)
        }
        var known: Set<String> = []
        for part in parts {
            guard Identifier.isValid(part), known.insert(part).inserted else {
                log.error(
                    "reform.criteria", at: place("criteria", row),
                    part.isEmpty
                        ? "the list of criteria has an empty part"
                        : Identifier.isValid(part)
                            ? "the criterion \(part) stands twice" : "\(seen(part)) is no id",
                    help: "Write the ids with a semicolon between them, as in A1-P1; B1-S1")
                return []
            }
        }
        return parts
    }
}

/// The columns of a title: one for each language, or one without.
struct TitleColumns: Sendable {
    /// The headings, and the languages they name.
    let languages: [(heading: String, language: String)]

    init(_ name: String, _ heading: Heading) {
        languages = heading.names.compactMap { heading in
            if heading == name { return (heading, BodiesReader.anyLanguage) }
            guard heading.hasPrefix(name + "."), Identifier.isValid(heading),
                heading.utf8.count > name.utf8.count + 1
            else { return nil }
            return (heading, String(heading.dropFirst(name.count + 1)))
        }
    }

    var headings: [String] { languages.map(\.heading) }
}

extension Substring {
    /// Without the spaces at its ends.
    fileprivate var trimmingSpaces: Substring {
        let begun = drop { $0 == " " }
        let end = begun.lastIndex { $0 != " " }
        return end.map { begun[...$0] } ?? begun.prefix(0)
    }
}

internal import Diagnostics
internal import Domain

/// The cells of a row by their headings, of a table that people write by hand.
struct RowTexts {
    private let texts: [String: String]
    private let file: String
    /// As a spreadsheet shows it.
    let number: Int

    init(
        _ cells: [CSVCell], in bytes: Span<UInt8>, _ positions: [String: Int], file: String,
        row: Int
    ) {
        var texts: [String: String] = [:]
        for (name, position) in positions { texts[name] = cells[position].text(in: bytes) }
        self.texts = texts
        self.file = file
        number = row
    }

    /// What stands under a heading; nothing where there is no such column.
    subscript(heading: String) -> String { texts[heading] ?? "" }

    /// What stands under a heading; `nil` for nothing.
    func text(_ heading: String) -> String? {
        let text = self[heading]
        return text.isEmpty ? nil : text
    }

    func place(_ heading: String? = nil) -> Place {
        Place(file: file, row: number, field: heading)
    }

    /// A title in the languages in which the row writes it.
    func title(_ columns: TitleColumns) -> LanguageMap {
        LanguageMap(
            columns.languages.compactMap { heading, language in
                text(heading).map { LanguageMap.Entry(language: language, text: $0) }
            })
    }

    /// An id that must be there; `nil` after a refusal.
    func identifier(_ heading: String, _ code: String, _ log: inout DiagnosticLog) -> String? {
        let text = self[heading]
        guard !Identifier.isValid(text) else { return text }
        log.error(
            code, at: place(heading),
            text.isEmpty ? "the \(heading) is blank" : "\(seen(text)) is no id",
            help: "Write \(Identifier.rule)")
        return nil
    }

    /// A day that must be there; a blank cell is refused as an absence.
    ///
    /// - Returns: `nil` after a refusal.
    func day(
        _ heading: String, _ code: String, absence: String, _ notations: CellNotations,
        _ log: inout DiagnosticLog
    ) -> Day? {
        let text = self[heading]
        if let day = notations.day(text) { return day }
        log.error(
            code, at: place(heading), text.isEmpty ? absence : "\(seen(text)) is not a date",
            help: notations.dayHelp)
        return nil
    }

    /// The ids of a list with semicolons between them, without the spaces around them.
    ///
    /// Each of them is a member, as in `criterion`; an example shows how a list is written.
    ///
    /// - Returns: `nil` after a refusal.
    func ids(
        _ heading: String, _ code: String, member: String, example: String,
        _ log: inout DiagnosticLog
    ) -> [String]? {
        guard let text = text(heading) else { return [] }
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
            String($0.trimmingSpaces)
        }
        var known: Set<String> = []
        for part in parts {
            guard Identifier.isValid(part), known.insert(part).inserted else {
                log.error(
                    code, at: place(heading),
                    part.isEmpty
                        ? "the list of \(heading) has an empty part"
                        : Identifier.isValid(part)
                            ? "the \(member) \(part) stands twice" : "\(seen(part)) is no id",
                    help: "Write the ids with a semicolon between them, as in \(example)")
                return nil
            }
        }
        return parts
    }
}

extension Substring {
    /// Without the spaces at its ends.
    var trimmingSpaces: Substring {
        let begun = drop { $0 == " " }
        let end = begun.lastIndex { $0 != " " }
        return end.map { begun[...$0] } ?? begun.prefix(0)
    }
}

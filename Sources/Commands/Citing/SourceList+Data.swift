internal import Diagnostics
internal import Domain
internal import Explanation
internal import JSON
internal import Methodology

extension SourceList {
    /// The headings of CSV.
    static let columns = [
        "source", "title", "publisher", "link", "date", "last-checked", "checked-within-a-year",
        "clause", "rule", "file", "line", "through",
    ]

    /// A row for each citation, and one for a source that nothing cites.
    var csv: [UInt8] {
        var lines = [Self.columns.joined(separator: ",")]
        for item in items {
            let about = [
                item.key, text(item.entry.title), item.entry.publisher, item.entry.link,
                item.entry.date?.description, item.entry.lastChecked?.description,
                item.isChecked.map { $0 ? "true" : "false" },
            ]
            let none: [[String?]] = [[nil, nil, nil, nil, nil]]
            for rule in item.rules.isEmpty ? none : item.rules.map(cells) {
                lines.append(
                    (about + rule).map { ResultCSV.quoted($0 ?? "") }.joined(separator: ","))
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func cells(_ rule: Plan.CitedRule) -> [String?] {
        [
            rule.citation.clause, rule.words, prefix + rule.place.file,
            rule.place.line.map { String($0) }, rule.heirs.joined(separator: " "),
        ]
    }

    /// The edition, and each source with its citations.
    var json: JSON {
        .object([
            JSON.Member("methodology", .text(plan.identity.methodology)),
            JSON.Member("edition", .text(plan.identity.edition)),
            JSON.Member("hash", .text(plan.identity.hash)),
            JSON.Member("as-of", JSON(request.day?.description)),
            JSON.Member("sources", .list(items.map(json))),
        ])
    }

    private func json(_ item: Item) -> JSON {
        .object([
            JSON.Member("source", .text(item.key)),
            JSON.Member("title", JSON(text(item.entry.title))),
            JSON.Member("publisher", JSON(item.entry.publisher)),
            JSON.Member("link", JSON(item.entry.link)),
            JSON.Member("date", JSON(item.entry.date?.description)),
            JSON.Member("last-checked", JSON(item.entry.lastChecked?.description)),
            JSON.Member(
                "checked-within-a-year", item.isChecked.map { JSON.flag($0) } ?? JSON.null),
            JSON.Member("citations", .list(item.rules.map(json))),
        ])
    }

    private func json(_ rule: Plan.CitedRule) -> JSON {
        .object([
            JSON.Member("clause", JSON(rule.citation.clause)),
            JSON.Member("rule", .text(rule.words)),
            JSON.Member("file", .text(prefix + rule.place.file)),
            JSON.Member("line", JSON(rule.place.line)),
            JSON.Member("through", .list(rule.heirs.map { .text($0) })),
        ])
    }
}

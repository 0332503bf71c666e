internal import Diagnostics
internal import Domain
internal import Explanation
internal import Methodology

extension SourceList {
    /// A paragraph for each source, then what is to be looked at.
    func write(to page: inout Page) {
        let name = plan.identity.name
        page.line(text(plan.identity.title).map { "\($0) (\(name))" } ?? name, .heading)
        for item in items {
            page.line()
            write(item, to: &page)
        }
        page.line()
        page.lines(remarks)
    }

    private func write(_ item: Item, to page: inout Page) {
        page.line(title(of: item), .heading)
        page.line("  " + about(item))
        if let link = item.entry.link { page.line("  \(link)") }
        guard !item.rules.isEmpty else {
            page.line("  no rule and no test case cites it")
            return
        }
        var table = TextTable(["": .left, "": .left, "": .left])
        var earlier: String??
        for rule in item.rules {
            let clause = rule.citation.clause
            table.add([earlier == clause ? "" : Self.words(clause), place(of: rule), words(rule)])
            earlier = clause
        }
        page.table(table, hasHeadings: false, indent: 2)
    }

    private func title(of item: Item) -> String {
        text(item.entry.title).map { "\($0) (\(item.key))" } ?? item.key
    }

    /// As in `Assessment Office, 2023-12-15, last checked 2026-11-25`.
    private func about(_ item: Item) -> String {
        let words = [
            item.entry.publisher, item.entry.date?.description,
            item.entry.lastChecked.map { "last checked \($0)" } ?? "never checked",
        ]
        return words.compactMap { $0 }.joined(separator: ", ")
    }

    private static func words(_ clause: String?) -> String {
        clause.map(CitationWording.words) ?? "as a whole"
    }

    private func words(_ rule: Plan.CitedRule) -> String {
        let heirs = rule.heirs.isEmpty ? "" : ", and through it \(Words.some(rule.heirs))"
        return (rule.kind == "edition" ? "the edition" : rule.words) + heirs
    }

    private func place(of rule: Plan.CitedRule) -> String {
        rule.place.file + (rule.place.line.map { ":\($0)" } ?? "")
    }

    private var remarks: [String] {
        let cited = items.count - uncited.count
        let counted = Words.counted(items.count, "source")
        var lines = [
            uncited.isEmpty
                ? "\(counted), all cited"
                : "\(counted), \(cited) cited; no rule cites "
                    + Words.some(uncited.map(\.key), atMost: 20)
        ]
        guard let day = request.day, let limit else { return lines }
        let names = unchecked.map { item in
            "\(item.key) (\(item.entry.lastChecked.map { "last on \($0)" } ?? "never"))"
        }
        let span = "since \(limit), a year before \(day)"
        lines.append(
            names.isEmpty
                ? "All were checked \(span)"
                : "Not checked \(span): \(Words.some(names, atMost: 20))")
        return lines
    }

    /// What a reader does about it.
    var next: [String] {
        var next: [String] = []
        if !unchecked.isEmpty {
            next.append("compare these sources with the rules, then write the day as last-checked")
        }
        if !uncited.isEmpty {
            next.append("cite the source in a basis, or take it out")
        }
        return next.isEmpty ? [commandLine(["apparatus", "check", request.name])] : next
    }

    func text(_ map: LanguageMap?) -> String? { map?.text(in: request.language) }
}

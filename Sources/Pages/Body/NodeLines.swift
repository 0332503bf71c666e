internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Leaves that one figure and its score rule explain, in the lines of a table.
struct NodeLines {
    private let entries: ArraySlice<NodeTree.Entry>
    private let setting: Setting
    private let columns: [HTMLWriter.Column]
    private let hasValue: Bool
    private let hasBand: Bool
    private let hasRank: Bool
    private let hasLost: Bool

    init(_ entries: ArraySlice<NodeTree.Entry>, _ setting: Setting) {
        let texts = setting.context.phrases
        self.entries = entries
        self.setting = setting
        hasValue = entries.contains { $0.line?.value != nil }
        hasBand = entries.contains { $0.band != nil }
        hasRank = entries.contains { $0.rank != nil }
        hasLost = entries.contains { $0.line?.lost != nil }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.element)), .init(Phrase(texts.figureAsWritten)),
        ]
        if hasValue { columns.append(.init(Phrase(texts.value), isNumber: true)) }
        columns.append(.init(Phrase(texts.score), isNumber: true))
        if hasBand { columns.append(.init(Phrase(texts.band))) }
        if hasRank { columns.append(.init(Phrase(texts.rank), isNumber: true)) }
        if hasLost { columns.append(.init(Phrase(texts.pointsLost), isNumber: true)) }
        columns.append(.init(Phrase(texts.fileAndRows)))
        self.columns = columns
    }

    /// Writes the table; the name of a leaf leads to its rule.
    func write(to page: inout HTMLWriter) {
        let id = "lines-" + (entries.first?.id ?? "")
        page.scrolling(id: id) { page in
            page.element("table") { page in
                page.element("caption", ["id": id], text: setting.context.phrases.elementsInLines)
                page.headings(columns, setting)
                page.element("tbody") { page in
                    for entry in entries {
                        page.row(columns, id: entry.id) { write(entry, &$0) }
                    }
                }
            }
        }
        page.line()
    }

    private func write(_ entry: NodeTree.Entry, _ cells: inout HTMLWriter.RowWriter) {
        cells.head { $0.link(entry.name, to: entry.line?.address, setting) }
        cells.cell { page in entry.line.map { page.phrase($0.formula, setting) } }
        if hasValue { cells.cell { page in entry.line?.value.map { page.outcome($0) } } }
        cells.cell { page in entry.score.map { page.outcome($0) } }
        if hasBand { cells.cell { page in entry.band.map { page.band($0, setting) } } }
        if hasRank { cells.cell { page in entry.rank.map { page.outcome($0) } } }
        if hasLost { cells.cell { page in entry.line?.lost.map { page.phrase($0, setting) } } }
        cells.cell { $0.phrase(entry.line?.places.joined(separator: "; ") ?? Phrase([]), setting) }
    }
}

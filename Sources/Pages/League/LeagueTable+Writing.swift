internal import Domain
internal import Evidence
internal import Locales
internal import Methodology
internal import Scoring

extension LeagueTable {
    /// Writes a table for each population, and the way to the other pages.
    func write(to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let id = "league-" + setting.context.assessment.plan.nodes[node].id
        if parts.isEmpty { page.element("p", text: texts.nobodyScored) }
        for note in [range, changeKnown].compactMap({ $0 }) {
            page.element("p", ["class": "note"]) { $0.phrase(note, setting) }
        }
        if pages.count > 1 || parts.contains(where: { $0.rows.count > 12 }) {
            page.filter(of: id, texts)
        }
        for (number, part) in parts.enumerated() {
            write(part, id: number == 0 ? id : "\(id)-\(number + 1)", to: &page)
            page.line()
        }
        if pages.count > 1 { pager(to: &page) }
    }

    private func write(_ part: Part, id: String, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let columns = Columns(part, setting, node)
        page.table(
            id: id, caption: part.caption, columns.headings, kind: "sortable", setting,
            rows: part.rows
        ) { row, cells in
            if columns.hasRank { cells.cell { page in row.rank.map { page.outcome($0) } } }
            cells.head { $0.phrase(row.name, setting) }
            if columns.hasRuns {
                cells.cell { page in
                    guard let interval = row.interval else { return page.text(texts.noInterval) }
                    page.interval(interval)
                }
                cells.cell(kind: row.group?.kind) { page in
                    row.group.map { page.group($0, setting) }
                }
            }
            if columns.hasValue { cells.cell { page in row.value.map { page.outcome($0) } } }
            cells.cell { page in row.score.map { page.outcome($0, to: row.explanation) } }
            if columns.hasBand { cells.cell { page in row.band.map { page.band($0, setting) } } }
            if columns.hasBounds {
                cells.cell { page in row.bounds.map { page.bounds($0, setting) } }
            }
            if columns.hasMove {
                cells.cell { page in
                    if let move = row.move { page.move(move) } else { page.text("–") }
                }
            }
            if columns.hasRemark {
                cells.cell { page in row.remark.map { page.phrase($0, setting) } }
            }
        }
    }

    /// How many bodies can be compared with the period before; `nil` for all and for none.
    private var changeKnown: Phrase? {
        let rows = parts.flatMap(\.rows)
        let known = rows.count { $0.move != nil }
        guard known > 0, known < rows.count else { return nil }
        let context = setting.context
        return context.phrases.changeKnown(
            known: known, bodies: rows.count, period: context.previousPeriod)
    }

    private func pager(to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        page.pager(texts.pagesOfThisTable, setting, this: pages.this, count: pages.count) {
            number in
            number == 1
                ? .overview
                : .league(setting.context.assessment.plan.nodes[node].id, page: number)
        }
    }
}

/// Which columns a part of the table has: those that hold nothing for any body are left out.
private struct Columns {
    let hasRank: Bool
    let hasRuns: Bool
    let hasValue: Bool
    let hasBand: Bool
    let hasBounds: Bool
    let hasMove: Bool
    let hasRemark: Bool
    private(set) var headings: [HTMLWriter.Column] = []

    init(_ part: LeagueTable.Part, _ setting: Setting, _ node: Int) {
        let (rows, context) = (part.rows, setting.context)
        let texts = context.phrases
        hasRank = rows.contains { $0.rank != nil }
        hasRuns = rows.contains { $0.interval != nil || $0.group != nil }
        hasValue = rows.contains { $0.value != nil }
        hasBand = rows.contains { $0.band != nil }
        hasBounds = rows.contains { $0.bounds != nil }
        hasMove = rows.contains { $0.move != nil }
        hasRemark = rows.contains { $0.remark != nil }
        func add(_ isThere: Bool, _ heading: Phrase, isNumber: Bool = true) {
            if isThere { headings.append(HTMLWriter.Column(heading, isNumber: isNumber)) }
        }
        let isGraded = context.assessment.plan.nodes[node].isGraded
        add(hasRank, Phrase(texts.rank))
        add(true, Phrase(texts.body), isNumber: false)
        add(hasRuns, Phrase(texts.rankInRuns))
        add(hasRuns, Phrase(texts.tiedGroup), isNumber: false)
        add(hasValue, Phrase(texts.value))
        add(true, Phrase(isGraded ? texts.grade : texts.score))
        add(hasBand, Phrase(texts.band), isNumber: false)
        add(hasBounds, Phrase(texts.bounds))
        add(hasMove, texts.changeSince(period: context.previousPeriod))
        add(hasRemark, Phrase(texts.remark), isNumber: false)
    }
}

extension PageContext {
    /// The scored period before the reported one, as it is written; empty where there is none.
    var previousPeriod: Phrase {
        Phrase(report.previous.map { assessment.evidence.periods[$0].description } ?? "")
    }
}

extension HTMLWriter {
    /// Both ends of what a score can become.
    mutating func bounds(
        _ bounds: (lower: OutcomeFigure, upper: OutcomeFigure), _ setting: Setting
    ) {
        // The ends are cells of the results, so they are no parts of a phrase.
        outcome(bounds.lower)
        text(" – ")
        outcome(bounds.upper)
    }

    /// Links to the pages of a table, with those nearby and the ends.
    mutating func pager(
        _ label: String, _ setting: Setting, this: Int, count: Int, _ address: (Int) -> Address
    ) {
        let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - this) <= 2 }
        element("nav", ["class": "pager", "aria-label": label]) { page in
            page.element("ul") { page in
                for (index, number) in shown.enumerated() {
                    if index > 0, shown[index - 1] < number - 1 {
                        page.element("li", text: "…")
                    }
                    page.element("li") { page in
                        let name = setting.context.phrases.page(number: number).plain
                        page.element(
                            "a",
                            [
                                "href": setting.links.to(address(number)),
                                "aria-current": number == this ? "page" : nil,
                            ], text: name)
                    }
                }
            }
        }
    }
}

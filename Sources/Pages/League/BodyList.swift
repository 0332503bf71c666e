internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// All bodies of a report in the alphabetical order of a language, in pages of 500.
struct BodyList: Sendable {
    /// A body.
    private struct Row: Sendable {
        let name: Phrase
        let kind: String
        let rank: OutcomeFigure?
        let score: OutcomeFigure?
        let state: State
        let band: BandMark?
        let explanation: String?
    }

    let context: PageContext
    /// Positions of the bodies, in their order.
    private let order: [Int]

    /// Sorts the bodies once for all pages.
    init(_ context: PageContext) {
        self.context = context
        order = context.wording.alphabeticalBodies
    }

    /// How many pages there are, at least one.
    var pageCount: Int { max(1, (order.count + LeagueOrder.perPage - 1) / LeagueOrder.perPage) }

    /// The bodies that a page lists, from page 1.
    func bodies(onPage number: Int) -> ArraySlice<Int> {
        let start = min(order.count, (number - 1) * LeagueOrder.perPage)
        return order[start..<min(order.count, start + LeagueOrder.perPage)]
    }

    /// A page, from page 1.
    func bytes(page number: Int) -> [UInt8] {
        let address = Address.bodies(page: number)
        let texts = context.phrases
        let setting = Setting(context, at: address)
        let shown = bodies(onPage: number)
        let start = (number - 1) * LeagueOrder.perPage
        let title =
            number == 1
            ? Phrase(texts.bodies) : Phrase(texts.bodies + ", ") + texts.page(number: number)
        return Frame(context, at: address, title: title).bytes { page in
            page.element("p") { $0.phrase(counted, setting) }
            if pageCount > 1 {
                page.element("p", ["class": "note"]) { page in
                    page.phrase(
                        texts.showingRows(
                            first: start + 1, last: start + shown.count, all: order.count), setting)
                }
            }
            page.filter(of: "bodies", texts)
            table(shown.map { row($0, setting) }, setting, to: &page)
            if pageCount > 1 {
                page.pager(texts.pagesOfThisTable, setting, this: number, count: pageCount) {
                    .bodies(page: $0)
                }
            }
        }
    }

    /// How many bodies exist on the last day of the period, and who is listed besides.
    private var counted: Phrase {
        let assessment = context.assessment
        let lastDay = assessment.evidence.periods[context.report.period].lastDay
        let apparatus = assessment.plan.stages?.apparatus?.kind
        let bodies = assessment.evidence.bodies.filter { $0.kind != apparatus }
        let existing = bodies.count { $0.existed(on: lastDay) }
        let texts = context.phrases
        var sentences = [texts.bodiesOfPeriod(bodies: existing)]
        if existing < bodies.count {
            sentences.append(texts.listedWithoutExisting(bodies: bodies.count - existing))
        }
        if bodies.count < assessment.evidence.bodies.count {
            sentences.append(Phrase(texts.listedApparatus))
        }
        return sentences.map(\.asSentence).joined(separator: " ")
    }

    private func row(_ body: Int, _ setting: Setting) -> Row {
        let unit = context.unit(body)
        let node = context.report.leagueNodes.first
        return Row(
            name: context.wording.bodyName(body),
            kind: context.assessment.evidence.bodies[body].kind,
            rank: node.flatMap { context.rank(of: $0, at: unit) },
            score: node.flatMap { context.score(of: $0, at: unit) },
            state: node.flatMap { context.assessment.columns[$0]?.states[unit] } ?? .missing,
            band: node.flatMap { context.band(of: $0, at: unit) },
            explanation: context.link(from: setting.address, toBody: body, node: node))
    }

    /// Of an edition with one league node its figures stand beside the names.
    private func table(_ rows: [Row], _ setting: Setting, to page: inout HTMLWriter) {
        let texts = context.phrases
        let hasScores = context.report.leagueNodes.count == 1
        let hasBands = hasScores && rows.contains { $0.band != nil }
        let hasRanks = hasScores && rows.contains { $0.rank != nil }
        var columns = [HTMLWriter.Column(Phrase(texts.body)), .init(Phrase(texts.kind))]
        if hasScores { columns.append(.init(Phrase(texts.score), isNumber: true)) }
        if hasBands { columns.append(.init(Phrase(texts.band))) }
        if hasRanks { columns.append(.init(Phrase(texts.rank), isNumber: true)) }
        page.table(
            id: "bodies", caption: Phrase(texts.allBodiesListed), columns, kind: "sortable",
            setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell(row.kind)
            if hasScores {
                cells.cell { page in
                    guard let score = row.score else {
                        return page.state(row.state, context.wording)
                    }
                    page.outcome(score, to: row.explanation)
                }
            }
            if hasBands { cells.cell { page in row.band.map { page.band($0, setting) } } }
            if hasRanks { cells.cell { page in row.rank.map { page.outcome($0) } } }
        }
    }
}

extension HTMLWriter {
    /// The place for a field, made by the script, that finds rows of a table by their names.
    mutating func filter(of id: String, _ texts: Phrases) {
        element(
            "div",
            [
                "class": "filter", "data-for": id + "-table", "data-label": texts.filterBodies,
                "data-shown": texts.filterShown,
            ]
        ) { _ in }
    }
}

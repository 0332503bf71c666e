internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// A body's result by one league node: value, band, bounds, rank, change, official or not.
struct ScoreBlock {
    let node: Int
    let name: Phrase
    let state: State
    let score: OutcomeFigure?
    let value: OutcomeFigure?
    /// The greatest score there is; `nil` for grades.
    let greatest: Phrase?
    let band: BandMark?
    let bounds: (lower: OutcomeFigure, upper: OutcomeFigure)?
    let rank: OutcomeFigure?
    /// The ends of the rank's interval, and in how many runs.
    let interval: (lower: OutcomeFigure, upper: OutcomeFigure)?
    let runs: Int
    /// Among how many it is ranked.
    let ranked: Int
    let move: Move?
    /// Why there is no score, or a filled or decided one.
    let reason: Phrase?
    let official: Phrase
    let isOfficial: Bool

    /// The result of a body.
    init(_ context: PageContext, _ order: LeagueOrder, body: Int) {
        let (assessment, node, unit) = (context.assessment, order.node, context.unit(body))
        self.node = node
        name = context.wording.nodeName(node)
        state = assessment.columns[node]?.states[unit] ?? .missing
        score = context.score(of: node, at: unit)
        value = context.isValueTold(of: node) ? context.value(of: node, at: unit) : nil
        let rule = assessment.plan.nodes[node]
        greatest = rule.isGraded ? nil : context.plain(rule.scale.greatest)
        band = context.band(of: node, at: unit)
        bounds = context.bounds(of: node, at: unit)
        rank = context.rank(of: node, at: unit)
        let figures = RunFigures(context)
        interval = figures?.ranks(of: body, at: node)
        runs = figures?.wording.uncertainty.runs ?? 0
        ranked = order.population(of: body)?.range.count ?? 0
        move = context.move(of: node, at: unit)
        reason = context.wording.reasonPhrase(of: node, at: unit)
        official = context.wording.officialPhrase(node, at: unit)
        isOfficial = assessment.official(node, at: unit).isOfficial
    }
}

extension ScoreBlock {
    /// Writes the block of a body's only result.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let explanation = setting.link(to: .node(node))
        let isGraded = setting.context.assessment.plan.nodes[node].isGraded
        page.element("dl", ["class": "score-block"]) { page in
            page.pair(isGraded ? texts.grade : texts.score) { page in
                guard let score else { return page.state(state, setting.context.wording) }
                page.outcome(score, to: explanation)
                if let greatest {
                    page.element("small") { $0.phrase(texts.ofMost(most: greatest), setting) }
                }
            }
            if let value { page.pair(texts.value) { $0.outcome(value, to: explanation) } }
            if let band { page.pair(texts.band) { $0.band(band, setting) } }
            if let rank {
                page.pair(texts.rank) { page in
                    page.outcome(rank)
                    page.element("small") { $0.phrase(texts.ofBodies(bodies: ranked), setting) }
                    self.interval(setting, to: &page)
                }
            }
            if let bounds { page.pair(texts.bounds) { $0.bounds(bounds, setting) } }
            if let move {
                page.pair(texts.changeSince(period: setting.context.previousPeriod).plain) {
                    page in
                    page.move(move)
                    page.element(
                        "small", text: move.isDecided ? texts.setByDecision : texts.sameRules)
                }
            }
        }
    }

    /// As in `in 90 % of 1,000 runs: 3–7`; nothing where there is no interval.
    private func interval(_ setting: Setting, to page: inout HTMLWriter) {
        guard let interval else { return }
        let texts = setting.context.phrases
        page.text(" ")
        page.element("small") { page in
            page.phrase(texts.inRuns(runs: runs) + Phrase(texts.colon), setting)
            page.interval(interval)
        }
    }

    /// Writes the results of several nodes as a table.
    static func write(_ blocks: [ScoreBlock], _ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let (hasValue, hasBand) = (
            blocks.contains { $0.value != nil }, blocks.contains { $0.band != nil }
        )
        let (hasRank, hasBounds, hasMove) = (
            blocks.contains { $0.rank != nil }, blocks.contains { $0.bounds != nil },
            blocks.contains { $0.move != nil }
        )
        var columns = [HTMLWriter.Column(Phrase(texts.measure))]
        if hasValue { columns.append(.init(Phrase(texts.value), isNumber: true)) }
        columns.append(.init(Phrase(texts.score), isNumber: true))
        if hasBand { columns.append(.init(Phrase(texts.band))) }
        if hasRank { columns.append(.init(Phrase(texts.rank), isNumber: true)) }
        if hasBounds { columns.append(.init(Phrase(texts.bounds), isNumber: true)) }
        if hasMove {
            let heading = texts.changeSince(period: setting.context.previousPeriod)
            columns.append(.init(heading, isNumber: true))
        }
        page.table(
            id: "scores", caption: setting.context.period, columns, setting, rows: blocks
        ) { block, cells in
            cells.head { $0.phrase(block.name, setting) }
            if hasValue { cells.cell { page in block.value.map { page.outcome($0) } } }
            cells.cell { page in
                guard let score = block.score else {
                    return page.state(block.state, setting.context.wording)
                }
                page.outcome(score, to: setting.link(to: .node(block.node)))
            }
            if hasBand { cells.cell { page in block.band.map { page.band($0, setting) } } }
            if hasRank {
                cells.cell { page in
                    guard let rank = block.rank else { return }
                    page.outcome(rank)
                    page.text(" ")
                    page.element("small") {
                        $0.phrase(texts.ofBodies(bodies: block.ranked), setting)
                    }
                    block.interval(setting, to: &page)
                }
            }
            if hasBounds {
                cells.cell { page in block.bounds.map { page.bounds($0, setting) } }
            }
            if hasMove {
                cells.cell { page in
                    guard let move = block.move else { return }
                    page.move(move)
                    if move.isDecided {
                        page.text(" ")
                        page.element("small", text: texts.setByDecision)
                    }
                }
            }
        }
    }
}

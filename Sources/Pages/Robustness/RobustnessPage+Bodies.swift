internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// The table of bodies with their intervals.
extension RobustnessLayout {
    /// Writes the bodies of a node, the first rank first; those without a rank follow.
    func bodies(_ node: NodeUncertainty, to page: inout HTMLWriter) {
        guard let found = results.nodes[node.node] else { return }
        let unranked = node.bodies.filter { $0.rank == nil && $0.scores != nil }.map(\.body)
        let all = found.ranked + unranked
        let shown = all.prefix(LeagueOrder.perPage)
        let name = context.wording.nodeName(node.node)
        if hasSeveral { page.element("h3") { $0.phrase(name.withoutLinks, setting) } }
        guard !all.isEmpty else { return page.element("p", text: texts.nobodyScored) }
        if shown.count < all.count {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.showingFirst(shown: shown.count, all: all.count), setting)
            }
        }
        let id = "runs-" + context.assessment.plan.nodes[node.node].id
        if shown.count > 12 { page.filter(of: id, texts) }
        let caption = texts.runsOf(name: name, runs: uncertainty.runs)
        page.table(id: id, caption: caption, columns, kind: "sortable", setting, rows: shown) {
            row($0, node.node, found, &$1)
        }
    }

    private var columns: [HTMLWriter.Column] {
        let ranks = [texts.rankLower, texts.rankMiddle, texts.rankUpper]
        let scores = [texts.scoreLower, texts.scoreMiddle, texts.scoreUpper]
        let numbers = ranks + (results.hasOneScale ? scores : [])
        return [
            .init(Phrase(texts.rank), isNumber: true), .init(Phrase(texts.body)),
            .init(Phrase(texts.tiedGroup)),
        ] + numbers.map { .init(Phrase($0), isNumber: true) }
    }

    private func row(
        _ body: Int, _ node: Int, _ found: NodeResults, _ cells: inout HTMLWriter.RowWriter
    ) {
        let rank = found[body]?.rank == nil ? nil : context.rank(of: node, at: context.unit(body))
        let (ranks, group) = (
            figures.ranks(of: body, at: node), figures.group(of: body, at: node)
        )
        let scores = figures.scores(of: body, at: node)
        cells.cell { page in rank.map { page.outcome($0) } }
        cells.head { $0.phrase(context.wording.bodyName(body), setting) }
        cells.cell(kind: group?.kind) { page in group.map { page.group($0, setting) } }
        cells.cell { page in
            guard let ranks else { return page.text(texts.noInterval) }
            page.outcome(ranks.lower)
        }
        let middle = ranks == nil ? nil : figures.medianRank(of: body, at: node)
        cells.cell { page in middle.map { page.outcome($0) } }
        cells.cell { page in ranks.map { page.outcome($0.upper) } }
        guard results.hasOneScale else { return }
        for score in [scores?.lower, scores?.median, scores?.upper] {
            cells.cell { page in score.map { page.outcome($0) } }
        }
    }
}

internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// What many runs say of a body, on its page.
struct BodyRuns {
    private let figures: RunFigures
    private let drivers: SensitivityWording?
    private let body: Int
    /// The nodes that are told of: league nodes that are looked at.
    private let nodes: [Int]

    /// What is told of a body; `nil` where the report has no runs, or they look at other nodes.
    init?(_ context: PageContext, body: Int) {
        guard let figures = RunFigures(context) else { return nil }
        let looked = figures.wording.results.uncertainty.nodes.filter { node in
            figures.wording.results.nodes[node.node]?[body] != nil
        }
        guard !looked.isEmpty else { return nil }
        self.figures = figures
        self.body = body
        nodes = looked.map(\.node)
        drivers = SensitivityWording(figures.wording.results, context.wording)
    }

    /// Writes a part for each node, and where it is told how the runs were made.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        for node in nodes {
            if nodes.count > 1 {
                page.element("h3") {
                    $0.phrase(setting.context.wording.nodeName(node).withoutLinks, setting)
                }
            }
            words(node, setting, to: &page)
            table(node, setting, to: &page)
            shares(node, setting, to: &page)
        }
        page.element("p") { page in
            page.element(
                "a", ["href": setting.links.to(.robustness)], text: texts.howSureAreTheRanks)
        }
    }

    private func words(_ node: Int, _ setting: Setting, to page: inout HTMLWriter) {
        let wording = figures.wording
        let told = [
            wording.rank(of: body, at: node), wording.group(of: body, at: node),
            wording.score(of: body, at: node), wording.bounds(of: body, at: node),
            drivers?.finding(of: body, at: node),
        ]
        for sentence in told.compactMap({ $0?.asSentence }) {
            page.element("p") { $0.phrase(sentence, setting) }
        }
    }

    private func table(_ node: Int, _ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let ranks = figures.ranks(of: body, at: node)
        let scores = figures.scores(of: body, at: node)
        var rows: [(name: String, cells: [OutcomeFigure?])] = []
        if let ranks {
            let middle = figures.medianRank(of: body, at: node)
            rows.append((texts.rank, [ranks.lower, middle, ranks.upper]))
        }
        if let scores { rows.append((texts.score, [scores.lower, scores.median, scores.upper])) }
        guard !rows.isEmpty else { return }
        let name = setting.context.wording.nodeName(node)
        let runs = figures.wording.results.uncertainty.runs
        page.table(
            id: "runs-" + setting.context.assessment.plan.nodes[node].id,
            caption: texts.runsOf(name: name, runs: runs),
            [.init(Phrase(texts.measure))]
                + [texts.lowerEnd, texts.middle, texts.upperEnd].map {
                    .init(Phrase($0), isNumber: true)
                }, setting, rows: rows
        ) { row, cells in
            cells.head { $0.text(row.name) }
            for figure in row.cells { cells.cell { page in figure.map { page.outcome($0) } } }
        }
    }

    /// In which bands it was, and how often above its neighbours.
    private func shares(_ node: Int, _ setting: Setting, to page: inout HTMLWriter) {
        let wording = figures.wording
        let evidence = setting.context.assessment.evidence
        let bands = wording.bands(of: body, at: node).map { band in
            (band.sentence, "band_" + band.id)
        }
        let above = wording.neighbours(of: body, at: node).map { near in
            (near.sentence, "above_" + evidence.bodies[near.body].id)
        }
        for list in [bands, above] where !list.isEmpty {
            page.element("ul") { page in
                for (sentence, column) in list {
                    page.element("li") {
                        $0.sentence(
                            sentence.asSentence,
                            at: figures.place(of: body, at: node, column), setting)
                    }
                }
            }
        }
    }
}

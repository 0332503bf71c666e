internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The first page of a report as figures and phrases.
struct OverviewModel {
    /// What is told of one node.
    struct Part {
        let node: Int
        let name: Phrase
        /// Its finding, and what else is worth a sentence.
        let finding: Phrase
        let news: [Phrase]
        let open: Phrase?
        /// How sure its ranks are; `nil` where nothing is told of it.
        let sure: Phrase?
        let table: LeagueTable
        let withoutScore: [WithoutScore]
        let spread: (finding: Phrase, chart: DistributionChart)?
        let ranked: (finding: Phrase, note: Phrase?, chart: RankedDots)?
        /// What speaks against its results being official.
        let objections: [Phrase]
    }

    /// Rows that were left out.
    struct Rejected {
        let rows: [Rejects.Row]
        let count: Int

        /// Those of the evidence; `nil` where there are none.
        init?(_ context: PageContext) {
            guard let rejects = context.assessment.evidence.rejects, rejects.count > 0 else {
                return nil
            }
            rows = Array(rejects.rows.prefix(OverviewModel.mostRejected))
            count = rejects.count
        }
    }

    /// So many bodies and blocks are drawn.
    static let (mostDrawn, mostBlocks) = (60, 20)
    /// A chart of so many bodies is shown at once.
    static let mostOpen = 20
    /// So many rejected rows are listed.
    static let mostRejected = 100

    let setting: Setting
    let title: Phrase
    let finding: Phrase
    /// That there is no total; `nil` where there is one.
    let measures: Phrase?
    let parts: [Part]
    /// The results of the only body there is; `nil` where there are several.
    let onlyBody: [ScoreBlock]?
    let heat: (finding: Phrase, note: Phrase?, chart: HeatTable)?
    let unverified: Int
    /// Who issued the rules; `nil` where the edition does not say.
    let issuer: Phrase?
    let decisions: DecisionTable
    let rejected: Rejected?
    let differing: Phrase?

    /// The model of a report's first page.
    init(_ context: PageContext) {
        let setting = Setting(context, at: .overview)
        let report = context.report
        let name =
            context.wording.phrase(context.assessment.plan.identity.title)
            ?? Phrase(context.assessment.plan.identity.name)
        self.setting = setting
        title = name + ", " + context.period
        let ends = OverviewFinding.ends(context, report.leagues)
        let parts = report.leagues.map { Self.part($0, setting) }
        self.parts = parts
        let total = context.assessment.plan.total(of: report.leagueNodes).map { parts[$0] }
        finding =
            total.map { ([$0.finding] + $0.news).joined(separator: " ") }
            ?? ends ?? Self.measures(context)
        measures = total != nil || ends == nil ? nil : Self.measures(context)
        onlyBody =
            context.assessment.evidence.bodies.count == 1 && parts.count > 1
            ? report.leagues.map { ScoreBlock(context, $0, body: 0) } : nil
        heat = Self.heat(setting)
        unverified = context.assessment.evidence.bodies.indices.count { body in
            report.leagueNodes.contains {
                context.assessment.columns[$0]?.usesUnverified(at: context.unit(body)) ?? false
            }
        }
        let identity = context.assessment.plan.identity
        issuer = context.wording.phrase(identity.owner).map {
            context.phrases.rulesIssuedBy(owner: $0, edition: .code(identity.name))
        }
        decisions = DecisionTable(setting)
        rejected = Rejected(context)
        differing =
            report.findings.isEmpty
            ? nil
            : context.phrases.findingsCount(
                records: report.findings.values.reduce(0) { $0 + $1.count },
                bodies: report.findings.count)
    }

    /// That each of several nodes stands for itself.
    private static func measures(_ context: PageContext) -> Phrase {
        context.phrases.overviewAllMeasures(
            bodies: context.assessment.evidence.bodies.count,
            measures: context.report.leagues.count)
    }

    // MARK: One node

    private static func part(_ order: LeagueOrder, _ setting: Setting) -> Part {
        let context = setting.context
        let finding = OverviewFinding(context, order)
        return Part(
            node: order.node, name: context.wording.nodeName(order.node),
            finding: finding.sentence, news: finding.news, open: finding.open,
            sure: sure(order, context), table: LeagueTable(setting, order, page: 1),
            withoutScore: WithoutScore.groups(order, context),
            spread: finding.spread.map { ($0, distribution(order, context)) },
            ranked: order.bodies.count > 1 ? ranked(order, setting) : nil,
            objections: context.wording.objectionPhrases(context.assessment.standing(order.node))
                .map(\.asSentence))
    }

    /// How many bodies can be told apart, or that the runs look at other nodes.
    private static func sure(_ order: LeagueOrder, _ context: PageContext) -> Phrase? {
        guard let runs = RunFigures(context) else { return nil }
        if let told = runs.wording.ranking(at: order.node) { return told.asSentence }
        guard order.isRanked else { return nil }
        return context.phrases.notLookedAt(name: context.wording.nodeName(order.node))
    }

    private static func distribution(
        _ order: LeagueOrder, _ context: PageContext
    ) -> DistributionChart {
        let node = order.node
        return DistributionChart(
            range: context.range(of: node),
            scores: order.bodies.compactMap { body in
                context.assessment.columns[node]?.score(at: context.unit(body)).map {
                    context.plot($0, of: node)
                }
            }, unscored: order.unscored.count,
            median: context.report.medians.all(node).map {
                .init(name: Phrase(context.phrases.median), score: context.plot($0, of: node))
            })
    }

    private static func ranked(
        _ order: LeagueOrder, _ setting: Setting
    ) -> (finding: Phrase, note: Phrase?, chart: RankedDots) {
        let (context, node) = (setting.context, order.node)
        let runs = RunFigures(context)
        let shown = order.bodies.prefix(mostDrawn)
        let rows = shown.map { body in
            let unit = context.unit(body)
            return RankedDots.Row(
                name: context.wording.bodyName(body),
                rank: context.rank(of: node, at: unit)?.shown,
                score: context.plottedScore(of: node, at: unit),
                bounds: context.plottedBounds(of: node, at: unit),
                interval: runs?.plottedScores(of: body, at: node),
                note: context.remark(on: node, at: unit),
                address: context.link(from: setting.address, toBody: body, node: node))
        }
        let note =
            shown.count == order.bodies.count
            ? nil : context.phrases.showingBest(shown: shown.count, all: order.bodies.count)
        let chart = RankedDots(range: context.range(of: node), rows: rows)
        // The drawing may lack the last, and names one where several share a rank.
        let finding = OverviewFinding(context, order).places?.asSentence
        return (finding ?? chart.finding(context.phrases), note, chart)
    }

    // MARK: Heat table

    private static func heat(
        _ setting: Setting
    ) -> (finding: Phrase, note: Phrase?, chart: HeatTable)? {
        let context = setting.context
        let report = context.report
        let blocks = Array(report.blocks.prefix(mostBlocks))
        guard blocks.count > 1, let order = report.leagues.first,
            context.assessment.evidence.bodies.count > 1
        else { return nil }
        let all = order.bodies + order.unscored
        let bodies = all.prefix(mostDrawn)
        let chart = HeatTable(
            columns: blocks.map { node in
                let range = context.range(of: node)
                return HeatTable.Column(
                    name: context.wording.nodeName(node), lowest: range.lowest,
                    highest: range.highest)
            }, rows: bodies.map { heatRow($0, blocks, setting) })
        let texts = context.phrases
        var notes: [Phrase] = []
        if bodies.count < all.count {
            notes.append(texts.showingBest(shown: bodies.count, all: all.count))
        }
        if blocks.count < report.blocks.count {
            notes.append(texts.showingBlocks(shown: blocks.count, all: report.blocks.count))
        }
        return (
            heatFinding(blocks, all.count, context),
            notes.isEmpty ? nil : notes.joined(separator: " "), chart
        )
    }

    private static func heatRow(_ body: Int, _ blocks: [Int], _ setting: Setting) -> HeatTable.Row {
        let context = setting.context
        let unit = context.unit(body)
        return HeatTable.Row(
            name: context.wording.bodyName(body),
            cells: blocks.map { node in
                HeatTable.Cell(
                    score: context.plottedScore(of: node, at: unit),
                    state: context.assessment.columns[node]?.states[unit] ?? .missing,
                    address: context.link(from: setting.address, toBody: body, node: node))
            }, address: context.link(from: setting.address, toBody: body))
    }

    /// Of measures without a total what the page's finding says; of the parts of a total which
    /// block has the highest median and which the lowest, where they have one scale.
    private static func heatFinding(
        _ blocks: [Int], _ bodies: Int, _ context: PageContext
    ) -> Phrase {
        let nodes = context.assessment.plan.nodes
        let plain = context.phrases.heatPlain(bodies: bodies, blocks: blocks.count)
        let leagues = context.report.leagues
        guard leagues.count == 1 else {
            return OverviewFinding.ends(context, leagues) ?? plain
        }
        let known = blocks.compactMap { node in
            context.report.medians.all(node).map { (node: node, median: $0) }
        }
        guard bodies > 1, Set(blocks.map { nodes[$0].scale }).count == 1,
            let best = known.max(by: { ($0.median, $1.node) < ($1.median, $0.node) }),
            let worst = known.min(by: { ($0.median, $0.node) < ($1.median, $1.node) }),
            best.median != worst.median
        else { return plain }
        return context.phrases.heatFinding(
            best: context.wording.nodeName(best.node),
            high: context.phrase(best.median, of: best.node),
            worst: context.wording.nodeName(worst.node),
            low: context.phrase(worst.median, of: worst.node))
    }
}

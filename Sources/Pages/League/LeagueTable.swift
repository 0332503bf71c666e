internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// One page of the table of bodies by one node: its rows as figures and phrases.
struct LeagueTable {
    /// A body's row.
    struct Row {
        let rank: OutcomeFigure?
        /// The ends of the rank's interval, and whom it cannot be told apart from.
        let interval: (lower: OutcomeFigure, upper: OutcomeFigure)?
        let group: GroupMark?
        let name: Phrase
        /// The body's page, there the explanation of the node; `nil` where it has none.
        let explanation: String?
        let value: OutcomeFigure?
        let score: OutcomeFigure?
        let band: BandMark?
        let bounds: (lower: OutcomeFigure, upper: OutcomeFigure)?
        let move: Move?
        let remark: Phrase?
    }

    /// Rows of bodies that are ranked among each other.
    struct Part {
        let caption: Phrase
        let rows: [Row]
    }

    let setting: Setting
    let node: Int
    let parts: [Part]
    /// The pages that the table has, and which one this is.
    let pages: (this: Int, count: Int)
    /// Which rows these are, of how many; `nil` where they are all.
    let range: Phrase?

    /// A page of the table, from page 1.
    init(_ setting: Setting, _ order: LeagueOrder, page: Int) {
        let context = setting.context
        self.setting = setting
        node = order.node
        let places = order.places(onPage: page)
        let runs = RunFigures(context)
        parts = order.populations.compactMap { population in
            let shown = population.range.clamped(to: places)
            guard !shown.isEmpty else { return nil }
            return Part(
                caption: Self.caption(order, population, runs, context),
                rows: Self.sorted(order.bodies[shown], order.node, context).map {
                    Self.row(order.node, $0, runs, setting)
                })
        }
        pages = (page, order.pageCount)
        range =
            order.pageCount == 1
            ? nil
            : context.phrases.showingRows(
                first: places.lowerBound + 1, last: places.upperBound, all: order.bodies.count)
    }

    /// Bodies of one rank in the alphabetical order of the language.
    private static func sorted(
        _ bodies: ArraySlice<Int>, _ node: Int, _ context: PageContext
    ) -> [Int] {
        let named = context.locale.sorted(Array(bodies)) { context.wording.body($0) }
        let ranked = named.enumerated().map { place, body in
            (body, context.assessment.rank(of: node, at: context.unit(body)) ?? 0, place)
        }
        return ranked.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }

    /// What the table shows, of how many bodies, and what the intervals in it are.
    private static func caption(
        _ order: LeagueOrder, _ population: LeagueOrder.Population, _ runs: RunFigures?,
        _ context: PageContext
    ) -> Phrase {
        let caption = context.phrases.captionOfBodies(
            caption: caption(of: order.node, population.name, context),
            bodies: population.range.count)
        guard let runs, runs.isTold(of: order.node) else { return caption }
        return runs.wording.labelled(
            context.phrases.captionOfRuns(
                caption: caption, runs: runs.wording.uncertainty.runs))
    }

    private static func caption(
        of node: Int, _ group: String?, _ context: PageContext
    ) -> Phrase {
        let texts = context.phrases
        let name = context.wording.nodeName(node)
        guard let group else { return texts.leagueOf(name: name, period: context.period) }
        return texts.leagueWithin(
            name: name, period: context.period,
            group: Phrase(group.isEmpty ? texts.withoutAGroup : group))
    }

    private static func row(
        _ node: Int, _ body: Int, _ runs: RunFigures?, _ setting: Setting
    ) -> Row {
        let context = setting.context
        let unit = context.unit(body)
        return Row(
            rank: context.rank(of: node, at: unit), interval: runs?.ranks(of: body, at: node),
            group: runs?.group(of: body, at: node), name: context.wording.bodyName(body),
            explanation: context.link(from: setting.address, toBody: body, node: node),
            value: context.isValueTold(of: node) ? context.value(of: node, at: unit) : nil,
            score: context.score(of: node, at: unit), band: context.band(of: node, at: unit),
            bounds: context.bounds(of: node, at: unit), move: context.move(of: node, at: unit),
            remark: context.remark(on: node, at: unit))
    }
}

extension PageContext {
    /// The reported period, as it is written.
    var period: Phrase { Phrase(assessment.evidence.periods[report.period].description) }

    /// Whether a node's value says something that its score does not.
    func isValueTold(of node: Int) -> Bool {
        let rule = assessment.plan.nodes[node]
        guard rule.children.isEmpty, !rule.isValueGrade else { return false }
        if case .asIs = rule.score { return false }
        return true
    }

    /// Why a score was filled or decided; `nil` for one of its own.
    func remark(on node: Int, at unit: Int) -> Phrase? {
        let isFilled = assessment.columns[node]?.isFilled(at: unit) ?? false
        guard isFilled || assessment.decision(of: node, at: unit) != nil else { return nil }
        return wording.reasonPhrase(of: node, at: unit)
    }
}

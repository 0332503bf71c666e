internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// The page about improvement plans: what was expected, what was gained, by measure and by owner, and
/// what moved without a measure.
enum PlanPage {
    static func bytes(_ context: PageContext) -> [UInt8] {
        let frame = Frame(context, at: .plan, title: Phrase(context.phrases.planTitle))
        let plans = context.report.plans.map { plan in
            PlanSections(words: PlanWording(plan, context.wording), setting: frame.setting)
        }
        return frame.bytes { page in
            for plan in plans.reversed() { plan.write(isOnly: plans.count == 1, to: &page) }
        }
    }
}

/// Lays one plan out.
private struct PlanSections {
    let words: PlanWording
    let setting: Setting

    /// So many rows of a table are listed; all are in the data.
    private static let most = 300

    private var plan: ImprovementPlan { words.plan }
    private var texts: Phrases { words.texts }
    private var context: PageContext { setting.context }
    private var id: String { plan.since.description }

    /// Beneath a heading of its own where there are other plans.
    func write(isOnly: Bool, to page: inout HTMLWriter) {
        guard !isOnly else { return parts(heading: "h2", to: &page) }
        page.section(texts.planFrom(period: Phrase(id)).plain) { parts(heading: "h3", to: &$0) }
    }

    private func parts(heading: StaticString, to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"]) { $0.phrase(words.finding.asSentence, setting) }
        for note in [words.average, words.caution].compactMap(\.self) {
            page.element("p", ["class": "note"]) { $0.phrase(note.asSentence, setting) }
        }
        page.section(texts.planByMeasure, heading: heading) { measures(to: &$0) }
        page.section(texts.planByOwner, heading: heading) { owners(to: &$0) }
        if !plan.results.isEmpty {
            page.section(texts.planResults, heading: heading) { results(to: &$0) }
        }
        if plan.now != nil {
            page.section(texts.planBeside, heading: heading) { beside(to: &$0) }
        }
    }

    private var pointColumns: [HTMLWriter.Column] {
        [
            .init(Phrase(texts.planExpected), isNumber: true),
            .init(Phrase(texts.planExpectedByNow), isNumber: true),
            .init(Phrase(texts.planGainedHead), isNumber: true),
        ]
    }

    private func points(
        _ points: ImprovementPlan.Points?, to cells: inout HTMLWriter.RowWriter
    ) {
        cells.cell { $0.phrase(words.points(points?.expected), setting) }
        cells.cell { $0.phrase(words.points(points?.due), setting) }
        cells.cell { $0.phrase(words.points(points?.gained), setting) }
    }

    // MARK: Measures and owners

    private func measures(to page: inout HTMLWriter) {
        let names = MeasureNames(plan.items.map(\.measure), words.words)
        let hasMany = plan.items.contains { bodies(of: $0) > 1 }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.measureHead)), .init(Phrase(texts.measureOwner)),
            .init(Phrase(texts.planDueHead)), .init(Phrase(texts.measureCost), isNumber: true),
            .init(Phrase(texts.planStanding)),
        ]
        if hasMany { columns.append(.init(Phrase(texts.bodies), isNumber: true)) }
        page.table(
            id: "measures-" + id, caption: Phrase(texts.planPointsCaption),
            columns + pointColumns, kind: "sortable", setting, rows: plan.items
        ) { item, cells in
            cells.head { $0.phrase(names.name(item.measure), setting) }
            cells.cell { page in
                words.words.owner(item.owner).map { page.phrase($0, setting) }
            }
            cells.cell { page in
                page.element("span", ["data-sort": String(item.due.number)]) {
                    $0.text(context.locale.shortDate(item.due))
                }
            }
            cells.cell { $0.phrase(words.words.money(item.measure.cost), setting) }
            cells.cell { $0.phrase(words.standing(item.standing), setting) }
            if hasMany { cells.cell { $0.phrase(context.count(bodies(of: item)), setting) } }
            points(item.points, to: &cells)
        }
        let impossible = plan.items.compactMap { item -> Phrase? in
            guard case .impossible(let reason) = item.standing else { return nil }
            return words.words.leftOut(id: item.measure.id, reason)
        }
        guard !impossible.isEmpty else { return }
        page.element("ul") { page in
            for line in impossible { page.element("li") { $0.phrase(line.capital, setting) } }
        }
    }

    /// How many bodies a measure acts on.
    private func bodies(of item: ImprovementPlan.Item) -> Int {
        Set(item.leaves.map { plan.leaves[$0].body }).count
    }

    private func owners(to page: inout HTMLWriter) {
        page.table(
            id: "owners-" + id, caption: Phrase(texts.planPointsCaption),
            [
                .init(Phrase(texts.measureOwner)),
                .init(Phrase(texts.frontierCount), isNumber: true),
                .init(Phrase(texts.measureCost), isNumber: true),
            ] + pointColumns, kind: "sortable", setting, rows: plan.owners
        ) { owner, cells in
            cells.head {
                $0.phrase(words.words.owner(owner.owner) ?? Phrase(texts.planNobody), setting)
            }
            cells.cell { $0.phrase(context.count(owner.items.count), setting) }
            cells.cell { $0.phrase(words.words.money(owner.cost), setting) }
            points(owner.points, to: &cells)
        }
    }

    // MARK: Results

    private func results(to page: inout HTMLWriter) {
        some(plan.results.count, to: &page)
        page.table(
            id: "results-" + id, caption: Phrase(texts.planResultsCaption),
            [
                .init(Phrase(texts.body)), .init(Phrase(texts.element)),
                .init(Phrase(plan.since.description), isNumber: true),
                .init(Phrase(texts.planExpected), isNumber: true),
                .init(Phrase(plan.now?.description ?? texts.planNow), isNumber: true),
                .init(Phrase(texts.planBesideHead), isNumber: true),
            ], setting, rows: plan.results.prefix(Self.most)
        ) { result, cells in
            cells.head { $0.phrase(body(result.body), setting) }
            cells.cell { $0.phrase(node(result.node), setting) }
            cells.cell { $0.phrase(score(result.before, result.node), setting) }
            cells.cell { $0.phrase(score(result.expected, result.node), setting) }
            cells.cell { $0.phrase(known(result.now, result.node), setting) }
            cells.cell { $0.phrase(words.points(result.beside), setting) }
        }
    }

    private func beside(to page: inout HTMLWriter) {
        guard !plan.beside.isEmpty else {
            return page.element("p", text: texts.planNothingBeside)
        }
        some(plan.beside.count, to: &page)
        page.table(
            id: "beside-" + id, caption: Phrase(texts.planBesideCaption),
            [
                .init(Phrase(texts.body)), .init(Phrase(texts.element)),
                .init(Phrase(plan.since.description), isNumber: true),
                .init(Phrase(plan.now?.description ?? texts.planNow), isNumber: true),
            ], setting, rows: plan.beside.prefix(Self.most)
        ) { moved, cells in
            cells.head { $0.phrase(body(moved.body), setting) }
            cells.cell { $0.phrase(node(moved.node), setting) }
            cells.cell { $0.phrase(score(moved.before, moved.node), setting) }
            cells.cell { $0.phrase(known(moved.now, moved.node), setting) }
        }
    }

    private func some(_ all: Int, to page: inout HTMLWriter) {
        guard all > Self.most else { return }
        page.element("p", ["class": "note"]) {
            $0.phrase(texts.showingSome(shown: Self.most, all: all), setting)
        }
    }

    private func body(_ body: Int) -> Phrase { context.wording.bodyName(body) }

    private func node(_ node: Int) -> Phrase {
        guard let stages = words.words.stages else { return context.wording.nodeName(node) }
        let isCriterion = context.assessment.plan.nodes[node].criterion != nil
        return isCriterion ? stages.criterion(node) : stages.cell(node)
    }

    private func score(_ score: Fixed?, _ node: Int) -> Phrase {
        score.map { context.phrase($0, of: node) } ?? "–"
    }

    private func known(_ known: ImprovementPlan.Known<Fixed>, _ node: Int) -> Phrase {
        switch known {
        case .known(let score): context.phrase(score, of: node)
        case .unknown(let gap): words.gap(gap)
        }
    }
}

internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// What a page says of a next step: the measures that take it, what they change, what other costs
/// would bring, and how much the measures may change.
struct StepSections {
    let told: ImprovementTelling
    let step: ReportedImprovement.Step
    private let names: MeasureNames

    init(told: ImprovementTelling, step: ReportedImprovement.Step) {
        (self.told, self.step) = (told, step)
        let path = step.path
        let shown =
            (path?.chosen ?? []) + (path?.next ?? []).flatMap(\.measures)
            + (path?.margins ?? []).map(\.measure)
        names = MeasureNames(
            Set(shown).sorted().map { told.catalogue.measures[$0].measure }, told.words)
    }

    private var texts: Phrases { told.texts }
    private var words: ImprovementWording { told.words }
    private var setting: Setting { told.setting }

    /// Writes the finding with its proof, then a section for each question.
    func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"]) { $0.phrase(told.finding(step), setting) }
        if let path = step.path, !path.chosen.isEmpty {
            page.element("p") { $0.phrase(words.proof(path).asSentence, setting) }
        }
        page.element("p", ["class": "not-official"]) {
            $0.phrase(words.supposed.asSentence, setting)
        }
        if case .impossible(let shortfall) = step.found {
            page.section(texts.whatCannotBeMet) { lacks(shortfall, to: &$0) }
        }
        if let path = step.path, !path.chosen.isEmpty {
            page.section(texts.whichMeasures) { measures(path, to: &$0) }
            page.section(texts.whatTheyChange) {
                MoveTables(told: told, path: path).write(to: &$0)
            }
        }
        if let frontier = step.frontier, frontier.points.count > 1 {
            page.section(texts.whatOtherCostsBring) { self.frontier(frontier, to: &$0) }
        }
        if let path = step.path, !path.next.isEmpty {
            page.section(texts.whatComesNext) { next(path, to: &$0) }
        }
        if let path = step.path, !path.margins.isEmpty {
            page.section(texts.howMuchMayChange) { margins(path, to: &$0) }
        }
    }

    // MARK: What cannot be met

    private func lacks(_ shortfall: Shortfall, to page: inout HTMLWriter) {
        for lines in words.shortfall(shortfall) {
            if let title = lines.title {
                page.element("p") { $0.phrase((title + Phrase(texts.colon)).capital, setting) }
            }
            page.element("ul") { page in
                for line in lines.lines {
                    page.element("li") { $0.phrase(line.capital, setting) }
                }
            }
        }
    }

    // MARK: Measures

    private func measures(_ path: ReportedImprovement.FoundStep, to page: inout HTMLWriter) {
        let hasOwners = path.chosen.contains { told.catalogue.measures[$0].measure.owner != nil }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.measureHead)), .init(Phrase(texts.measureWhose)),
            .init(Phrase(texts.measureChanges)),
        ]
        if hasOwners { columns.append(.init(Phrase(texts.measureOwner))) }
        columns += [
            .init(Phrase(texts.measureEffective)),
            .init(Phrase(texts.measureCost), isNumber: true),
        ]
        page.table(
            id: "path-measures", caption: texts.measuresOfPath(measures: path.chosen.count),
            columns, kind: "sortable", setting, rows: path.chosen
        ) { position, cells in
            let choice = told.catalogue.measures[position]
            cells.head { page in
                page.phrase(names.name(choice.measure), setting)
                needs(choice.measure, to: &page)
            }
            cells.cell { $0.phrase(told.whose(position), setting) }
            cells.cell { page in
                let effects = told.effects(position).joined(separator: texts.semicolon)
                page.phrase(effects, setting)
            }
            if hasOwners {
                cells.cell { page in
                    words.owner(choice.measure.owner).map { page.phrase($0, setting) }
                }
            }
            cells.cell { page in
                page.element("span", ["data-sort": String(choice.effective.number)]) {
                    $0.text(told.context.locale.shortDate(choice.effective))
                }
            }
            cells.cell { $0.phrase(words.money(choice.measure.cost), setting) }
        }
        if path.chosen.count > 1 {
            page.element("p") { page in
                page.phrase(texts.costsTogether(cost: words.money(path.cost)), setting)
            }
        }
        if path.chosen.contains(where: words.addsPoints) {
            page.element("p", ["class": "note"], text: texts.effectPointsMeaning)
        }
    }

    /// Without which measures one cannot be taken.
    private func needs(_ measure: Measure, to page: inout HTMLWriter) {
        guard !measure.needs.isEmpty else { return }
        let needed = measure.needs.map { id in
            told.catalogue.measures.first { $0.measure.id == id }.map { names.name($0.measure) }
                ?? words.measure(id: id)
        }
        page.element("div", ["class": "note"]) { page in
            page.phrase(
                texts.measureNeeds(measures: needed.joined(separator: texts.semicolon)), setting)
        }
    }

    // MARK: Frontier

    private func frontier(_ frontier: Frontier, to page: inout HTMLWriter) {
        let chart = FrontierModel(told: told, step: step, frontier: frontier).chart
        chart.write(
            ChartFigure(
                id: "frontier", title: texts.frontierTitle, finding: chart.finding(texts),
                note: frontier.isSampled ? Phrase(texts.frontierSampled) : nil, texts), to: &page)
    }

    // MARK: Beside the path

    private func next(_ path: ReportedImprovement.FoundStep, to page: inout HTMLWriter) {
        page.table(
            id: "next-measures", caption: Phrase(texts.nextCaption),
            [
                .init(Phrase(texts.measureHead)), .init(Phrase(texts.measureCost), isNumber: true),
                .init(Phrase(texts.measureGain), isNumber: true),
            ], setting, rows: path.next
        ) { next, cells in
            cells.head {
                $0.phrase(
                    names.names(next.measures.map { told.catalogue.measures[$0].measure }), setting)
            }
            cells.cell { $0.phrase(words.money(next.cost), setting) }
            cells.cell { $0.phrase(words.gain(next.gain, of: step.goal), setting) }
        }
    }

    private func margins(_ path: ReportedImprovement.FoundStep, to page: inout HTMLWriter) {
        let hasEffects = path.margins.contains { $0.effect != nil }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.measureHead)), .init(Phrase(texts.measureCost), isNumber: true),
            .init(Phrase(texts.marginCostHead)),
        ]
        if hasEffects { columns.append(.init(Phrase(texts.marginEffectHead))) }
        page.table(
            id: "margins", caption: Phrase(texts.marginsCaption), columns, setting,
            rows: path.margins
        ) { margin, cells in
            let measure = told.catalogue.measures[margin.measure].measure
            cells.head { $0.phrase(names.name(measure), setting) }
            cells.cell { $0.phrase(words.money(measure.cost), setting) }
            cells.cell { $0.phrase(words.costMargin(margin), setting) }
            guard hasEffects else { return }
            cells.cell { page in
                margin.effect.map { page.phrase(words.effectMargin($0), setting) }
            }
        }
    }
}

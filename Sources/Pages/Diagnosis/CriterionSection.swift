internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A criterion on the page of its dimension: what is measured, its marks, and who has what.
struct CriterionSection {
    private let page: DimensionPage
    private let node: Int
    private let results: CriterionResults

    init(_ page: DimensionPage, _ node: Int) {
        self.page = page
        self.node = node
        results = CriterionResults(page.told, node)
    }

    private var told: StageTelling { page.told }
    private var context: PageContext { page.context }
    private var texts: Phrases { page.texts }
    private var setting: Setting { page.setting }
    private var id: String { told.plan.nodes[node].id }

    /// Writes the section, which links lead to.
    func write(to html: inout HTMLWriter) {
        html.element("section", ["id": Anchor.node(id).id]) { html in
            html.element("h3") { html in
                if told.plan.nodes[node].criterion?.isDecisive == true { html.text("★ ") }
                html.phrase(told.name(node), setting)
                html.text(" ")
                html.element("small") { $0.element("code", text: id) }
            }
            html.facts(facts, setting)
            html.element("p") { page.rule(node, to: &$0) }
            whole(to: &html)
            bodies(to: &html)
        }
        html.line()
    }

    // MARK: What is measured

    private var facts: [Fact] {
        let node = told.plan.nodes[node]
        var facts: [Fact] = []
        func add(_ name: String, _ value: Phrase?) {
            if let value, !value.isEmpty { facts.append(Fact(name: name, value: value)) }
        }
        add(texts.criterionMeasures, context.wording.phrase(node.texts.definition))
        add(texts.methodUnit, node.texts.unit.map { .code($0) })
        if let criterion = node.criterion {
            if criterion.isDecisive, let cap = told.rule.decisive {
                add(
                    texts.decisiveCriterion,
                    texts.decisiveMeans(
                        edge: context.plot(cap.edge, by: told.rule).phrase,
                        cap: context.plot(cap.score, by: told.rule).phrase))
            }
            add(texts.measuredFor, Phrase(texts.word(for: criterion.level)))
            add(
                texts.provedBy,
                Phrase(criterion.proof.map(texts.word).joined(separator: ", ")))
            add(texts.criterionMarks, criterion.thresholds.map(marks))
            add(texts.thresholdOrigin, Phrase(texts.word(for: criterion.origin)))
        }
        add(
            texts.criterionSource,
            node.texts.source.compactMap(context.wording.phrase)
                .joined(separator: texts.semicolon))
        add(texts.thresholdSource, told.sources(of: self.node))
        return facts
    }

    /// What the floor, the pass mark and the full mark earn.
    private func marks(_ marks: Criterion.Thresholds) -> Phrase {
        texts.marksEarn(
            floor: context.plain(marks.floor), pass: context.plain(marks.pass),
            earned: context.plain(told.rule.established), full: context.plain(marks.full))
    }

    // MARK: Who has what

    /// What the whole apparatus has.
    private func whole(to html: inout HTMLWriter) {
        guard let system = results.system else { return }
        html.element("p") { html in
            html.text(texts.wholeApparatus + texts.colon)
            outcome(of: system, to: &html)
        }
    }

    private func bodies(to html: inout HTMLWriter) {
        guard !results.bodies.isEmpty else { return }
        guard let median = results.median else {
            return html.element("p", text: texts.nobodyObserved)
        }
        if results.scores.count > 1 {
            let chart = DistributionChart(
                range: context.range(of: node),
                scores: results.scores.map { context.plot($0, by: told.rule) },
                unscored: results.bodies.count - results.scores.count,
                median: .init(
                    name: Phrase(texts.median), score: context.plot(median, by: told.rule)))
            chart.write(
                ChartFigure(
                    id: "spread-" + id, title: texts.chartSpread, finding: finding(median), texts),
                to: &html)
        }
        let count = texts.criterionByBody(bodies: results.bodies.count).plain
        html.folded(true, count) { table(to: &$0) }
    }

    private func finding(_ median: Fraction) -> Phrase {
        texts.bodiesBelowPass(
            below: results.below, bodies: results.scores.count,
            median: context.plot(median, by: told.rule).phrase
        ).asSentence
    }

    private func table(to html: inout HTMLWriter) {
        let rows = results.bodies.prefix(DimensionPage.mostListed)
        if rows.count < results.bodies.count {
            html.element("p", ["class": "note"]) {
                $0.phrase(texts.showingSome(shown: rows.count, all: results.bodies.count), setting)
            }
        }
        html.table(
            id: "bodies-" + id, caption: told.name(node),
            [
                .init(Phrase(texts.body)), .init(Phrase(texts.value), isNumber: true),
                .init(Phrase(texts.score), isNumber: true),
            ], setting, rows: rows
        ) { body, cells in
            let unit = context.unit(body)
            cells.head { $0.phrase(context.wording.bodyName(body), setting) }
            cells.cell { html in
                context.fullValue(of: node, at: unit).map { html.outcome($0) }
            }
            cells.cell { outcome(of: body, to: &$0) }
        }
    }

    /// The score, or why there is none, leading to the records behind it.
    private func outcome(of body: Int, to html: inout HTMLWriter) {
        let unit = context.unit(body)
        let target = context.link(from: setting.address, toBody: body, node: node)
        if let score = context.score(of: node, at: unit) {
            return html.outcome(score, to: target)
        }
        let state = context.assessment.columns[node]?.states[unit] ?? .missing
        html.link(Phrase(context.wording.stateWord(state)), to: target, setting)
    }
}

extension Phrases {
    fileprivate func word(for level: Criterion.Level) -> String {
        switch level {
        case .body: levelBody
        case .system: levelSystem
        case .both: levelBoth
        }
    }

    fileprivate func word(_ proof: Criterion.Proof) -> String {
        switch proof {
        case .legislation: proofLegislation
        case .guidance: proofGuidance
        case .institution: proofInstitution
        case .practice: proofPractice
        case .result: proofResult
        }
    }
}

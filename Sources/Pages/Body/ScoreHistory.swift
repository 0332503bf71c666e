internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A body's score of one node over the scored periods, and what moved it last.
struct ScoreHistory {
    /// A part of the last move.
    struct Part {
        let cause: Phrase
        let points: Phrase
    }

    let node: Int
    let name: Phrase
    let chart: Trend
    /// What moved the score since the period before; empty where nothing did, and for grades.
    let parts: [Part]
    /// Whether a decision set one of the last two scores.
    let isDecided: Bool

    /// The history of a body; `nil` where fewer than two periods have a score.
    init?(_ context: PageContext, node: Int, body: Int) {
        let assessment = context.assessment
        let periods = assessment.scoredPeriods.filter { $0 <= context.report.period }
        let units = periods.map { assessment.unit(body: body, period: $0) }
        let points = units.map { context.plottedScore(of: node, at: $0) }
        guard points.compactMap({ $0 }).count > 1 else { return nil }
        self.node = node
        name = context.wording.nodeName(node)
        let rule = assessment.plan.nodes[node]
        chart = Trend(
            upright: rule.grades.map { .grades($0.order.map { Phrase($0) }) }
                ?? .numbers(context.range(of: node)),
            periods: periods.map { Phrase(assessment.evidence.periods[$0].description) },
            lines: [Trend.Line(name: context.wording.bodyName(body), points: points)])
        isDecided = context.move(of: node, at: context.unit(body))?.isDecided ?? false
        parts = isDecided ? [] : Self.parts(context, node, context.unit(body))
    }

    /// The parts of the last move, the largest first; their printed points add up to it.
    private static func parts(_ context: PageContext, _ node: Int, _ unit: Int) -> [Part] {
        let assessment = context.assessment
        guard let previous = context.report.previous else { return [] }
        let change = ScoreChange(
            of: node, at: unit, in: assessment, from: context.report.earlier,
            assessment.evidence.periods[previous])
        let digits = assessment.plan.display.digits
        guard let move = change.move, change.parts.map(\.cause) != [.node(node)],
            let total = try? move.rounded(to: digits, .halfUp),
            let printed = PrintedPoints.apportion(
                change.parts.map { BigFraction($0.points) }, total, digits)
        else { return [] }
        return zip(change.parts, printed).map { part, points in
            let text = Display.text(points, digits: digits)
            let shown = (points.raw > 0 ? "+" : "") + context.locale.decimal(text)
            return Part(
                cause: context.moved(part.cause, of: node),
                points: .figure(exact: part.points.description, shown: shown))
        }
    }

    /// Writes the chart and what moved the score.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let id = setting.context.assessment.plan.nodes[node].id
        chart.write(
            ChartFigure(
                id: "trend-" + id, title: texts.overThePeriods, finding: chart.finding(texts), texts
            ),
            to: &page)
        if isDecided {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.moveSetByDecision(name: name), setting)
            }
        }
        guard !parts.isEmpty else { return }
        page.table(
            id: "moved-" + id,
            caption: texts.whatMovedIt(
                name: name.withoutLinks, period: setting.context.previousPeriod),
            [.init(Phrase(texts.element)), .init(Phrase(texts.points), isNumber: true)], setting,
            rows: parts
        ) { part, cells in
            cells.head { $0.phrase(part.cause, setting) }
            cells.cell { $0.phrase(part.points, setting) }
        }
    }
}

extension PageContext {
    /// What moved a score, as in `penalty of Service`.
    fileprivate func moved(_ cause: ScoreChange.Cause, of node: Int) -> Phrase {
        let word: Phrase
        switch cause {
        case .node(let child): return wording.nodeName(child)
        case .scoreRule: word = Phrase(phrases.movedScoreRule)
        case .correction(let owner, let index):
            let kind = assessment.plan.nodes[owner].corrections[index].kind
            word = Phrase(phrases.word(for: kind))
        case .rounding: word = Phrase(phrases.movedRounding)
        case .steps: word = Phrase(phrases.movedSteps)
        case .together: word = Phrase(phrases.movedTogether)
        }
        return cause.node == node
            ? word : phrases.causeOf(cause: word, name: wording.nodeName(cause.node))
    }
}

extension Phrases {
    fileprivate func word(for kind: Node.Correction.Kind) -> String {
        switch kind {
        case .bonus: correctionBonus
        case .penalty: correctionPenalty
        case .cap: correctionCap
        case .floor: correctionFloor
        case .gate: correctionGate
        }
    }
}

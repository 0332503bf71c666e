internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A figure of an outcome: its exact value, how it is shown, and which cell of the results it is.
struct OutcomeFigure: Sendable {
    /// The columns of the results that pages show, by their headings there.
    enum Column: String, Sendable {
        case value
        case score
        case grade
        case mark
        case lower
        case upper
        case rank
    }

    /// Plain digits, or a grade.
    let exact: String
    /// As the edition displays it, in the language of the page.
    let shown: String
    /// `<body> <node> <period> <column>`.
    let place: String

    /// As part of a sentence, where it is no cell but a figure.
    var phrase: Phrase { .figure(exact: exact, shown: shown) }
}

extension PageContext {
    /// The score, or the grade or mark that stands in its place; `nil` without one.
    func score(of node: Int, at unit: Int) -> OutcomeFigure? {
        guard let score = assessment.columns[node]?.score(at: unit) else { return nil }
        guard let grade = assessment.plan.nodes[node].grade(score) else {
            let shown = report.display.text(score, of: node, at: unit)
            return figure(.score, score.description, locale.decimal(shown), node, unit)
        }
        if let mark = assessment.mark(of: node, at: unit) {
            return figure(.mark, mark, mark, node, unit)
        }
        return figure(.grade, grade, grade, node, unit)
    }

    /// What stood before the score; `nil` where there was nothing, or a grade.
    func value(of node: Int, at unit: Int) -> OutcomeFigure? {
        guard !assessment.plan.nodes[node].isValueGrade,
            let value = assessment.columns[node]?.value(at: unit)
        else { return nil }
        let shown = locale.decimal(report.display.figure(value))
        return figure(.value, value.description, shown, node, unit)
    }

    /// What the score can still become; `nil` where the node is not applicable, and where nothing
    /// is open.
    func bounds(of node: Int, at unit: Int) -> (lower: OutcomeFigure, upper: OutcomeFigure)? {
        guard let column = assessment.columns[node], let bounds = column.bounds(at: unit),
            !bounds.isClosed || bounds.lower != column.score(at: unit)
        else { return nil }
        func end(_ column: OutcomeFigure.Column, _ score: Fixed) -> OutcomeFigure {
            let rule = assessment.plan.nodes[node]
            let exact = rule.isGraded ? rule.text(score) : score.description
            let shown = locale.decimal(report.display.figure(score, of: node))
            return figure(column, exact, shown, node, unit)
        }
        return (end(.lower, bounds.lower), end(.upper, bounds.upper))
    }

    /// The rank; `nil` where there is none.
    func rank(of node: Int, at unit: Int) -> OutcomeFigure? {
        assessment.rank(of: node, at: unit).map { rank in
            figure(.rank, String(rank), locale.count(rank), node, unit)
        }
    }

    /// A score that the node could have, as part of a sentence.
    func phrase(_ score: Fixed, of node: Int) -> Phrase {
        let isGraded = assessment.plan.nodes[node].isGraded
        return .figure(
            exact: isGraded ? assessment.plan.nodes[node].text(score) : score.description,
            shown: locale.decimal(report.display.figure(score, of: node)))
    }

    private func figure(
        _ column: OutcomeFigure.Column, _ exact: String, _ shown: String, _ node: Int, _ unit: Int
    ) -> OutcomeFigure {
        let evidence = assessment.evidence
        let body = evidence.bodies[assessment.body(of: unit)].id
        let period = periods[assessment.period(of: unit)]
        var place = body
        for word in [assessment.plan.nodes[node].id, period, column.rawValue] {
            place += " "
            place += word
        }
        return OutcomeFigure(exact: exact, shown: shown, place: place)
    }
}

extension HTMLWriter {
    /// A figure of an outcome, within a link to its explanation where that has a page.
    mutating func outcome(_ figure: OutcomeFigure, to target: String? = nil) {
        guard let target else { return self.figure(figure.exact, figure.shown, at: figure.place) }
        element("a", ["href": target]) { $0.figure(figure.exact, figure.shown, at: figure.place) }
    }
}

internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Figures of outcomes for charts.
extension PageContext {
    /// Where the scores of a node can lie, with its bands.
    func range(of node: Int) -> PlotRange {
        let plan = assessment.plan
        let scale = plan.nodes[node].scale
        let bands = plan.bands.flatMap { $0.nodes.contains(node) ? $0.list : nil } ?? []
        return PlotRange(
            plot(scale.least, of: node), plot(scale.greatest, of: node),
            bands: bands.map { band in
                PlotRange.Band(
                    title: bandTitle(band), from: band.from.map { plot($0, of: node) },
                    below: band.below.map { plot($0, of: node) })
            })
    }

    /// A score that the node could have.
    func plot(_ score: Fixed, of node: Int) -> Plotted {
        let rule = assessment.plan.nodes[node]
        guard let grade = rule.grade(score) else {
            return Plotted(score, shown: locale.decimal(report.display.figure(score)))
        }
        return Plotted(grade: score.gradePosition, exact: grade, shown: grade)
    }

    /// The score of a unit, with as many digits as the table shows; `nil` without one.
    func plottedScore(of node: Int, at unit: Int) -> Plotted? {
        guard let score = assessment.columns[node]?.score(at: unit) else { return nil }
        let shown = self.score(of: node, at: unit)?.shown ?? score.description
        guard assessment.plan.nodes[node].isGraded else { return Plotted(score, shown: shown) }
        return Plotted(
            grade: score.gradePosition, exact: assessment.plan.nodes[node].text(score),
            shown: shown)
    }

    /// Both ends of what a score can become; `nil` where nothing is open.
    func plottedBounds(of node: Int, at unit: Int) -> (lower: Plotted, upper: Plotted)? {
        guard bounds(of: node, at: unit) != nil,
            let bounds = assessment.columns[node]?.bounds(at: unit)
        else { return nil }
        return (plot(bounds.lower, of: node), plot(bounds.upper, of: node))
    }
}

internal import Arithmetic
internal import Evidence
internal import Methodology
internal import Scoring
internal import Synchronization

/// The scores that are ranked among each other, each once, found when they are first asked for.
final class DistinctScores: Sendable {
    /// A score with the figure that is ranked.
    struct Ranked: Sendable {
        let score: Fixed
        let figure: Fixed
    }

    private let assessment: Assessment
    private let known = Mutex<[Int: [[Ranked]]]>([:])

    init(_ assessment: Assessment) { self.assessment = assessment }

    /// For each period, the scores of a node in rising order; `nil` for one that is not ranked.
    func of(_ node: Int) -> [[Ranked]]? {
        guard let ranking = assessment.plan.ranking, ranking.nodes.contains(node),
            let column = assessment.columns[node]
        else { return nil }
        return known.withLock { known in
            if let found = known[node] { return found }
            let made = assessment.evidence.periods.indices.map {
                ranked(column, $0, ranking.figures)
            }
            known[node] = made
            return made
        }
    }

    private func ranked(
        _ column: NodeColumn, _ period: Int, _ figures: Plan.Rounded?
    ) -> [Ranked] {
        var scores = assessment.evidence.bodies.indices.compactMap {
            column.score(at: assessment.unit(body: $0, period: period))
        }
        scores.sort()
        var distinct: [Ranked] = []
        for score in scores where distinct.last?.score != score {
            let figure = figures.flatMap { Display.rounded(score, $0.digits, $0.mode) }
            distinct.append(Ranked(score: score, figure: figure ?? score))
        }
        return distinct
    }
}

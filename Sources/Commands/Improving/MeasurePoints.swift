internal import Arithmetic
internal import Improvement
internal import Methodology
internal import Scoring

/// What each measure of a path brings: what the goal's figure loses if it alone is left out.
struct MeasurePoints {
    /// By the position of the measure; without those of the whole apparatus, and without those that
    /// other chosen measures need.
    let points: [Int: Fraction]

    init(_ found: FoundPath) {
        guard let path = found.path, let body = found.body, let to = path.to else {
            points = [:]
            return
        }
        let nodes = Self.nodes(found)
        let unit = found.assessment.unit(body: body, period: found.catalogue.period)
        var points: [Int: Fraction] = [:]
        for measure in path.chosen {
            let rest = path.chosen.filter { $0 != measure }
            let isNeeded = rest.contains { found.catalogue.measures[$0].needs.contains(measure) }
            guard !isNeeded else { continue }
            let values = found.catalogue.values(rest, at: [unit])
            let outcomes = found.assessment.outcomes(of: nodes, supposing: values, threads: 1)
            let scores = nodes.compactMap { outcomes.outcome(of: $0, at: unit)?.score }
            guard let figure = Self.mean(scores), let lost = try? to.subtracting(figure) else {
                continue
            }
            points[measure] = lost
        }
        self.points = points
    }

    private static func nodes(_ found: FoundPath) -> [Int] {
        switch found.goal {
        case .band(_, let node, _), .score(_, let node, _), .best(_, let node): [node]
        case .stage(_, let stage), .bestStage(_, let stage):
            found.assessment.plan.stages?.dimensions.map { $0.cells[stage] } ?? []
        case .apparatus, .mostStaff: []
        }
    }

    private static func mean(_ scores: [Fixed]) -> Fraction? {
        var sum = Fraction(Fixed.zero)
        for score in scores {
            guard let more = try? sum.adding(Fraction(score)) else { return nil }
            sum = more
        }
        return scores.isEmpty ? nil : try? sum.divided(by: Fraction(Fixed(scores.count)))
    }
}

internal import Arithmetic
internal import Methodology
internal import Scoring

/// What keeps a body from a stage that stands on attained ones.
struct BodyObstacles {
    /// The position of the stage.
    let stage: Int
    let tally: StageTally<Fixed>
    /// All cells of the body.
    let cells: [[CellResult]]
    let unit: Int
    let reading: CellReading
    let ready: VerdictRule<Fixed>

    private var rule: Stages { reading.rule }
    /// The cells of the stage.
    private var own: [CellResult] { cells.map { $0[stage] } }

    var next: NextStage {
        let criteria = own.map { reading.criteria(of: $0.node, at: unit) }
        var lift: [Int]?
        if ready.isAssessed(tally) {
            let lifts = zip(own, criteria).compactMap { cell, criteria in
                cell.score.map { score in
                    CellLifts(
                        score: score, criteria, rule,
                        rounding: reading.assessment.plan.nodes[cell.node].rounding,
                        isDecided: cell.coverage == nil)
                }
            }
            lift =
                FewestLifts(
                    cells: lifts, least: rule.attained.least,
                    established: (rule.established, ready.leastEstablished(tally.assessed)),
                    mean: rule.attained.mean
                ).found
        }
        let losses = criteria.flatMap {
            $0.losses(to: rule.established, ofMeanOf: tally.assessed)
        }
        let order = losses.sorted { $0.isMore(than: $1) }.map(\.node)
        let ordered = lift.map { lift in order.filter(Set(lift).contains) }
        let rest = order.filter { node in !(lift?.contains(node) ?? false) }
        return NextStage(
            stage: stage, obstacles: obstacles, lift: ordered, blocking: (ordered ?? []) + rest)
    }

    private var obstacles: [NextStage.Obstacle] {
        let isAssessed = ready.isAssessed(tally)
        var obstacles: [NextStage.Obstacle] = []
        if !isAssessed {
            let needed = ready.leastAssessed(tally.applicable) - tally.assessed
            obstacles.append(.notAssessed(needed: needed))
        }
        let low = own.filter { cell in cell.score.map { $0 < rule.attained.least } ?? false }
        if !low.isEmpty { obstacles.append(.low(low.map(\.node))) }
        let failed = own.flatMap(\.failed)
        if !failed.isEmpty { obstacles.append(.decisive(failed)) }
        // Of cells that are too few, shares and means say nothing.
        guard isAssessed else { return obstacles }
        let lacking = ready.leastEstablished(tally.assessed) - tally.established
        if lacking > 0 { obstacles.append(.established(lacking: lacking)) }
        if let mean = StageStatistics(tally).mean,
            !Fixed.mean(of: tally.total, tally.assessed, reaches: rule.attained.mean)
        {
            obstacles.append(.mean(lacking: .missing(mean, to: rule.attained.mean)))
        }
        return obstacles
    }
}

extension Fraction {
    /// How much a number lacks to an edge.
    static func missing(_ number: Fraction, to edge: Fixed) -> Fraction {
        if let exact = try? Fraction(edge).subtracting(number) { return exact }
        // What has no room is told as a step.
        let near = try? number.rounded(to: 18, .halfEven)
        return (try? edge.subtracting(near ?? edge)).map { Fraction($0) } ?? Fraction(edge)
    }
}

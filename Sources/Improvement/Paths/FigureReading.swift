internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

/// What a figure comes to with sets of measures, computing no more than has to be.
struct FigureReading {
    let finder: PathFinder
    /// One that asks for the most.
    let goal: Goal
    let table: Table

    /// A figure with its band, or with how many stages are attained.
    struct Figure {
        let reached: Fraction
        let step: Int?
    }

    /// - Parameter chosen: Sorted positions in the catalogue.
    /// - Returns: `nil` where there is no such figure.
    func figure(_ chosen: [Int]) -> Figure? {
        if case .population? = table.doubt { return whole(chosen) }
        switch goal {
        case .best(let body, let node): return score(of: node, body, chosen)
        case .bestStage(let body, let stage): return mean(of: stage, body, chosen)
        case .mostStaff: return staff(chosen)
        case .band, .score, .stage, .apparatus: return nil
        }
    }

    /// By a full run.
    private func whole(_ chosen: [Int]) -> Figure? {
        guard let found = finder.applied(chosen),
            let reached = finder.figure(goal, found.after, found.diagnosisAfter)
        else { return nil }
        switch goal {
        case .best(let body, let node):
            let score = finder.score(of: node, body: body, found.after)
            return Figure(reached: reached, step: score.flatMap { band(of: node, $0) })
        case .bestStage(let body, _):
            let verdict = found.diagnosisAfter?.body(body)?.verdict
            return Figure(reached: reached, step: verdict?.attained)
        case .mostStaff, .band, .score, .stage, .apparatus:
            return Figure(reached: reached, step: nil)
        }
    }

    private func score(of node: Int, _ body: Int, _ chosen: [Int]) -> Figure? {
        guard let score = outcomes(of: [node], body, chosen).score(of: node, at: unit(body)) else {
            return nil
        }
        return Figure(reached: Fraction(score), step: band(of: node, score))
    }

    private func band(of node: Int, _ score: Fixed) -> Int? {
        guard let bands = finder.catalogue.assessment.plan.bands, bands.nodes.contains(node) else {
            return nil
        }
        // Scores have room to be rounded.
        return try? bands.position(of: score)
    }

    private func mean(of stage: Int, _ body: Int, _ chosen: [Int]) -> Figure? {
        guard let rule = finder.diagnosis?.rule else { return nil }
        let found = outcomes(of: rule.dimensions.flatMap(\.cells), body, chosen)
        let cells = rule.dimensions.map { dimension in
            dimension.cells.map { cell -> StageCell<Fixed> in
                guard let score = found.score(of: cell, at: unit(body)) else {
                    let state = finder.acting.now(cell, at: unit(body)).state
                    return state == .notApplicable ? .notApplicable : .notAssessed
                }
                return .score(score)
            }
        }
        let ready = VerdictRule<Fixed>(rule)
        let tally = ready.tally(stage) { cells[$0][$1] }
        guard tally.assessed > 0,
            let mean = try? Fraction(tally.total, dividedBy: Int128(tally.assessed))
        else { return nil }
        return Figure(reached: mean, step: ready.verdict(of: cells).attained)
    }

    private func staff(_ chosen: [Int]) -> Figure? {
        let positions = table.positions(of: chosen)
        guard let outcome = table.problem(.greatestWeight).check(positions) else { return nil }
        return table.scale.figure(of: Int128(outcome.weightOfOthers)).map {
            Figure(reached: $0, step: nil)
        }
    }

    private func unit(_ body: Int) -> Int { finder.unit(of: body) }

    private func outcomes(of nodes: [Int], _ body: Int, _ chosen: [Int]) -> SupposedOutcomes {
        finder.catalogue.assessment.outcomes(
            of: nodes, supposing: finder.catalogue.values(chosen, at: [unit(body)]),
            threads: finder.threads)
    }
}

extension Table {
    /// The problem's positions of those of some measures that it has, in order.
    func positions(of chosen: [Int]) -> [Int] {
        let members = Set(chosen)
        return measures.indices.filter { members.contains(measures[$0]) }
    }
}

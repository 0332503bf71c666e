internal import Arithmetic
internal import Diagnosis
internal import Evidence
internal import Methodology
internal import Scoring

/// A goal as a problem over its table.
struct Asked: Sendable {
    let table: Table
    let aim: Problem.Aim
    /// The least value; `nil` for any.
    var value: Int128?

    func problem(_ budget: Int64?, without cuts: [[Int]] = []) -> Problem {
        table.problem(aim, budget: budget, value: value, without: cuts)
    }
}

extension PathFinder {
    /// `nil` where there is nothing that measures could move, as of a body without a score.
    func asked(_ goal: Goal) -> Asked? {
        guard isKnown(goal) else { return nil }
        switch goal {
        case .band(let body, let node, _), .score(let body, let node, _):
            guard let table = scoreTable(of: node, body: body),
                case .score(let scale) = table.scale,
                let value = scale.value(reaching: { isMet(goal, by: $0) })
            else { return nil }
            return Asked(table: table, aim: .leastCost(weight: 0), value: value)
        case .best(let body, let node):
            return scoreTable(of: node, body: body).map { Asked(table: $0, aim: .greatestValue) }
        case .bestStage(let body, let stage):
            return meanTable(of: stage, body: body).map { Asked(table: $0, aim: .greatestValue) }
        case .stage(let body, let stage):
            return stageTable(of: stage, body: body).map {
                Asked(table: $0, aim: .leastCost(weight: 0))
            }
        case .apparatus(let stage):
            guard let table = apparatusTable(of: stage, isWhole: true),
                case .staff(_, let needed) = table.scale
            else { return nil }
            return Asked(table: table, aim: .leastCost(weight: needed))
        case .mostStaff(let stage):
            return apparatusTable(of: stage, isWhole: false).map {
                Asked(table: $0, aim: .greatestWeight)
            }
        }
    }

    /// Whether its positions are those of something.
    private func isKnown(_ goal: Goal) -> Bool {
        let (plan, bodies) = (catalogue.assessment.plan, catalogue.assessment.evidence.bodies)
        let isBody = goal.body.map { bodies.indices.contains($0) } ?? true
        switch goal {
        case .band(_, let node, let band):
            return isBody && plan.nodes.indices.contains(node)
                && plan.bands?.list.indices.contains(band) ?? false
        case .score(_, let node, _), .best(_, let node):
            return isBody && plan.nodes.indices.contains(node)
        case .stage(_, let stage), .bestStage(_, let stage), .apparatus(let stage),
            .mostStaff(let stage):
            return isBody && plan.stages?.list.indices.contains(stage) ?? false
        }
    }

    func solved(_ problem: Problem) -> Solved { problem.answered(limits: limits) }
}

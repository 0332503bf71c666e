internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

/// What a supposed assessment lacks for a goal.
extension PathFinder {
    func lacking(_ goal: Goal, _ found: WhatIf) -> [Shortfall.Condition] {
        switch goal {
        case .band(let body, let node, _), .score(let body, let node, _):
            guard let score = score(of: node, body: body, found.after), let needed = needed(goal),
                !isMet(goal, by: score)
            else { return [] }
            return [.score(node: node, atMost: score, needed: needed)]
        case .stage(let body, let stage):
            guard let diagnosis = found.diagnosisAfter, let body = diagnosis.body(body) else {
                return []
            }
            return (0...stage).flatMap { lacking($0, body, diagnosis, found.after) }
        case .apparatus(let stage):
            return (0...stage).flatMap { lacking($0, found, isLast: $0 == stage) }
        case .best, .bestStage, .mostStaff: return []
        }
    }

    private func lacking(
        _ stage: Int, _ body: BodyDiagnosis, _ diagnosis: Diagnosis, _ assessment: Assessment
    ) -> [Shortfall.Condition] {
        let (rule, ready) = (diagnosis.rule, VerdictRule<Fixed>(diagnosis.rule))
        let tally = ready.tally(stage) { body.cells[$0][$1].stageCell }
        guard ready.isAssessed(tally) else { return [.notAssessed(stage: stage)] }
        let cells = body.cells.map { $0[stage] }
        var conditions: [Shortfall.Condition] = cells.compactMap { cell in
            guard let score = cell.score, !score.reaches(rule.attained.least) else { return nil }
            return .cell(node: cell.node, atMost: score, needed: rule.attained.least)
        }
        let needed = ready.leastEstablished(tally.assessed)
        if tally.established < needed {
            for node in cells.flatMap(\.failed) {
                guard let score = self.score(of: node, body: body.body, assessment) else {
                    continue
                }
                conditions.append(
                    .decisive(node: node, atMost: score, needed: rule.decisiveEdge))
            }
            conditions.append(
                .established(stage: stage, atMost: tally.established, needed: needed))
        }
        if let mean = body.stages[stage].mean,
            !Fixed.mean(of: tally.total, tally.assessed, reaches: rule.attained.mean)
        {
            conditions.append(.mean(stage: stage, atMost: mean, needed: rule.attained.mean))
        }
        return conditions
    }

    /// Of an apparatus; the staff in bodies is told of the last stage alone, since it is the least.
    private func lacking(
        _ stage: Int, _ found: WhatIf, isLast: Bool
    ) -> [Shortfall.Condition] {
        guard let diagnosis = found.diagnosisAfter, let rule = diagnosis.rule.apparatus,
            let apparatus = diagnosis.apparatus
        else { return [] }
        let own = apparatus.stages[stage]
        let ready = VerdictRule<Fixed>(diagnosis.rule)
        guard own.statistics.assessed >= ready.leastAssessed(own.statistics.applicable),
            let system = own.system
        else { return [.notAssessed(stage: stage)] }
        var conditions: [Shortfall.Condition] = []
        if isLast, let share = own.weight, share < rule.attained {
            let missing = diagnosis.bodies.filter {
                ($0.weight ?? .zero) > .zero && $0.verdict.attained <= stage
            }
            conditions.append(
                .staff(
                    stage: stage, atMost: share, needed: rule.attained,
                    missing: missing.map(\.body)))
        }
        for node in own.failed {
            guard let body = apparatus.system,
                let score = score(of: node, body: body, found.after)
            else { continue }
            conditions.append(
                .decisive(node: node, atMost: score, needed: diagnosis.rule.decisiveEdge))
        }
        let edge = Fraction(numerator: rule.mean.raw - 1, denominator: Fixed.one.raw)
        if system < edge {
            conditions.append(.system(stage: stage, atMost: system, needed: rule.mean))
        }
        return conditions
    }
}

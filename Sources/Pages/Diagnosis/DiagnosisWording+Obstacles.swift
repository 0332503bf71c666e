internal import Arithmetic
package import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Scoring

/// What keeps somebody from the next stage.
extension DiagnosisWording {
    /// What keeps a body from the next stage, one phrase for each condition that is not met; empty
    /// where every stage is attained.
    package func obstacles(of body: BodyDiagnosis) -> [Phrase] {
        guard let next = body.next else { return [] }
        let unit = wording.assessment.unit(body: body.body, period: diagnosis.period)
        let means = body.stages.map(\.mean)
        return next.obstacles.map { told($0, next.stage, at: unit, mean: means[next.stage]) }
    }

    /// What keeps the apparatus from the next stage; empty where every stage is attained.
    package func obstacles(of apparatus: ApparatusDiagnosis) -> [Phrase] {
        guard let next = apparatus.next else { return [] }
        let stage = apparatus.stages[next.stage]
        let unit = apparatus.system.map {
            wording.assessment.unit(body: $0, period: diagnosis.period)
        }
        return next.obstacles.map { obstacle in
            switch obstacle {
            case .weight: weight(stage.weight)
            case .systemMean(let lack):
                texts.obstacleSystemMean(
                    mean: stage.system.map(figure) ?? Phrase([]),
                    least: rule.apparatus.map { figure($0.mean) } ?? Phrase([]),
                    lacking: lacking(lack))
            case .systemNotAssessed: Phrase(texts.obstacleSystemNotAssessed)
            default: told(obstacle, next.stage, at: unit, mean: stage.statistics.mean)
            }
        }
    }

    private func told(
        _ obstacle: NextStage.Obstacle, _ stage: Int, at unit: Int?, mean: Fraction?
    ) -> Phrase {
        switch obstacle {
        case .notAssessed(let needed): return texts.obstacleAssess(needed: needed)
        case .low(let cells):
            let names = cells.map { with(score: $0, at: unit, cell($0)) }
            return texts.nameThen(name: brief(obstacle), rest: self.names(names))
        case .decisive(let criteria):
            let names = criteria.map { with(score: $0, at: unit, criterion($0)) }
            return texts.nameThen(name: brief(obstacle), rest: self.names(names))
        case .established(let lacking):
            return texts.obstacleEstablished(lacking: lacking, edge: figure(rule.established))
        case .mean(let lack):
            return texts.obstacleMean(
                mean: mean.map(figure) ?? Phrase([]), least: figure(rule.attained.mean),
                lacking: lacking(lack))
        case .weight: return weight(nil)
        case .systemMean, .systemNotAssessed: return Phrase(texts.obstacleSystemNotAssessed)
        }
    }

    /// The first condition that a body does not meet, without names; `nil` where every stage is
    /// attained.
    package func brief(of body: BodyDiagnosis) -> Phrase? {
        guard let next = body.next, let first = next.obstacles.first else { return nil }
        switch first {
        case .low, .decisive: return brief(first)
        default: return obstacles(of: body).first
        }
    }

    /// How many cells or criteria lie below an edge.
    private func brief(_ obstacle: NextStage.Obstacle) -> Phrase {
        switch obstacle {
        case .low(let cells):
            texts.obstacleLow(cells: cells.count, edge: figure(rule.attained.least))
        case .decisive(let criteria):
            texts.obstacleDecisive(
                criteria: criteria.count, edge: rule.decisive.map { figure($0.edge) } ?? Phrase([]))
        default: Phrase([])
        }
    }

    /// The name with the score behind it, where there is one.
    private func with(score node: Int, at unit: Int?, _ name: Phrase) -> Phrase {
        guard let unit, let score = wording.assessment.columns[node]?.score(at: unit) else {
            return name
        }
        return "\(name), \(figure(score))"
    }

    private func weight(_ share: Fraction?) -> Phrase {
        guard let apparatus = rule.apparatus else { return Phrase([]) }
        let input = weightName
        guard let share else { return texts.obstacleWeightUnknown(input: input) }
        return texts.obstacleWeight(
            input: input, share: percent(share), least: percent(apparatus.attained))
    }

    /// What the bodies are weighed by, as in `Staff`.
    package var weightName: Phrase {
        guard let apparatus = rule.apparatus else { return Phrase([]) }
        let input = wording.assessment.plan.schema.inputs[apparatus.weight]
        return wording.phrase(input.title) ?? .code(input.id)
    }

    // MARK: Criteria

    /// Which criteria would have to reach their pass marks for the next stage; `nil` where every
    /// stage is attained, and for the apparatus where bodies have to move first.
    package func lift(_ next: NextStage?) -> Phrase? {
        guard let next else { return nil }
        let waits = next.obstacles.contains { obstacle in
            guard case .weight = obstacle else { return false }
            return true
        }
        guard !waits else { return nil }
        guard let lift = next.lift, !lift.isEmpty else {
            return texts.liftNotEnough(stage: stage(next.stage))
        }
        return texts.liftToAttain(
            criteria: lift.count, stage: stage(next.stage), names: names(lift.map(criterion)))
    }
}

internal import Arithmetic
internal import Methodology
internal import Scoring

/// What keeps the apparatus from a stage that stands on attained ones.
struct ApparatusObstacles {
    /// The position of the stage.
    let stage: Int
    let found: ApparatusDiagnosis.Stage
    let ground: ApparatusStage<Fixed>
    /// Those that have a score.
    let system: [RollUp.SystemCriterion]
    let tally: StageTally<Fixed>
    let bodies: [BodyDiagnosis]
    let apparatus: Stages.Apparatus
    let reading: CellReading
    let ready: VerdictRule<Fixed>
    /// The position of the period.
    let period: Int

    private var rule: Stages { reading.rule }

    var next: NextStage {
        let lift = lift
        let rest = blocking.filter { node in !(lift?.contains(node) ?? false) }
        return NextStage(
            stage: stage, obstacles: obstacles, lift: lift, blocking: (lift ?? []) + rest)
    }

    private var isHeavyEnough: Bool {
        Fixed.part(ground.attained, of: ground.weight, reaches: apparatus.attained)
    }

    private var isSystemSound: Bool {
        !ground.hasFailed && ground.observed > 0
            && Fixed.mean(of: ground.system, ground.observed, reaches: apparatus.mean)
    }

    private var obstacles: [NextStage.Obstacle] {
        var obstacles: [NextStage.Obstacle] = []
        if !ready.isAssessed(tally) {
            let needed = ready.leastAssessed(tally.applicable) - tally.assessed
            obstacles.append(.notAssessed(needed: needed))
        }
        if !isHeavyEnough {
            let share = found.weight ?? Fraction(.zero)
            obstacles.append(
                .weight(lacking: (try? apparatus.attained.subtracting(share)) ?? apparatus.attained)
            )
        }
        if !found.failed.isEmpty { obstacles.append(.decisive(found.failed)) }
        guard let mean = found.system else { return obstacles + [.systemNotAssessed] }
        if !Fixed.mean(of: ground.system, ground.observed, reaches: apparatus.mean) {
            obstacles.append(.systemMean(lacking: .missing(mean, to: apparatus.mean)))
        }
        return obstacles
    }

    /// The fewest criteria of the system whose lift would do, where the bodies carry enough: all
    /// decisive ones below the edge, then those that lack most.
    private var lift: [Int]? {
        guard isHeavyEnough, ready.isAssessed(tally), ground.observed > 0 else { return nil }
        let pass = rule.established
        let gaps = system.filter { !$0.isFilled && $0.score < pass }.sorted {
            $0.score == $1.score ? $0.node < $1.node : $0.score < $1.score
        }
        let order = gaps.filter(\.isFailed) + gaps.filter { !$0.isFailed }
        var open = system.count(where: \.isFailed)
        var sum = ground.system
        for count in 0...order.count {
            if open == 0, Fixed.mean(of: sum, ground.observed, reaches: apparatus.mean) {
                let lifted = Set(order.prefix(count).map(\.node))
                return gaps.map(\.node).filter(lifted.contains)
            }
            guard count < order.count else { return nil }
            let next = order[count]
            // A mark that is itself below the edge cures nothing.
            if next.isFailed, !(rule.decisive.map { Fraction(pass) < $0.edge } ?? false) {
                open -= 1
            }
            sum.add(pass)
            sum.add(next.score.negated)
        }
        return nil
    }

    /// Criteria below the pass mark; first those of a condition that is not met, and among them
    /// those that take most from its mean.
    ///
    /// What a criterion takes from the bodies' mean is weighed like the bodies, over those that
    /// did not attain the stage.
    private var blocking: [Int] {
        let bodies = losses.sorted { $0.isMore(than: $1) }
        let own = systemLosses.sorted { $0.isMore(than: $1) }
        let ordered: [CriterionLoss] =
            switch (isHeavyEnough, isSystemSound) {
            case (true, false): own + bodies
            case (false, true): bodies + own
            case (true, true), (false, false):
                (bodies + own).sorted { $0.isMore(than: $1) }
            }
        var seen: Set<Int> = []
        return ordered.map(\.node).filter { seen.insert($0).inserted }
    }

    private var systemLosses: [CriterionLoss] {
        system.compactMap { criterion in
            guard criterion.score < rule.established else { return nil }
            var points = WideSum()
            points.add(rule.established)
            points.add(criterion.score.negated)
            let loss = try? points.divided(by: Int128(max(1, ground.observed)))
            return CriterionLoss(node: criterion.node, points: loss ?? .zero)
        }
    }

    /// Over all bodies that did not attain the stage; without any weight each counts as much.
    private var losses: [CriterionLoss] {
        let isWeighed = ground.weight.sign > 0
        var sums: [Int: WideSum] = [:]
        var whole = WideSum()
        for body in bodies {
            guard let weight = isWeighed ? body.weight : .one else { continue }
            whole.add(weight)
            guard body.verdict.standings[stage] != .attained else { continue }
            let unit = reading.assessment.unit(body: body.body, period: period)
            for cell in body.cells {
                let criteria = reading.criteria(of: cell[stage].node, at: unit)
                let losses = criteria.losses(
                    to: rule.established, ofMeanOf: body.stages[stage].assessed)
                for loss in losses {
                    sums[loss.node, default: WideSum()].add(loss.points, times: weight)
                }
            }
        }
        return sums.map { node, sum in
            CriterionLoss(node: node, points: RollUp.mean(sum, whole) ?? .zero)
        }
    }
}

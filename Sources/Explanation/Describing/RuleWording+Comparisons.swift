internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology

/// Scores by a target, and by where a value stands among others.
extension RuleWording {
    func contents(
        of rule: Node.TargetAchievement, _ node: Node
    ) -> [Paragraph.Content] {
        let full = figure(rule.full)
        var lines: [Phrase] = []
        if let credit = rule.credit {
            lines.append(phrases.scoreAchievementCredit(credit: said(credit)))
            if !credit.expression.parts.isEmpty { lines.append(formula(credit).code) }
        } else if rule.baseline != nil {
            lines.append(phrases.scoreAchievementWay(full: full))
        } else {
            lines.append(
                rule.isLowerBetter
                    ? phrases.scoreAchievementLower(full: full)
                    : phrases.scoreAchievementHigher(full: full))
        }
        if rule.least != .zero {
            lines.append(phrases.scoreAchievementFrom(least: figure(rule.least)))
        }
        lines.append(phrases.scoreTarget(target: edge(rule.target)))
        if let baseline = rule.baseline {
            lines.append(phrases.scoreBaseline(baseline: edge(baseline)))
        }
        for trap in Node.TargetAchievement.Trap.allCases {
            guard let outcome = rule.traps[trap] else { continue }
            lines.append(self.trap(trap, self.outcome(outcome, of: rule)))
        }
        return lines.map { .line($0, depth: 0) } + held(rule.floor, rule.cap)
    }

    private func trap(_ trap: Node.TargetAchievement.Trap, _ outcome: Phrase) -> Phrase {
        switch trap {
        case .zeroTarget: phrases.scoreTrapZeroTarget(outcome: outcome)
        case .zeroActual: phrases.scoreTrapZeroActual(outcome: outcome)
        case .flatTarget: phrases.scoreTrapFlatTarget(outcome: outcome)
        }
    }

    private func outcome(
        _ outcome: Node.TargetAchievement.Outcome, of rule: Node.TargetAchievement
    ) -> Phrase {
        switch outcome {
        case .score(let score, _): phrases.scoreTrapScore(score: figure(score))
        case .allOrNothing:
            phrases.scoreTrapAllOrNothing(full: figure(rule.full), least: figure(rule.least))
        case .noScore(let state, let reason):
            phrase(reason).map { phrases.scoreTrapNone(state: self.state(state), reason: $0) }
                ?? self.state(state)
        }
    }

    // MARK: Among bodies

    func contents(of rule: Node.Comparison, _ node: Node) -> [Paragraph.Content] {
        var lines = [Phrase(among(rule))]
        switch rule.kind {
        case .minMax(let scale):
            lines.append(
                phrases.scoreMinMax(least: figure(scale.least), greatest: figure(scale.greatest)))
        case .rank(let ties, let isBorda):
            lines += [
                Phrase(isBorda ? phrases.scoreBorda : phrases.scoreRank), self.ties(ties),
            ]
        case .percentileRank(let ties, let scale):
            lines += [
                phrases.scorePercentile(
                    least: figure(scale.least), greatest: figure(scale.greatest)),
                self.ties(ties),
            ]
        case .zScore(let score): lines += self.lines(of: score)
        case .quota(let quota): lines += self.lines(of: quota, node)
        case .fractionOfMax(let line), .distanceToReference(_, let line),
            .distanceToTarget(let line):
            lines += self.lines(of: rule, line)
        }
        if let constant = rule.constant { lines.append(Phrase(self.constant(constant))) }
        var contents: [Paragraph.Content] = lines.map { .line($0, depth: 0) }
        if case .zScore(let score) = rule.kind { contents += held(score.floor, score.cap) }
        if let line = rule.kind.openLine { contents += held(line.floor, line.cap) }
        return contents
    }

    private func lines(of rule: Node.Comparison, _ line: Node.Comparison.OpenLine) -> [Phrase] {
        let (least, greatest) = (figure(line.ends.least), figure(line.ends.greatest))
        var lines: [Phrase]
        switch rule.kind {
        case .distanceToReference(let body, _):
            lines = [
                phrases.scoreDistanceToReference(
                    body: .code(body), least: least, greatest: greatest)
            ]
        case .distanceToTarget:
            lines = [phrases.scoreDistanceToTarget(least: least, greatest: greatest)]
        default: lines = [phrases.scoreFractionOfMax(least: least, greatest: greatest)]
        }
        if let target = rule.target { lines.append(phrases.scoreTarget(target: edge(target))) }
        return lines + [Phrase(phrases.scoreDivisorZero)]
    }

    private func among(_ rule: Node.Comparison) -> String {
        switch (rule.reach, rule.isHigherBetter) {
        case (.bodies, true): phrases.scoreOverBodiesHigher
        case (.bodies, false): phrases.scoreOverBodiesLower
        case (.peers, true): phrases.scoreOverPeersHigher
        case (.peers, false): phrases.scoreOverPeersLower
        }
    }

    private func ties(_ ties: Node.Comparison.Ties) -> Phrase {
        switch ties {
        case .lowest: Phrase(phrases.scoreTiesLowest)
        case .highest: Phrase(phrases.scoreTiesHighest)
        case .mean: phrases.scoreTiesMean(mean: figure(exact: "2.5"))
        }
    }

    private func constant(_ constant: Node.Comparison.Constant) -> String {
        switch constant {
        case .missing: phrases.scoreConstantMissing
        case .worst: phrases.scoreConstantWorst
        case .best: phrases.scoreConstantBest
        case .middle: phrases.scoreConstantMiddle
        }
    }

    private func lines(of score: Node.Comparison.ZScore) -> [Phrase] {
        let deviation =
            score.deviation == .sample
            ? phrases.scoreDeviationSample : phrases.scoreDeviationPopulation
        return [
            phrases.scoreZ(mean: figure(score.atMean), points: figure(score.perDeviation)),
            Phrase(deviation),
        ]
    }

    private func lines(of quota: Node.Comparison.Quota, _ node: Node) -> [Phrase] {
        let shares = quota.shares.map {
            "\(score($0.score, of: node)) \(share($0.share))" as Phrase
        }
        let counts =
            switch quota.counts {
            case .down: phrases.scoreQuotaDown
            case .up: phrases.scoreQuotaUp
            case .halfUp: phrases.scoreQuotaHalfUp
            }
        let ties = quota.ties == .better ? phrases.scoreQuotaBetter : phrases.scoreQuotaWorse
        return [
            phrases.scoreQuota(shares: shares.joined(separator: separator)), Phrase(counts),
            Phrase(ties),
        ]
    }
}

internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// How a value compares with those of other bodies, in words.
extension TraceWriter {
    /// As in `min-max among 38 bodies: 0.2 → 0, 0.9 → 1; 0.5 earns 0.43 (exactly …)`.
    func compared(
        _ rule: Node.Comparison, _ step: ComparisonStep, _ value: Fixed, _ score: Fixed?
    ) -> Phrase {
        let kind = Phrase(word(rule.kind))
        let among =
            rule.reach == .peers
            ? phrases.amongPeers(rule: kind, bodies: step.bodies)
            : phrases.amongBodies(rule: kind, bodies: step.bodies)
        let isRank =
            switch rule.kind {
            case .rank, .quota: true
            case .minMax, .percentileRank, .zScore, .fractionOfMax, .distanceToReference,
                .distanceToTarget:
                false
            }
        if let line = rule.kind.openLine {
            return measured(among, rule, line, step, value, score)
        }
        guard step.least < step.greatest || isRank else {
            let earns = earns(exactly(value), score)
            return rule.constant.map {
                phrases.sameValueConstant(
                    among: among, constant: Phrase(word($0)), earns: earns)
            } ?? phrases.sameValue(among: among, earns: earns)
        }
        return compared(among, rule, step, value, score)
    }

    private func compared(
        _ among: Phrase, _ rule: Node.Comparison, _ step: ComparisonStep, _ value: Fixed,
        _ score: Fixed?
    ) -> Phrase {
        let better = rule.isHigherBetter ? phrases.higherIsBetter : phrases.lowerIsBetter
        let plain = exactly(value)
        let ranked =
            step.rank.map { phrases.hasRankAnd(value: plain, rank: wording.figure($0)) } ?? plain
        switch rule.kind {
        case .fractionOfMax, .distanceToReference, .distanceToTarget: return among
        case .zScore(let zScore):
            let figures = self.figures(zScore, step).joined(separator: ", ")
            let how: Phrase = figures.isEmpty ? Phrase(better) : "\(figures), \(better)"
            return wording.then(wording.named(among, how), earns(plain, score))
        case .minMax(let scale):
            let ends =
                rule.isHigherBetter
                ? (scale.least, scale.greatest) : (scale.greatest, scale.least)
            let worst: Phrase = "\(exactly(step.least)) → \(wording.figure(ends.0))"
            let best: Phrase = "\(exactly(step.greatest)) → \(wording.figure(ends.1))"
            let how: Phrase = "\(worst), \(best)"
            return wording.then(wording.named(among, how), earns(plain, score))
        case .quota(let quota):
            let shares = quota.shares.map { share -> Phrase in
                "\(percent(share.share)) \(wording.score(share.score, of: node))"
            }
            let how: Phrase = "\(among), \(shares.joined(separator: ", ")), \(better)"
            let grade = score.map { phrases.earns(value: ranked, score: told($0)) }
            return wording.named(how, grade ?? phrases.earnsNoGrade(value: ranked))
        case .percentileRank(_, let scale):
            let ends = phrases.ranksFromTo(
                least: wording.figure(scale.least), last: wording.figure(step.bodies),
                greatest: wording.figure(scale.greatest))
            let how = wording.named(among, "\(ends), \(better)")
            return wording.then(how, earns(ranked, score))
        case .rank:
            let how: Phrase = "\(among), \(phrases.oneForTheWorst), \(better)"
            return wording.named(how, earns(ranked, score))
        }
    }

    /// As in `distance-to-target among 38 bodies: 0.2 → 0, target 0.9 → 1; 0.5 earns 0.43`.
    private func measured(
        _ among: Phrase, _ rule: Node.Comparison, _ line: Node.Comparison.OpenLine,
        _ step: ComparisonStep, _ value: Fixed, _ score: Fixed?
    ) -> Phrase {
        let (worst, best) =
            rule.isHigherBetter ? (step.least, step.greatest) : (step.greatest, step.least)
        let from: Phrase
        let to: Phrase
        switch rule.kind {
        case .distanceToReference(let body, _):
            let position = assessment.evidence.bodies.firstIndex { $0.id == body }
            let name = position.map { wording.bodyName($0) } ?? .code(body)
            from = exactly(worst)
            to = phrases.markOfBody(body: name, value: exactly(step.mark ?? best))
        case .distanceToTarget:
            from = exactly(worst)
            to = phrases.markOfTarget(value: exactly(step.mark ?? best))
        default: (from, to) = (exactly(.zero), exactly(best))
        }
        let ends: Phrase =
            "\(from) → \(wording.figure(line.ends.least)), \(to) → \(wording.figure(line.ends.greatest))"
        return wording.then(
            wording.named(among, held(ends, line.floor, line.cap)), earns(exactly(value), score))
    }

    private func figures(_ rule: Node.Comparison.ZScore, _ step: ComparisonStep) -> [Phrase] {
        var figures: [Phrase] = []
        if let mean = step.mean {
            figures.append(
                phrases.meanAt(mean: exactly(mean), score: wording.figure(rule.atMean)))
        }
        if let deviation = step.deviation {
            let (deviation, points) = (exactly(deviation), wording.figure(rule.perDeviation))
            figures.append(
                rule.deviation == .sample
                    ? phrases.deviationOfSample(deviation: deviation, points: points)
                    : phrases.deviationOfPopulation(deviation: deviation, points: points))
        }
        return figures
    }

    private func earns(_ value: Phrase, _ score: Fixed?) -> Phrase {
        score.map { phrases.earns(value: value, score: exactly($0)) }
            ?? phrases.earnsNoScore(value: value)
    }

    private func word(_ kind: Node.Comparison.Kind) -> String {
        switch kind {
        case .minMax: phrases.comparisonMinMax
        case .rank(_, isBorda: false): phrases.comparisonRank
        case .rank: phrases.comparisonBorda
        case .percentileRank: phrases.comparisonPercentileRank
        case .zScore: phrases.comparisonZScore
        case .fractionOfMax: phrases.comparisonFractionOfMax
        case .distanceToReference: phrases.comparisonDistanceToReference
        case .distanceToTarget: phrases.comparisonDistanceToTarget
        case .quota: phrases.comparisonQuota
        }
    }

    private func word(_ constant: Node.Comparison.Constant) -> String {
        switch constant {
        case .missing: phrases.constantMissing
        case .worst: phrases.constantWorst
        case .best: phrases.constantBest
        case .middle: phrases.constantMiddle
        }
    }
}

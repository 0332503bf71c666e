internal import Arithmetic
internal import Domain
internal import Explanation
package import Improvement
package import Locales
internal import Scoring

/// What came of a question for a path, and how sure that is.
extension ImprovementWording {
    /// The finding: what it takes, that nothing is to be done, or that it cannot be had.
    ///
    /// - Parameters:
    ///   - result: What came of it.
    ///   - goal: What was asked for.
    /// - Returns: A phrase without a full stop.
    package func finding(_ result: PathResult, _ goal: Goal) -> Phrase {
        switch result {
        case .already(let from): already(goal, from)
        case .path(let path): finding(path)
        case .impossible: impossible(goal)
        }
    }

    /// What a path takes, as in `Ministry of Rivers attains “strategic” with 12 measures for 300 KZT`.
    package func finding(_ path: some FoundPath) -> Phrase {
        let (goal, count, cost) = (path.goal, path.chosen.count, money(path.cost))
        guard !goal.isDual || count > 0 else { return Phrase(texts.improveNothingMore) }
        let who = who(goal)
        let change = change(path.from, path.to, of: goal)
        switch goal {
        case .stage(_, let stage), .apparatus(let stage):
            return texts.improveStage(
                who: who, stage: self.stage(stage), measures: count, cost: cost)
        case .band(_, let node, let band):
            return texts.improveBand(
                who: who, band: self.band(band), node: wording.nodeName(node), measures: count,
                cost: cost)
        case .score(_, let node, let score):
            return texts.improveScore(
                who: who, score: exact(score), node: wording.nodeName(node), measures: count,
                cost: cost)
        case .best(_, let node):
            return texts.improveBest(
                who: who, node: wording.nodeName(node), measures: count, cost: cost,
                change: change)
        case .bestStage(_, let stage):
            return texts.improveBestStage(
                who: who, stage: self.stage(stage), measures: count, cost: cost, change: change)
        case .mostStaff(let stage):
            return texts.improveMostStaff(
                input: weightName, stage: self.stage(stage), measures: count, cost: cost,
                change: change)
        }
    }

    private func already(_ goal: Goal, _ from: Fraction?) -> Phrase {
        let who = who(goal)
        switch goal {
        case .stage(_, let stage), .apparatus(let stage):
            return texts.improveAlreadyStage(who: who, stage: self.stage(stage))
        case .band(_, let node, let band):
            return texts.improveAlreadyBand(
                who: who, band: self.band(band), node: wording.nodeName(node))
        case .score(_, let node, let score):
            return texts.improveAlreadyScore(
                who: who, score: exact(score), node: wording.nodeName(node))
        case .best, .bestStage, .mostStaff: return Phrase(texts.improveNothingMore)
        }
    }

    private func impossible(_ goal: Goal) -> Phrase {
        let who = who(goal)
        switch goal {
        case .stage(_, let stage), .apparatus(let stage):
            return texts.improveNotStage(who: who, stage: self.stage(stage))
        case .band(_, let node, let band):
            return texts.improveNotBand(
                who: who, band: self.band(band), node: wording.nodeName(node))
        case .score(_, let node, let score):
            return texts.improveNotScore(
                who: who, score: exact(score), node: wording.nodeName(node))
        case .best, .bestStage, .mostStaff: return texts.improveNotMore(who: who)
        }
    }

    /// What bodies are weighed by, as in `Staff`.
    var weightName: Phrase { stages?.weightName ?? Phrase([]) }

    // MARK: Proof

    /// How sure it is that nothing better exists: the bound and the gap where it is not proven.
    package func proof(_ path: some FoundPath) -> Phrase {
        guard case .notProven(let bound, let doubt) = path.proof else {
            return Phrase(path.goal.isDual ? texts.proofMost : texts.proofLeast)
        }
        let told = self.doubt(doubt)
        guard let bound else { return texts.proofNotKnown(doubt: told) }
        if path.goal.isDual {
            let most = Fraction(bound)
            guard path.to.map({ $0 < most }) ?? true else { return texts.proofNot(doubt: told) }
            return texts.proofNotMost(bound: figure(most, of: path.goal), doubt: told)
        }
        guard bound < path.cost, let gap = try? path.cost.subtracting(bound) else {
            return texts.proofNot(doubt: told)
        }
        let share = Phrase.share(Double(gap) / Double(path.cost), locale)
        return texts.proofNotLeast(bound: money(bound), gap: share, doubt: told)
    }

    /// Why it is not proven.
    package func doubt(_ doubt: Path.Doubt) -> Phrase {
        switch doubt {
        case .limit: Phrase(texts.doubtLimit)
        case .manyMeasures(let node): texts.doubtMany(node: wording.nodeName(node))
        case .population: Phrase(texts.doubtPopulation)
        case .outOfRange(let node): texts.doubtRange(node: wording.nodeName(node))
        }
    }

    // MARK: Beside a path

    /// A measure that could be added, as in `New training for 20 KZT: +1.2`.
    package func next(_ next: NextMeasure, _ goal: Goal) -> Phrase {
        texts.nextMeasure(
            names: measures(next.measures), cost: money(next.cost),
            gain: gain(next.gain, of: goal))
    }

    /// How much a measure may change before the path does.
    package func margin(_ margin: Margin) -> Phrase {
        let name = measure(margin.measure)
        let cost = money(catalogue.measures[margin.measure].measure.cost)
        guard margin.isChosen else {
            return margin.cost.map {
                texts.marginOther(measure: name, cost: cost, most: money($0))
            } ?? texts.marginNever(measure: name, cost: cost)
        }
        let told =
            margin.cost.map { texts.marginCost(measure: name, cost: cost, most: money($0)) }
            ?? texts.marginAnyCost(measure: name, cost: cost)
        return margin.effect.map { texts.marginEffect(told: told, share: share($0)) } ?? told
    }

    /// How much of its effect is enough, in a table.
    func effectMargin(_ least: Fraction) -> Phrase {
        let share = share(least)
        guard share.plain != self.share(Fraction(numerator: 1, denominator: 1)).plain else {
            return Phrase(texts.effectWhole)
        }
        return texts.effectEnough(share: share)
    }

    /// The cost at which the path changes, in a table.
    func costMargin(_ margin: Margin) -> Phrase {
        guard let cost = margin.cost else { return Phrase(texts.marginAtNone) }
        return margin.isChosen
            ? texts.marginAbove(cost: money(cost)) : texts.marginBelow(cost: money(cost))
    }
}

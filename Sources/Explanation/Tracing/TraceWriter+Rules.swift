internal import Arithmetic
internal import Locales
internal import Methodology
internal import Scoring

/// How a value became a score, in words.
extension TraceWriter {
    func rule(_ rule: AppliedRule, _ value: Fixed, _ score: Fixed) -> Phrase {
        switch rule {
        case .fixed(let rule): return self.rule(rule, value, score)
        case .knots(let knots):
            return self.rule(Node.ScoreRule.knots(knots), value, score)
        case .achievement(let achievement): return self.rule(achievement, value, score)
        case .settled(_, let rule, nil):
            let credit = held(Phrase(phrases.creditItself), rule.floor, rule.cap)
            return wording.named(credit, exactly(score))
        case .settled(_, let rule, let trap?):
            let word = Phrase.code(rule.traps[trap]?.word ?? "")
            return wording.named(
                Phrase(wording.sentence(trap)),
                phrases.trapWord(word: word, score: exactly(score)))
        }
    }

    /// As in `worst floor: 20`.
    func edge(_ edge: Trace.NamedSubstitution) -> Phrase {
        let substitution = edge.substitution
        let name: Phrase = "\(Phrase.code(edge.name)) \(Phrase.code(substitution.rule))"
        return substitution.rule == substitution.text
            ? name : wording.named(name, figures(substitution))
    }

    private func rule(
        _ achievement: AppliedRule.Achievement, _ value: Fixed, _ score: Fixed
    ) -> Phrase {
        let rule = achievement.rule
        if let trap = achievement.trap {
            let (trap, target) = (Phrase(wording.sentence(trap)), exactly(achievement.target))
            return achievement.isAchieved(value)
                ? phrases.trapAchieved(trap: trap, target: target, score: exactly(score))
                : phrases.trapNotAchieved(trap: trap, target: target, score: exactly(score))
        }
        let direction = rule.isLowerBetter ? phrases.lessIsBetter : phrases.moreIsBetter
        let part = held(part(achievement, value), rule.floor, rule.cap)
        return wording.named(wording.named(Phrase(direction), part), exactly(score))
    }

    /// As in `30 / 40 × 100`.
    private func part(_ achievement: AppliedRule.Achievement, _ value: Fixed) -> Phrase {
        let (rule, target) = (achievement.rule, exactly(achievement.target))
        let value = exactly(value)
        var part: Phrase = rule.isLowerBetter ? "\(target) / \(value)" : "\(value) / \(target)"
        if rule.baseline != nil {
            let from = exactly(achievement.baseline)
            part = "(\(value) - \(from)) / (\(target) - \(from))"
        }
        let (least, full) = (wording.figure(rule.least), wording.figure(rule.full))
        guard rule.least != .zero else { return "\(part) × \(full)" }
        return "\(least) + \(part) × (\(full) - \(least))"
    }

    private func rule(_ rule: Node.ScoreRule, _ value: Fixed, _ score: Fixed) -> Phrase {
        switch rule {
        case .asIs(let floor, let cap):
            let itself = held(Phrase(phrases.valueItself), floor, cap)
            return wording.named(itself, exactly(score))
        case .knots(let knots):
            let line = knots.map { knot -> Phrase in
                "\(wording.figure(knot.value)) → \(wording.figure(knot.score))"
            }
            return phrases.onTheLine(
                knots: line.joined(separator: ", "), earns: earns(value, score))
        case .points(let rows):
            let ranges = rows.map { row -> Phrase in
                "\(range(row.from, row.below)) → \(wording.score(row.points, of: node))"
            }
            return phrases.byRange(
                ranges: ranges.joined(separator: ", "),
                earns: phrases.earns(
                    value: exactly(value), score: wording.score(score, of: node)))
        case .line, .achievement, .comparison: return earns(value, score)
        }
    }

    private func earns(_ value: Fixed, _ score: Fixed) -> Phrase {
        phrases.earns(value: exactly(value), score: exactly(score))
    }

    /// As in `the value itself, held to at least 0 and at most 100`.
    func held(_ rule: Phrase, _ floor: Fixed?, _ cap: Fixed?) -> Phrase {
        let (least, most) = (floor.map { wording.figure($0) }, cap.map { wording.figure($0) })
        return switch (least, most) {
        case (let least?, let most?):
            phrases.heldBetween(rule: rule, least: least, most: most)
        case (let least?, nil): phrases.heldToLeast(rule: rule, least: least)
        case (nil, let most?): phrases.heldToMost(rule: rule, most: most)
        case (nil, nil): rule
        }
    }

    private func range(_ from: Fixed?, _ below: Fixed?) -> Phrase {
        switch (from.map { wording.figure($0) }, below.map { wording.figure($0) }) {
        case (let from?, let below?): phrases.rangeFromBelow(from: from, below: below)
        case (let from?, nil): phrases.rangeFrom(from: from)
        case (nil, let below?): phrases.rangeBelow(below: below)
        case (nil, nil): Phrase(phrases.rangeAny)
        }
    }
}

extension Node.TargetAchievement.Outcome {
    /// As it is written.
    fileprivate var word: String {
        switch self {
        case .score(_, let word): word
        case .allOrNothing: "all-or-nothing"
        case .noScore(let state, _): state.rawValue
        }
    }
}

internal import Arithmetic
internal import Methodology
internal import Scoring

/// How a value became a score, in words.
extension TraceWriter {
    func rule(_ rule: AppliedRule, _ value: Fixed, _ score: Fixed) -> String {
        switch rule {
        case .fixed(let rule): return self.rule(rule, value, score)
        case .knots(let knots):
            return self.rule(Node.ScoreRule.knots(knots), value, score)
        case .achievement(let achievement): return self.rule(achievement, value, score)
        case .settled(_, let rule, nil):
            return "the credit\(Self.held(rule.floor, rule.cap)): \(exactly(score))"
        case .settled(_, let rule, let trap?):
            return "\(trap.sentence): \(rule.traps[trap]?.word ?? ""), \(exactly(score))"
        }
    }

    /// As in `worst = floor = 20`.
    func edge(_ edge: Trace.NamedSubstitution) -> String {
        let text = edge.substitution.text
        guard edge.substitution.rule != text else { return "\(edge.name) \(text)" }
        return "\(edge.name) \(edge.substitution.rule): \(text)"
    }

    private func rule(
        _ achievement: AppliedRule.Achievement, _ value: Fixed, _ score: Fixed
    ) -> String {
        let rule = achievement.rule
        if let trap = achievement.trap {
            let verb = achievement.isAchieved(value) ? "is" : "is not"
            return "\(trap.sentence), and the target of \(exactly(achievement.target)) \(verb) "
                + "achieved: \(exactly(score))"
        }
        let direction = rule.isLowerBetter ? "less is better" : "more is better"
        return "\(direction): \(part(achievement, value))\(Self.held(rule.floor, rule.cap)): "
            + exactly(score)
    }

    /// As in `30 / 40 × 100`.
    private func part(_ achievement: AppliedRule.Achievement, _ value: Fixed) -> String {
        let (rule, target) = (achievement.rule, exactly(achievement.target))
        let value = exactly(value)
        var part = rule.isLowerBetter ? "\(target) / \(value)" : "\(value) / \(target)"
        if rule.baseline != nil {
            let from = exactly(achievement.baseline)
            part = "(\(value) - \(from)) / (\(target) - \(from))"
        }
        guard rule.least != .zero else { return "\(part) × \(rule.full)" }
        return "\(rule.least) + \(part) × (\(rule.full) - \(rule.least))"
    }

    private func rule(_ rule: Node.ScoreRule, _ value: Fixed, _ score: Fixed) -> String {
        switch rule {
        case .asIs(let floor, let cap):
            return "the value itself\(Self.held(floor, cap)): \(exactly(score))"
        case .knots(let knots):
            let line = knots.map { "\($0.value) → \($0.score)" }.joined(separator: ", ")
            return "on the line through \(line): \(exactly(value)) earns \(exactly(score))"
        case .points(let rows):
            let line = rows.map { "\(Self.range($0.from, $0.below)) → \(node.text($0.points))" }
            let earned = node.text(score)
            return "by range (\(line.joined(separator: ", "))): \(exactly(value)) earns \(earned)"
        case .line, .achievement, .comparison: return "\(exactly(value)) earns \(exactly(score))"
        }
    }

    /// As in `, held to at least 0 and at most 100`.
    private static func held(_ floor: Fixed?, _ cap: Fixed?) -> String {
        var limits: [String] = []
        if let floor { limits.append("at least \(floor)") }
        if let cap { limits.append("at most \(cap)") }
        return limits.isEmpty ? "" : ", held to \(limits.joined(separator: " and "))"
    }

    private static func range(_ from: Fixed?, _ below: Fixed?) -> String {
        switch (from, below) {
        case (let from?, let below?): "from \(from) below \(below)"
        case (let from?, nil): "from \(from)"
        case (nil, let below?): "below \(below)"
        case (nil, nil): "any"
        }
    }
}

extension Node.TargetAchievement.Trap {
    /// In a sentence without a full stop.
    var sentence: String {
        switch self {
        case .zeroTarget: "the target is zero"
        case .zeroActual: "the value is zero"
        case .flatTarget: "the target is no better than the baseline"
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

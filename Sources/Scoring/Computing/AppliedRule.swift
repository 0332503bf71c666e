public import Arithmetic
public import Methodology

/// A score rule with the edges that were computed for one body and period.
public enum AppliedRule: Sendable {
    /// Nothing had to be computed.
    case fixed(Node.ScoreRule)
    /// Straight lines through these knots, which rise by value.
    case knots([Node.Knot])
    /// A target and where the way to it begins.
    indirect case achievement(Achievement)
    /// The same score whatever the value is: a credit, or where a target says nothing.
    indirect case settled(Fixed, Node.TargetAchievement, Node.TargetAchievement.Trap?)

    /// The numbers of a target achievement.
    public struct Achievement: Sendable {
        /// The rule.
        public let rule: Node.TargetAchievement
        /// What is to be achieved.
        public let target: Fixed
        /// Where the way to it begins; 0 where nothing else is said.
        public let baseline: Fixed
        /// Where no part of a way can be told, and the score is all or nothing.
        public let trap: Node.TargetAchievement.Trap?
        let numbers: NumberKind
    }

    /// The score a value earns.
    func score(_ value: Fixed, _ numbers: NumberKind) throws(ArithmeticError) -> Fixed {
        switch self {
        case .fixed(let rule): return try rule.score(value, numbers)
        case .knots(let knots): return try Node.ScoreRule.knots(knots).score(value, numbers)
        case .achievement(let achievement): return try achievement.score(value)
        case .settled(let score, _, _): return score
        }
    }

    /// The least and the greatest score the values of an interval earn; `nil` for any.
    func bounds(_ values: Bounds, _ numbers: NumberKind) throws(ArithmeticError) -> Bounds? {
        switch self {
        case .fixed(let rule): return try rule.bounds(values, numbers)
        case .knots(let knots): return try Node.ScoreRule.knots(knots).bounds(values, numbers)
        case .achievement(let achievement): return try achievement.bounds(values)
        case .settled(let score, _, let trap):
            // What is written as a formula follows no interval.
            guard values.isClosed || trap == .zeroTarget || trap == .flatTarget else { return nil }
            return Bounds(score, score)
        }
    }
}

extension AppliedRule.Achievement {
    /// Whether the value is as good as the target.
    public func isAchieved(_ value: Fixed) -> Bool {
        rule.isLowerBetter ? value <= target : value >= target
    }

    func score(_ value: Fixed) throws(ArithmeticError) -> Fixed {
        guard trap == nil else { return isAchieved(value) ? rule.full : rule.least }
        return try credit(value).held(from: rule.floor, to: rule.cap)
    }

    /// What the value earns before it is held: the least score, and the part of the way.
    ///
    ///     more is better: (value − baseline) / (target − baseline)
    ///     less is better, without a baseline: target / value
    public func credit(_ value: Fixed) throws(ArithmeticError) -> Fixed {
        try numbers.result(of: Credit(achievement: self, value: value))
    }

    /// Between two values the score rises or falls throughout, unless a trap lies between.
    func bounds(_ values: Bounds) throws(ArithmeticError) -> Bounds? {
        let isInverse = rule.isLowerBetter && rule.baseline == nil && trap == nil
        if isInverse, !values.isClosed, values.lower <= .zero, .zero <= values.upper { return nil }
        let scores = [try score(values.lower), try score(values.upper)]
        return Bounds(min(scores[0], scores[1]), max(scores[0], scores[1]))
    }
}

/// What a value earns of a target.
private struct Credit: Step {
    let achievement: AppliedRule.Achievement
    let value: Fixed

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        let rule = achievement.rule
        let made = try N(value).subtracting(N(achievement.baseline))
        let whole = try N(achievement.target).subtracting(N(achievement.baseline))
        let isInverse = rule.isLowerBetter && rule.baseline == nil
        let part = try isInverse ? whole.divided(by: made) : made.divided(by: whole)
        let height = try N(rule.full).subtracting(N(rule.least))
        return try N(rule.least).adding(height.multiplied(by: part))
    }
}

internal import Arithmetic
internal import Methodology

/// The values of a node for the bodies of one group, which a value is compared with.
struct Distribution: Sendable {
    /// Rising; at least one.
    private let values: [Fixed]
    /// The exact variance, where the score rule needs it; `nil` of one value as a sample as well.
    let variance: BigFraction?

    /// Fails without a value.
    init?(_ values: [Fixed], for kind: Node.Comparison.Kind) {
        guard !values.isEmpty else { return nil }
        self.values = values.sorted()
        if case .zScore(let rule) = kind {
            variance = Deviation.variance(of: values, isSample: rule.deviation == .sample)
        } else {
            variance = nil
        }
    }

    /// The sum of the values.
    var sum: WideSum {
        var sum = WideSum()
        for value in values { sum.add(value) }
        return sum
    }

    var count: Int { values.count }
    var least: Fixed { values[0] }
    var greatest: Fixed { values[values.count - 1] }
    var isConstant: Bool { least == greatest }

    /// The rank of one of the values, 1 for the worst.
    func rank(
        of value: Fixed, isHigherBetter: Bool, _ ties: Node.Comparison.Ties
    ) throws(ArithmeticError) -> Fixed {
        let below = index { $0 < value }
        let notAbove = index { $0 <= value }
        let (worse, notBetter) =
            isHigherBetter ? (below, notAbove) : (count - notAbove, count - below)
        switch ties {
        case .lowest: return Fixed(worse + 1)
        case .highest: return Fixed(notBetter)
        case .mean:
            var sum = WideSum()
            sum.add(Fixed(worse + 1))
            sum.add(Fixed(notBetter))
            return try sum.divided(by: 2)
        }
    }

    /// How many of the values come first, of which the condition holds.
    private func index(_ isBefore: (Fixed) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Where a value stands among those it is compared with.
struct Standing {
    /// The score; `nil` where there is none.
    var score: Fixed?
    /// The rank, where the rule takes one.
    var rank: Fixed?
    /// Why there is no score.
    var obstacle: Reason?
}

extension Node.Comparison {
    /// Where one of the values stands; without a score where nothing tells them apart.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - others: All values that are compared, this one included.
    ///   - mark: The value of the reference body, or the target.
    ///   - numbers: What steps are counted with.
    /// - Returns: The score, or why there is none.
    /// - Throws: ``ArithmeticError/overflow`` for scores of 10^20 or more.
    func standing(
        _ value: Fixed, among others: Distribution, mark: Fixed?, _ numbers: NumberKind
    ) throws(ArithmeticError) -> Standing {
        if let line = kind.openLine {
            return try measured(value, among: others, mark: mark, line, numbers)
        }
        let (score, rank) = try score(value, among: others, numbers)
        return Standing(score: score, rank: rank, obstacle: .constant(bodies: others.count))
    }

    private func score(
        _ value: Fixed, among others: Distribution, _ numbers: NumberKind
    ) throws(ArithmeticError) -> (score: Fixed?, rank: Fixed?) {
        switch kind {
        case .fractionOfMax, .distanceToReference, .distanceToTarget:
            preconditionFailure("these rules have a line of their own")
        case .zScore(let rule):
            guard !others.isConstant, let variance = others.variance else {
                return (constant == .middle ? rule.atMean : try constantScore(rule.ends), nil)
            }
            let score = try numbers.result(
                of: Standardised(
                    rule: rule, value: value, sum: others.sum, count: Int128(others.count),
                    variance: variance, isHigherBetter: isHigherBetter))
            return (score.held(from: rule.floor, to: rule.cap), nil)
        case .quota(let quota):
            let score = try quota.score(value, among: others, isHigherBetter: isHigherBetter)
            let rank = try others.rank(of: value, isHigherBetter: isHigherBetter, .lowest)
            return (score, rank)
        case .minMax(let scale):
            if others.isConstant { return (try constantScore(scale), nil) }
            let (least, greatest) =
                isHigherBetter ? (scale.least, scale.greatest) : (scale.greatest, scale.least)
            return (
                try Self.line(
                    from: (others.least, least), to: (others.greatest, greatest), at: value,
                    numbers), nil
            )
        case .rank(let ties, let isBorda):
            let rank = try others.rank(of: value, isHigherBetter: isHigherBetter, ties)
            return (isBorda ? try rank.subtracting(.one) : rank, rank)
        case .percentileRank(let ties, let scale):
            if others.isConstant { return (try constantScore(scale), nil) }
            let rank = try others.rank(of: value, isHigherBetter: isHigherBetter, ties)
            return (
                try Self.line(
                    from: (.one, scale.least), to: (Fixed(others.count), scale.greatest), at: rank,
                    numbers),
                rank
            )
        }
    }

    private func constantScore(_ scale: Node.Scale) throws(ArithmeticError) -> Fixed? {
        switch constant {
        case .worst: return scale.least
        case .best: return scale.greatest
        case .middle:
            var sum = WideSum()
            sum.add(scale.least)
            sum.add(scale.greatest)
            return try sum.divided(by: 2)
        case .missing, nil: return nil
        }
    }

    private static func line(
        from: (Fixed, Fixed), to: (Fixed, Fixed), at value: Fixed,
        _ numbers: NumberKind
    ) throws(ArithmeticError) -> Fixed {
        let knots = [from, to].map { Node.Knot($0.0, earns: $0.1) }
        return try Node.ScoreRule.knots(knots).score(value, numbers)
    }
}

/// A z-score in points.
///
///     score = at-mean ± per-deviation · (value − mean) / deviation
private struct Standardised: Step {
    let rule: Node.Comparison.ZScore
    let value: Fixed
    let sum: WideSum
    let count: Int128
    let variance: BigFraction
    let isHigherBetter: Bool

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        let above = try N(value).subtracting(N(sum, dividedBy: count))
        let points = try N(rule.perDeviation).multiplied(by: above)
            .divided(by: N(rootOf: variance))
        return try N(rule.atMean).adding(isHigherBetter ? points : points.negated)
    }
}

/// What the values of a group are like, for a trace.
struct Moment: Step {
    let sum: WideSum
    let count: Int128
    /// Asks for its root in the place of the mean.
    let variance: BigFraction?

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        if let variance { return N(rootOf: variance) }
        return try N(sum, dividedBy: count)
    }
}

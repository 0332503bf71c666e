internal import Arithmetic
internal import Evidence
internal import Methodology
internal import Scoring

/// Walks down one body's tree and finds what moved a score since an earlier assessment.
///
/// Where a value is a sum of what its children bring, the parts add up to the move: a child that
/// counts in both brings its weight now times its move. Of a mean, one that came brings
///
///     weight now · (its score − the mean of those that stayed, at their earlier scores)
///
/// and one that went the same with its earlier weight, the other way round; where none stayed,
/// the earlier mean stands there. What is left, as where weights are others, moved only together. Of any other rule, a child's part is what the
/// value loses when that child alone has its earlier score again.
struct ChangeWalk {
    let assessment: Assessment
    let unit: Int
    let before: EarlierUnit
    private(set) var parts: [(ScoreChange.Cause, BigFraction)] = []

    private var plan: Plan { assessment.plan }

    init(assessment: Assessment, unit: Int, before: EarlierUnit) {
        self.assessment = assessment
        self.unit = unit
        self.before = before
    }

    /// Adds the parts of a node's move, in points of the node that is asked about.
    mutating func node(
        _ node: Int, now: Fixed, was: Fixed, share: BigFraction
    ) throws(ArithmeticError) {
        let move = try Self.difference(now, was).multiplied(by: share)
        guard !plan.nodes[node].children.isEmpty else { return add(.node(node), move) }
        let computation = assessment.computation(of: node, at: unit)
        let earlier = before.computation(node)
        guard !plan.nodes[node].isGraded,
            let value = computation.value, let earlierValue = before.value(node, plan),
            !computation.outcome.isFilled, !(earlier?.outcome.isFilled ?? false)
        else {
            add(.node(node), move)
            return
        }
        let valueMove = try Self.difference(value, earlierValue).multiplied(by: share)
        if let made = computation.aggregate, made.kind.isSum {
            try children(
                node, made, earlier?.aggregate, valueMove, earlierValue, share)
        } else {
            try alone(node, computation, value, valueMove, share)
        }
        try steps(node, computation, earlier, try move.subtracting(valueMove), share)
    }

    // MARK: Sums

    /// A child as it counts at one time.
    private struct Counted {
        let factor: BigFraction?
        let score: Fixed
        /// Whether that is its own score, so that its own parts explain it.
        let isOwn: Bool
    }

    private mutating func children(
        _ node: Int, _ made: AggregateComputation, _ earlier: AggregateComputation?,
        _ move: BigFraction, _ earlierValue: Fixed, _ share: BigFraction
    ) throws(ArithmeticError) {
        let now = Self.counted(made)
        let then = earlier.map(Self.counted) ?? written(node)
        let isMean = if case .weightedMean = made.kind { true } else { false }
        var left = move
        var stayed = BigFraction(Fixed.zero)
        var came = BigFraction(Fixed.zero)
        for child in plan.nodes[node].children {
            guard let one = now[child], let factor = one.factor else { continue }
            guard let other = then[child] else {
                came = try came.adding(factor)
                continue
            }
            stayed = try stayed.adding(BigFraction(other.score).multiplied(by: factor))
            let own = try share.multiplied(by: factor)
            left = try left.subtracting(
                Self.difference(one.score, other.score).multiplied(by: own))
            if one.isOwn, other.isOwn {
                try self.node(child, now: one.score, was: other.score, share: own)
            } else {
                add(
                    .node(child),
                    try Self.difference(one.score, other.score).multiplied(by: own))
            }
        }
        let rest = try BigFraction(Fixed.one).subtracting(came)
        // The mean of those that stayed, at their earlier scores, or the earlier one where none
        // did; a sum has nothing of the kind.
        let mean =
            !isMean
            ? BigFraction(Fixed.zero)
            : rest.sign > 0 ? try stayed.divided(by: rest) : BigFraction(earlierValue)
        for child in plan.nodes[node].children where then[child] == nil {
            guard let one = now[child], let factor = one.factor else { continue }
            let part = try BigFraction(one.score).subtracting(mean)
                .multiplied(by: factor).multiplied(by: share)
            left = try left.subtracting(part)
            add(.node(child), part)
        }
        let gone = plan.nodes[node].children.filter { now[$0] == nil && then[$0] != nil }
        for child in gone {
            guard let one = then[child] else { continue }
            // From results alone the weight of the only one that went is what is left.
            var part = gone.count == 1 ? left : BigFraction(Fixed.zero)
            if let factor = one.factor {
                part = try mean.subtracting(BigFraction(one.score))
                    .multiplied(by: factor).multiplied(by: share)
            }
            left = try left.subtracting(part)
            add(.node(child), part)
        }
        addRest(.together(node), left, share)
    }

    private static func counted(_ made: AggregateComputation) -> [Int: Counted] {
        var counted: [Int: Counted] = [:]
        for child in made.children {
            guard let score = child.score, let factor = made.factor(of: child) else { continue }
            let isOwn = if case .countedAs = child.treatment { false } else { true }
            counted[child.node] = Counted(factor: factor, score: score, isOwn: isOwn)
        }
        return counted
    }

    /// The children that had a score, by results alone.
    private func written(_ node: Int) -> [Int: Counted] {
        var counted: [Int: Counted] = [:]
        for child in plan.nodes[node].children {
            guard let score = before.score(child, plan) else { continue }
            counted[child] = Counted(factor: nil, score: score, isOwn: true)
        }
        return counted
    }

    // MARK: Other rules

    private mutating func alone(
        _ node: Int, _ computation: Computation, _ value: Fixed, _ move: BigFraction,
        _ share: BigFraction
    ) throws(ArithmeticError) {
        let children = plan.nodes[node].children
        var left = move
        if children.count <= PointsLost.mostGains {
            for child in children {
                guard let was = before.figure(child, plan)?.score,
                    let now = assessment.columns[child]?.score(at: unit), now != was,
                    let other = assessment.value(of: node, with: [child: was], at: unit)
                else { continue }
                let part = try Self.difference(value, other).multiplied(by: share)
                left = try left.subtracting(part)
                add(.node(child), part)
            }
        }
        addRest(.together(node), left, share)
    }

    // MARK: Steps after the value

    private mutating func steps(
        _ node: Int, _ computation: Computation, _ earlier: Computation?, _ move: BigFraction,
        _ share: BigFraction
    ) throws(ArithmeticError) {
        guard let earlier, let scored = computation.scored, let was = earlier.scored,
            let value = computation.value, let before = earlier.value
        else { return add(.steps(node), move) }
        var left = move
        func part(_ now: Fixed, _ then: Fixed, _ from: Fixed, _ to: Fixed)
            throws(ArithmeticError) -> BigFraction
        {
            try Self.difference(now, then).subtracting(Self.difference(from, to))
                .multiplied(by: share)
        }
        let rule = try part(scored, value, was, before)
        add(.scoreRule(node), rule)
        left = try left.subtracting(rule)
        for index in plan.nodes[node].corrections.indices {
            let now = computation.corrections.first { $0.index == index }
            let then = earlier.corrections.first { $0.index == index }
            let correction = try part(
                now?.after ?? .zero, now?.before ?? .zero, then?.after ?? .zero,
                then?.before ?? .zero)
            add(.correction(node, index), correction)
            left = try left.subtracting(correction)
        }
        add(.rounding(node), left)
    }

    // MARK: Parts

    private mutating func add(_ cause: ScoreChange.Cause, _ points: BigFraction) {
        if points.sign != 0 { parts.append((cause, points)) }
    }

    /// Adds what is left, unless it is only what the eighteenth digit of two steps left.
    private mutating func addRest(
        _ cause: ScoreChange.Cause, _ points: BigFraction, _ share: BigFraction
    ) {
        let size = points.sign < 0 ? points.negated : points
        let least = BigFraction(numerator: 1, denominator: 100_000_000_000_000_000)
        // Shares of fractions without limit do not overflow.
        guard let noise = try? least.multiplied(by: share.sign < 0 ? share.negated : share),
            size.isLess(than: noise)
        else { return add(cause, points) }
    }

    private static func difference(
        _ one: Fixed, _ other: Fixed
    ) throws(ArithmeticError) -> BigFraction {
        try BigFraction(one).subtracting(BigFraction(other))
    }
}

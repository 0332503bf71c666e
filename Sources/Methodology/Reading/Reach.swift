internal import Arithmetic
internal import Domain
internal import Expressions

/// Between what the values and scores of nodes lie, as far as the declarations tell.
///
/// A range holds everything that can come out, and perhaps more: where nothing can be told it
/// has no limits.
struct Reach {
    let nodes: [Node]
    private let divisors: Divisors
    /// Before the score rule; one for each node.
    private(set) var values: [Interval]
    /// The score before each correction; one list for each node.
    private(set) var beforeCorrections: [[Interval]]
    /// What comes out; a score outside the scale is refused.
    private(set) var scores: [Interval]

    /// Carries ranges through the nodes, each after those it rests on.
    init(_ nodes: [Node], order: [Int], _ divisors: Divisors) {
        self.nodes = nodes
        values = nodes.map { _ in .all }
        beforeCorrections = nodes.map { _ in [] }
        scores = nodes.map { Interval(Fraction($0.scale.least), Fraction($0.scale.greatest)) }
        self.divisors = divisors
        for position in order { take(position) }
    }

    /// What the node's formulas can come to, with the scores that are known so far.
    var knownDivisors: Divisors {
        let scores = scores
        return Divisors(
            schema: divisors.schema, parameters: divisors.parameters, fields: divisors.fields,
            scores: { scores[$0] })
    }

    /// What holds wherever the rule of the node is looked at.
    func facts(_ node: Node) -> Facts { Facts(where: [node.appliesWhen].compactMap { $0 }) }

    private mutating func take(_ position: Int) {
        let node = nodes[position]
        if node.isHeading { return }
        // What is expected beside other values may lie beyond those that can be handed in, and a
        // logarithm anywhere; drawing in leaves no value outside of the others.
        let isAnywhere =
            !(node.substitute?.leaves.isEmpty ?? true) || node.treatment?.otherwise != nil
        values[position] = isAnywhere ? .all : value(node)
        var score = score(node.score, values[position])
        if let missing = node.missing {
            score = score.union(Interval(Fraction(missing.score), Fraction(missing.score)))
        }
        for correction in node.corrections {
            beforeCorrections[position].append(score)
            score = corrected(score, correction, node)
        }
        if let rounding = node.rounding {
            score = score.rounded(to: rounding.digits, rounding.mode)
        }
        let scale = scores[position]
        let held = score.intersection(
            node.mayExceed ? Interval(scale.least, nil) : scale)
        scores[position] = held.isEmpty ? scale : held
    }

    private func value(_ node: Node) -> Interval {
        switch node.content {
        case .heading: return .all
        case .formula(let formula, _):
            // A word stands for a number.
            if formula.expression.type.isCode { return Self.hull(node.coding) }
            return knownDivisors.range(formula.expression, facts(node))
        case .checklist(let list): return list.reach
        case .ladder(let ladder): return Self.hull(ladder.rungs.map(\.score) + [ladder.otherwise])
        case .aggregate(let aggregate): return value(aggregate, node)
        }
    }

    private func score(_ rule: Node.ScoreRule, _ value: Interval) -> Interval {
        switch rule {
        case .asIs(let floor, let cap):
            return value.atLeast(floor.map { Fraction($0) }).atMost(cap.map { Fraction($0) })
        case .knots(let knots): return Self.score(knots, value)
        case .points(let rows):
            return Self.hull(
                rows.filter { value.meets(from: $0.from, below: $0.below) }.map(\.points))
        case .line(let line): return Self.hull([line.scores.least, line.scores.greatest])
        case .achievement(let rule): return Self.score(rule)
        case .comparison(let comparison):
            switch comparison.kind {
            case .minMax(let scale), .percentileRank(_, let scale):
                return Self.hull([scale.least, scale.greatest])
            case .rank: return Interval(Interval.zero, nil)
            case .quota(let quota): return Self.hull(quota.shares.map(\.score))
            case .zScore(let rule):
                return Interval(rule.floor.map { Fraction($0) }, rule.cap.map { Fraction($0) })
            case .fractionOfMax(let line):
                return Interval(line.floor.map { Fraction($0) }, line.cap.map { Fraction($0) })
            case .distanceToReference(_, let line), .distanceToTarget(let line):
                // Nobody is worse than the worst, where the line begins.
                return Interval(Fraction(line.ends.least), nil)
                    .atLeast(line.floor.map { Fraction($0) }).atMost(line.cap.map { Fraction($0) })
            }
        }
    }

    private static func score(_ rule: Node.TargetAchievement) -> Interval {
        let held = Interval(rule.floor.map { Fraction($0) }, rule.cap.map { Fraction($0) })
        return rule.traps.values.reduce(held) { range, outcome in
            switch outcome {
            case .score(let score, _): range.union(hull([score]))
            case .allOrNothing: range.union(hull([rule.full, rule.least]))
            case .noScore: range
            }
        }
    }

    /// The extremes stand at the ends of the values or at knots between them.
    private static func score(_ knots: [Node.Knot], _ value: Interval) -> Interval {
        guard let first = knots.first, let last = knots.last else { return .all }
        var scores = knots.filter { value.contains(Fraction($0.value)) }.map { Fraction($0.score) }
        for (end, outer) in [(value.least, first), (value.greatest, last)] {
            guard let end, Fraction(first.value) < end, end < Fraction(last.value) else {
                let isBelow = end.map { $0 <= Fraction(first.value) } ?? (outer == first)
                scores.append(Fraction(isBelow ? first.score : last.score))
                continue
            }
            guard let score = interpolated(knots, end) else { return hull(knots.map(\.score)) }
            scores.append(score)
        }
        return Interval(scores.min(), scores.max())
    }

    /// `nil` where it does not fit.
    private static func interpolated(_ knots: [Node.Knot], _ value: Fraction) -> Fraction? {
        for (from, to) in zip(knots, knots.dropFirst()) where value <= Fraction(to.value) {
            let rise = try? Fraction(to.score).subtracting(Fraction(from.score))
            let run = try? Fraction(to.value).subtracting(Fraction(from.value))
            let way = try? value.subtracting(Fraction(from.value))
            guard let rise, let run, let way else { return nil }
            return try? Fraction(from.score).adding(rise.multiplied(by: way).divided(by: run))
                .reduced
        }
        return nil
    }

    private static func hull(_ scores: [Fixed]) -> Interval {
        let fractions = scores.map { Fraction($0) }
        return Interval(fractions.min(), fractions.max())
    }

    /// The score after a correction that may be applied, or not.
    private func corrected(
        _ score: Interval, _ correction: Node.Correction, _ node: Node
    ) -> Interval {
        let amount = amount(of: correction, node)
        let isSure = correction.when == nil && !correction.isNoneWhenUnknown
        let changed: Interval
        switch correction.kind {
        case .bonus: changed = score.adding(amount.atLeast(Interval.zero))
        case .penalty: changed = score.adding(amount.atLeast(Interval.zero).negated)
        case .cap, .gate: changed = score.least(with: amount)
        case .floor: changed = score.greatest(with: amount)
        }
        return isSure ? changed : score.union(changed)
    }

    /// The points of a bonus or penalty, held to the most there may be; otherwise the edge.
    func amount(of correction: Node.Correction, _ node: Node) -> Interval {
        var facts = facts(node)
        if let when = correction.when { facts.add(when.expression, true) }
        let amount = knownDivisors.range(correction.amount.expression, facts)
        guard let atMost = correction.atMost else { return amount }
        return amount.least(with: knownDivisors.range(atMost.expression, facts))
    }
}

extension Interval {
    /// Whether nothing lies in it.
    var isEmpty: Bool {
        guard let least, let greatest else { return false }
        return greatest < least
    }

    /// Whether a number of it lies in a range, whose upper end does not belong to it.
    func meets(from: Fixed?, below: Fixed?) -> Bool {
        if let greatest, let from, greatest < Fraction(from) { return false }
        if let least, let below, Fraction(below) <= least { return false }
        return true
    }

    func contains(_ value: Fraction) -> Bool {
        (least.map { $0 <= value } ?? true) && (greatest.map { value <= $0 } ?? true)
    }

    /// Held to a least number.
    func atLeast(_ floor: Fraction?) -> Interval {
        guard let floor else { return self }
        return greatest(with: Interval(floor, floor))
    }

    /// Held to a greatest number.
    func atMost(_ cap: Fraction?) -> Interval {
        guard let cap else { return self }
        return least(with: Interval(cap, cap))
    }

    /// The lesser one of a number here and one there.
    func least(with other: Interval) -> Interval {
        let least = self.least.flatMap { own in other.least.map { Swift.min(own, $0) } }
        return Interval(least, [greatest, other.greatest].compactMap { $0 }.min())
    }

    /// The greater one of a number here and one there.
    func greatest(with other: Interval) -> Interval {
        let greatest = self.greatest.flatMap { own in other.greatest.map { Swift.max(own, $0) } }
        return Interval([least, other.least].compactMap { $0 }.max(), greatest)
    }

    /// As in `0 … 50` or `from 20`, for error texts.
    var text: String {
        switch (least, greatest) {
        case (let least?, let greatest?) where least == greatest: "\(least)"
        case (let least?, let greatest?): "\(least) … \(greatest)"
        case (let least?, nil): "from \(least)"
        case (nil, let greatest?): "up to \(greatest)"
        case (nil, nil): "any number"
        }
    }
}

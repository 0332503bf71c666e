internal import Methodology

/// Scores by where a value stands among those of other bodies, in doubles.
struct Compared: Sendable {
    let kind: Kind
    /// The bodies that are compared with one another.
    let groups: [[Int]]
    /// Those of no group.
    let alone: [Int]
    let isHigherBetter: Bool
    let constant: Node.Comparison.Constant?

    /// How the score follows from the others.
    enum Kind: Sendable {
        case minMax(least: Double, greatest: Double)
        case rank(Node.Comparison.Ties, isBorda: Bool)
        case percentileRank(Node.Comparison.Ties, least: Double, greatest: Double)
        case zScore(ZScore)
        case open(OpenLine)
    }

    struct ZScore: Sendable {
        let isSample: Bool
        let atMean: Double
        let perDeviation: Double
        let floor: Double
        let cap: Double
        let least: Double
        let greatest: Double
    }

    /// Takes out those for whom a target is blank, before a missing rule is looked at.
    func takeOut(_ column: inout Column) {
        guard case .open(let line) = kind, case .targets(let targets, let blank) = line.to else {
            return
        }
        for body in targets.indices where column.marks[body] == .score && targets[body].isNaN {
            (column.scores[body], column.marks[body]) = (.nan, blank[body])
            (column.isFull, column.isOwn) = (false, false)
        }
    }

    func apply(to column: inout Column, _ work: inout Work) {
        for body in alone where column.marks[body] == .score {
            (column.scores[body], column.marks[body]) = (.nan, .missing)
        }
        for group in groups { apply(group, to: &column, &work) }
        column.settle()
    }

    private func apply(_ group: [Int], to column: inout Column, _ work: inout Work) {
        var count = 0
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for body in group where column.marks[body] == .score {
            work.order[count] = body
            count += 1
            least = min(least, column.scores[body])
            greatest = max(greatest, column.scores[body])
        }
        guard count > 0 else { return }
        switch kind {
        case .rank(let ties, let isBorda):
            rank(count, ties, column, &work)
            for place in 0..<count {
                let body = work.order[place]
                column.scores[body] = work.values[body] - (isBorda ? 1 : 0)
            }
        case .minMax(let low, let high):
            guard least < greatest else { return settle(low, high, nil, count, &column, work) }
            let (from, to) = isHigherBetter ? (low, high) : (high, low)
            for place in 0..<count {
                let body = work.order[place]
                column.scores[body] = Self.line(
                    column.scores[body], least, greatest, from: from, to: to)
            }
        case .percentileRank(let ties, let low, let high):
            guard least < greatest else { return settle(low, high, nil, count, &column, work) }
            rank(count, ties, column, &work)
            for place in 0..<count {
                let body = work.order[place]
                column.scores[body] = Self.line(
                    work.values[body], 1, Double(count), from: low, to: high)
            }
        case .open(let line): line.apply(count, isHigherBetter, least, greatest, &column, work)
        case .zScore(let rule):
            guard least < greatest, !rule.isSample || count > 1 else {
                return settle(rule.least, rule.greatest, rule.atMean, count, &column, work)
            }
            standardise(rule, count, &column, work)
        }
    }

    private static func line(
        _ value: Double, _ least: Double, _ greatest: Double, from: Double, to: Double
    ) -> Double {
        if value <= least { return from }
        if value >= greatest { return to }
        return from + (to - from) * (value - least) / (greatest - least)
    }

    /// What those have who all have the same value.
    private func settle(
        _ least: Double, _ greatest: Double, _ middle: Double?, _ count: Int,
        _ column: inout Column, _ work: Work
    ) {
        for place in 0..<count {
            let body = work.order[place]
            switch constant {
            case .worst: column.scores[body] = least
            case .best: column.scores[body] = greatest
            case .middle: column.scores[body] = middle ?? (least + greatest) / 2
            case .missing, nil: (column.scores[body], column.marks[body]) = (.nan, .missing)
            }
        }
    }

    /// Puts ranks into the memory, 1 for the worst.
    private func rank(
        _ count: Int, _ ties: Node.Comparison.Ties, _ column: Column, _ work: inout Work
    ) {
        Sorting.sort(&work.order, count: count, by: column.scores)
        var start = 0
        while start < count {
            let value = column.scores[work.order[start]]
            var end = start + 1
            while end < count, column.scores[work.order[end]] == value { end += 1 }
            let (worse, notBetter) = isHigherBetter ? (start, end) : (count - end, count - start)
            for place in start..<end {
                work.values[work.order[place]] =
                    switch ties {
                    case .lowest: Double(worse + 1)
                    case .highest: Double(notBetter)
                    case .mean: Double(worse + 1 + notBetter) / 2
                    }
            }
            start = end
        }
    }

    /// Makes z-scores.
    ///
    ///     score = at-mean ± per-deviation · (value − mean) / deviation
    private func standardise(
        _ rule: ZScore, _ count: Int, _ column: inout Column, _ work: Work
    ) {
        var sum = 0.0
        for place in 0..<count { sum += column.scores[work.order[place]] }
        let mean = sum / Double(count)
        var (squares, rest) = (0.0, 0.0)
        for place in 0..<count {
            let distance = column.scores[work.order[place]] - mean
            squares += distance * distance
            rest += distance
        }
        // The rest makes up for the mean's own rounding.
        let variance =
            (squares - rest * rest / Double(count)) / Double(rule.isSample ? count - 1 : count)
        let points = (isHigherBetter ? 1 : -1) * rule.perDeviation / variance.squareRoot()
        for place in 0..<count {
            let body = work.order[place]
            let score = rule.atMean + points * (column.scores[body] - mean)
            column.scores[body] = min(max(score, rule.floor), rule.cap)
        }
    }
}

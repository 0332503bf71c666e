internal import TestSupport

@testable internal import Improvement

/// One made-up criterion: an input, its score rule, and what measures do to the input.
struct RandomCriterion {
    enum Change {
        case addition(Int)
        case level(Int)
    }

    private enum Rule {
        case more(worst: Int, good: Int, best: Int)
        case less(best: Int, good: Int, worst: Int)
        case range(Int, Int, width: Int)
    }

    private let value: Int
    private let rule: Rule
    private(set) var changes: [(measure: Int, change: Change)] = []

    static func drawn(using generator: inout SeededGenerator) -> RandomCriterion {
        func within(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let (low, middle, high) = (within(0...20), within(30...60), within(70...100))
        let rule: Rule =
            switch within(1...100) {
            case ...70: .more(worst: low, good: middle, best: high)
            case ...88: .less(best: low, good: middle, worst: high)
            default: .range(middle, high, width: within(10...40))
            }
        return RandomCriterion(value: within(5...80), rule: rule)
    }

    private init(value: Int, rule: Rule) {
        (self.value, self.rule) = (value, rule)
    }

    mutating func act(_ change: Change, by measure: Int) {
        // Less is better for some, so signs are of the direction.
        let directed: Change =
            if case .less = rule {
                switch change {
                case .addition(let amount): .addition(-amount)
                case .level(let level): .level(100 - level)
                }
            } else {
                change
            }
        changes.append((measure, directed))
    }

    /// 0…10,000 with these measures: additions summed and held to 0…100 once, levels beside them, the
    /// best by score.
    func score(_ chosen: Set<Int>) -> Int {
        var (sum, levels) = (value, [Int]())
        for (measure, change) in changes where chosen.contains(measure) {
            switch change {
            case .addition(let amount): sum += amount
            case .level(let level): levels.append(level)
            }
        }
        return (levels + [min(max(sum, 0), 100)]).map(score(of:)).max() ?? 0
    }

    private func score(of value: Int) -> Int {
        switch rule {
        case .more(let worst, let good, let best):
            RandomCriterion.score(value - worst, good - worst, best - worst)
        case .less(let best, let good, let worst):
            RandomCriterion.score(worst - value, worst - good, worst - best)
        case .range(let low, let high, let width):
            max(0, 10_000 - max(low - value, value - high, 0) * 10_000 / width)
        }
    }

    /// 0 at nothing, 60 points at `good`, 100 at `best`.
    private static func score(_ way: Int, _ good: Int, _ best: Int) -> Int {
        if way <= 0 { return 0 }
        if way < good { return 6000 * way / good }
        return min(6000 + 4000 * (way - good) / (best - good), 10_000)
    }
}

/// One made-up cell: weighted criteria, the first of which is decisive.
struct RandomCell {
    var criteria: [RandomCriterion]

    static func drawn(using generator: inout SeededGenerator) -> RandomCell {
        let count = Int.random(in: 1...3, using: &generator)
        return RandomCell(
            criteria: (0..<count).map { _ in RandomCriterion.drawn(using: &generator) })
    }

    /// Those that change it, sorted.
    var measures: [Int] {
        Set(criteria.flatMap { $0.changes.map(\.measure) }).sorted()
    }

    /// What the measures chosen bring about.
    ///
    /// A cell contributes its score, in thousandths, and whether it is established: 70 points with no
    /// decisive criterion below 40, which holds it below 70; below 40 it is forbidden. A criterion of
    /// the system contributes its score alone.
    func state(
        _ chosen: Set<Int>, isCell: Bool, isValued: Bool
    ) -> (contributions: [Int128], value: Int128, isForbidden: Bool) {
        let weights = [[10], [6, 4], [5, 3, 2]][criteria.count - 1]
        let scores = criteria.map { $0.score(chosen) }
        var score = zip(weights, scores).reduce(0) { $0 + $1.0 * $1.1 }
        if scores[0] < 4000 { score = min(score, 69_900) }
        let value = isValued ? Int128(score) : 0
        guard isCell else { return ([Int128(score)], value, !isValued && score < 30_000) }
        return (
            [Int128(score), score >= 70_000 ? 1 : 0], value, !isValued && score < 25_000
        )
    }

    /// The table over all sets that needs and exclusions within it allow.
    func group(
        needs: [[Int]], exclusions: [[Int]],
        state: (Set<Int>) -> (contributions: [Int128], value: Int128, isForbidden: Bool)
    ) -> Problem.Group {
        let measures = measures
        let all = Set(measures)
        let states = (0..<UInt64(1) << measures.count).compactMap { members -> Problem.State? in
            let taken = measures.indices.filter { members >> $0 & 1 == 1 }.map { measures[$0] }
            let chosen = Set(taken)
            let isAllowed =
                taken.allSatisfy { all.intersection(needs[$0]).isSubset(of: chosen) }
                && exclusions.allSatisfy { chosen.intersection($0).count < 2 }
            guard isAllowed else { return nil }
            let found = state(chosen)
            return Problem.State(
                members: members, contributions: found.contributions, value: found.value,
                isForbidden: found.isForbidden)
        }
        return Problem.Group(measures: measures, states: states)
    }
}

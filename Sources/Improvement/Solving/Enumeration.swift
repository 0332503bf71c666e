/// Looks at every set of a problem of few measures.
///
/// Sets follow one another by one measure that is taken or left, so that only the groups that it acts
/// on are added up anew.
struct Enumeration {
    /// What one group's states come to, by the bits of its measures; what needs and exclusions rule
    /// out comes to nothing and is never looked at.
    private struct Table {
        let block: Int
        /// By set and row, then the value, then 1 for a forbidden state.
        let numbers: [Int128]
        /// Where the numbers of the present set begin.
        var place = 0
    }

    /// That a measure moves a table, and how far.
    private struct Move {
        let table: Int
        let step: Int
    }

    /// A set in the order of ties.
    private struct Find {
        let set: UInt32
        let reached: Int128
        let cost: Int64

        /// Whether it costs less, or has fewer measures, or the first of those that only one has.
        func comesBefore(_ other: Find) -> Bool {
            if cost != other.cost { return cost < other.cost }
            let (own, others) = (set.nonzeroBitCount, other.set.nonzeroBitCount)
            if own != others { return own < others }
            let parted = set ^ other.set
            return parted & (0 &- parted) & set != 0
        }
    }

    private let problem: Problem
    private let needs: [UInt32]
    private let rivals: [UInt32]
    /// What has to be in a set, and what must not be.
    private let forced: (taken: UInt32, left: UInt32)
    private let moves: [[Move]]
    private var tables: [Table] = []
    /// Of each block: what its rows come to above what is needed, its value, and its forbidden states.
    private var sums: [[Int128]]
    private var set: UInt32 = 0
    private var cost: Int64 = 0

    /// So many sets times blocks are looked at, and so many numbers kept, at most.
    private static let most = 1 << 22

    /// Fails where there are too many measures, blocks or numbers.
    ///
    /// - Parameters:
    ///   - problem: One whose sums have room; see ``Problem/hasSums``.
    ///   - count: So many measures at most.
    ///   - forcing: Measures that have to be in (`true`) or out (`false`).
    init?(_ problem: Problem, atMost count: Int, forcing: [Int: Bool]) {
        guard problem.measures.count <= min(count, 20),
            max(problem.blocks.count, 1) << problem.measures.count <= Self.most
        else { return nil }
        let numbers = problem.blocks.reduce(0) { sum, block in
            block.groups.reduce(sum) { $0 + (block.rows.count + 2) << $1.measures.count }
        }
        guard numbers <= Self.most else { return nil }
        self.problem = problem
        needs = problem.measures.map { Self.mask($0.needs) }
        rivals = problem.measures.indices.map { measure in
            problem.exclusions.filter { $0.contains(measure) }
                .reduce(0) { $0 | Self.mask($1.filter { $0 != measure }) }
        }
        forced = (
            Self.mask(forcing.filter(\.value).map(\.key)),
            Self.mask(forcing.filter { !$0.value }.map(\.key))
        )
        sums = problem.blocks.map { $0.rows.map { 0 - $0 } + [0, 0] }
        var moves = [[Move]](repeating: [], count: problem.measures.count)
        for (block, own) in problem.blocks.enumerated() {
            let width = own.rows.count + 2
            for group in own.groups {
                for (bit, measure) in group.measures.enumerated() {
                    moves[measure].append(Move(table: tables.count, step: width << bit))
                }
                let table = Table(block: block, numbers: Self.numbers(group, width))
                for row in 0..<width { sums[block][row] += table.numbers[row] }
                tables.append(table)
            }
        }
        self.moves = moves
    }

    private static func mask(_ measures: [Int]) -> UInt32 {
        measures.reduce(0) { $0 | 1 << UInt32($1) }
    }

    private static func numbers(_ group: Problem.Group, _ width: Int) -> [Int128] {
        var numbers = [Int128](repeating: 0, count: width << group.measures.count)
        for state in group.states {
            let own = state.contributions + [state.value, state.isForbidden ? 1 : 0]
            let start = Int(state.members) * width
            numbers.replaceSubrange(start..<start + width, with: own)
        }
        return numbers
    }

    /// The best of all sets.
    ///
    /// Two values that CBC would not tell apart count as equal.
    mutating func solved() -> Solved {
        guard var best = best(from: nil) else { return .infeasible }
        if problem.aim == .greatestValue {
            let least = best.reached.heldAdding(0 - problem.sameValue)
            if least < best.reached { best = self.best(from: least) ?? best }
        }
        let bound = if case .leastCost = problem.aim { Int128(best.cost) } else { best.reached }
        return .solution(
            Solution(
                chosen: problem.measures.indices.filter { best.set >> UInt32($0) & 1 == 1 },
                cost: best.cost, reached: best.reached, isOptimal: true, bound: bound))
    }

    /// The set that reaches most, or the first in the order of ties that reaches so much.
    private mutating func best(from least: Int128?) -> Find? {
        var best: Find?
        for step in 0..<UInt32(1) << UInt32(problem.measures.count) {
            // From one step to the next of a Gray code one measure differs.
            if step > 0 { turn(step.trailingZeroBitCount) }
            guard isAllowed, cost <= problem.budget ?? .max, let reached else { continue }
            let found = Find(set: set, reached: reached, cost: cost)
            guard let known = best else {
                if found.reached >= least ?? .min { best = found }
                continue
            }
            if least == nil, found.reached != known.reached {
                if found.reached > known.reached { best = found }
            } else if found.reached >= least ?? .min, found.comesBefore(known) {
                best = found
            }
        }
        // The last set of the code has one measure alone; without it the walk can begin anew.
        if set != 0 { turn(set.trailingZeroBitCount) }
        return best
    }

    private mutating func turn(_ measure: Int) {
        let bit = UInt32(1) << UInt32(measure)
        let isTaken = set & bit == 0
        set ^= bit
        cost += isTaken ? problem.measures[measure].cost : -problem.measures[measure].cost
        for move in moves[measure] {
            let old = tables[move.table].place
            let new = isTaken ? old + move.step : old - move.step
            tables[move.table].place = new
            let block = tables[move.table].block
            for row in sums[block].indices {
                sums[block][row] +=
                    tables[move.table].numbers[new + row] - tables[move.table].numbers[old + row]
            }
        }
    }

    private var isAllowed: Bool {
        guard forced.taken & ~set == 0, forced.left & set == 0 else { return false }
        var left = set
        while left != 0 {
            let measure = left.trailingZeroBitCount
            left &= left - 1
            guard needs[measure] & ~set == 0, rivals[measure] & set == 0 else { return false }
        }
        return true
    }

    /// What the set reaches of what the aim asks most of, 0 for the least cost; `nil` where it does
    /// not meet the conditions.
    private var reached: Int128? {
        var (value, weight) = (Int128(0), Int64(0))
        for (block, sum) in zip(problem.blocks, sums) {
            let rows = block.rows.count
            value += sum[rows]
            let isHeld =
                !block.isImpossible && sum[rows + 1] == 0
                && sum.prefix(rows).allSatisfy { $0 >= 0 }
            guard isHeld || !block.isRequired else { return nil }
            if isHeld, !block.isRequired { weight += block.weight }
        }
        return switch problem.aim {
        case .leastCost(let needed): weight >= needed ? 0 : nil
        case .greatestValue: value
        case .greatestWeight: Int128(weight)
        }
    }
}

extension Problem {
    /// Values that differ by no more count as equal: what CBC could not tell apart.
    fileprivate var sameValue: Int128 {
        let values = blocks.flatMap(\.groups).map { $0.states.map(\.value) }
        let scale = Scale(ofSums: values, limit: Scale.valueLimit)
        return scale.isExact ? 0 : scale.number(scale.doubt)
    }
}

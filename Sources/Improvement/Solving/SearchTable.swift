/// The rows of a block in whole numbers of 64 bits; the last one counts forbidden states.
struct SearchRows {
    /// What each row of contributions is a multiple of.
    let divisors: [Int128]
    /// What each row must come to, the row of forbidden states 0.
    let needed: [Int64]

    var count: Int { needed.count }

    /// Fails where a sum could be above 2^61.
    init?(_ block: Problem.Block) {
        var (divisors, needed) = ([Int128](), [Int64]())
        for (row, wanted) in block.rows.enumerated() {
            let numbers = block.groups.map { $0.states.map { $0.contributions[row] } }
            let common = numbers.reduce(Int128(0)) { $1.reduce($0, SearchPrices.divisor) }
            let divisor = max(common, 1)
            let largest = numbers.reduce(UInt128(0)) { sum, numbers in
                let most = (numbers.map(\.magnitude).max() ?? 0) / divisor.magnitude
                return min(sum, 1 << 61) + min(most, 1 << 61)
            }
            let (whole, part) = wanted.quotientAndRemainder(dividingBy: divisor)
            let rounded = part > 0 ? whole + 1 : whole
            guard largest <= 1 << 60, rounded.magnitude <= 1 << 60 else { return nil }
            divisors.append(divisor)
            needed.append(Int64(rounded))
        }
        self.divisors = divisors
        self.needed = needed + [0]
    }
}

/// The table of one group: what each set of its measures contributes, and the most that the set or a
/// part of it does.
struct SearchTable {
    /// Bits of the block's own measures in it.
    let own: UInt16
    /// Bits of shared measures in it, and of those without which nothing better is lost.
    let shared: UInt64
    let useful: UInt64
    private let rows: Int
    private let ownCount: Int
    /// By state and row; own measures are the lowest bits of a state, then shared ones.
    private let exact: [Int64]
    private let closed: [Int64]

    init(
        _ group: Problem.Group, _ rows: SearchRows, own: [Int: Int], shared: [Int: UInt64]
    ) {
        let ownOnes = group.measures.filter { own[$0] != nil }
        let others = group.measures.filter { shared[$0] != nil }
        let order = ownOnes + others
        let places = group.measures.map { measure in order.firstIndex(of: measure) ?? 0 }
        let size = rows.count << order.count
        var (exact, closed) = (
            [Int64](repeating: 0, count: size), [Int64](repeating: -1 << 61, count: size)
        )
        for state in stride(from: rows.count - 1, to: size, by: rows.count) { exact[state] = -1 }
        for state in group.states {
            var place = 0
            for (bit, to) in places.enumerated() where state.members >> UInt64(bit) & 1 == 1 {
                place |= 1 << to
            }
            for (row, divisor) in rows.divisors.enumerated() {
                exact[place * rows.count + row] = Int64(state.contributions[row] / divisor)
            }
            exact[place * rows.count + rows.count - 1] = state.isForbidden ? -1 : 0
            for row in 0..<rows.count {
                closed[place * rows.count + row] = exact[place * rows.count + row]
            }
        }
        var isUseful = [Bool](repeating: false, count: order.count)
        for bit in order.indices {
            for state in 0..<1 << order.count where state >> bit & 1 == 1 {
                for row in 0..<rows.count {
                    let part = closed[(state ^ 1 << bit) * rows.count + row]
                    if part > closed[state * rows.count + row] {
                        closed[state * rows.count + row] = part
                    }
                }
            }
        }
        for bit in order.indices {
            for state in 0..<1 << order.count where state >> bit & 1 == 1 && !isUseful[bit] {
                isUseful[bit] = (0..<rows.count).contains { row in
                    closed[(state ^ 1 << bit) * rows.count + row] < closed[state * rows.count + row]
                }
            }
        }
        self.own = ownOnes.reduce(0) { $0 | 1 << UInt16(own[$1] ?? 0) }
        self.shared = others.reduce(0) { $0 | (shared[$1] ?? 0) }
        useful = others.enumerated().reduce(0) { mask, other in
            isUseful[ownOnes.count + other.offset] ? mask | (shared[other.element] ?? 0) : mask
        }
        self.rows = rows.count
        ownCount = ownOnes.count
        self.exact = exact
        self.closed = closed == exact ? exact : closed
    }

    /// The position of a set of the block's own measures.
    func place(of set: UInt16) -> UInt16 {
        var (left, place, bit) = (own, UInt16(0), UInt16(0))
        while left != 0 {
            if set & left & (0 &- left) != 0 { place |= 1 << bit }
            left &= left - 1
            bit += 1
        }
        return place
    }

    /// The first state with these shared measures: with none of the block's own.
    func start(of taken: UInt64) -> Int {
        var (left, place, bit) = (shared, 0, ownCount)
        while left != 0 {
            if taken & left & (0 &- left) != 0 { place |= 1 << bit }
            left &= left - 1
            bit += 1
        }
        return place
    }

    func number(_ state: Int, row: Int, isExact: Bool) -> Int64 {
        isExact ? exact[state * rows + row] : closed[state * rows + row]
    }

    /// The most that a row has with these shared measures.
    func best(_ start: Int, row: Int) -> Int64 {
        closed[(start + 1 << ownCount - 1) * rows + row]
    }

    func add(_ state: Int, isExact: Bool, to sums: inout [Int64]) {
        for row in 0..<rows { sums[row] += number(state, row: row, isExact: isExact) }
    }
}

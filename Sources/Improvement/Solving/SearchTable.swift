/// The table of one group while tables are laid out.
struct SearchTable {
    /// Positions of its measures among the block's own.
    let own: [Int]
    /// Bits of its shared measures.
    let shared: [UInt64]
    /// Shared measures without which nothing better is lost.
    private(set) var useful: UInt64 = 0
    /// By state and row; own measures are the lowest bits of a state, then shared ones.
    private(set) var exact: [Int128]
    /// The most that a set or a part of it contributes.
    private(set) var best: [Int128]

    init(_ group: Problem.Group, _ rows: SearchRows, own: [Int: Int], shared: [Int: UInt64]) {
        self.own = group.measures.compactMap { own[$0] }
        self.shared = group.measures.compactMap { own[$0] == nil ? shared[$0] : nil }
        let order =
            group.measures.filter { own[$0] != nil }
            + group.measures.filter { own[$0] == nil }
        let places = group.measures.map { measure in order.firstIndex(of: measure) ?? 0 }
        let size = rows.count << order.count
        exact = Array(repeating: 0, count: size)
        best = Array(repeating: -1 << 125, count: size)
        // What needs and exclusions rule out is never looked at; it counts as forbidden.
        for state in stride(from: rows.count - 1, to: size, by: rows.count) { exact[state] = -1 }
        for state in group.states {
            var start = 0
            for (bit, place) in places.enumerated() where state.members >> UInt64(bit) & 1 == 1 {
                start += rows.count << place
            }
            for (row, divisor) in rows.divisors.enumerated() {
                exact[start + row] = state.contributions[row] / divisor
            }
            exact[start + rows.count - 1] = state.isForbidden ? -1 : 0
            for row in start..<start + rows.count { best[row] = exact[row] }
        }
        for bit in order.indices { close(rows.count << bit) }
        for (bit, measure) in self.shared.enumerated()
        where isUseful(rows.count << (bit + self.own.count)) {
            useful |= measure
        }
    }

    /// Lets states have the most of what they have without one measure.
    private mutating func close(_ step: Int) {
        for index in best.indices where index / step & 1 == 1 {
            best[index] = max(best[index], best[index - step])
        }
    }

    private func isUseful(_ step: Int) -> Bool {
        best.indices.contains { $0 / step & 1 == 1 && best[$0 - step] < best[$0] }
    }

    /// The number of the state with a set of the block's own measures alone.
    func place(of set: UInt16) -> Int {
        own.enumerated().reduce(0) {
            set >> UInt16($1.element) & 1 == 1 ? $0 | 1 << $1.offset : $0
        }
    }
}

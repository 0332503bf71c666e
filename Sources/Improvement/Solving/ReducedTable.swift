/// What sets of open measures achieve in one group, or in groups of the same measures together.
struct ReducedTable {
    /// One set of them.
    struct State {
        /// Bit i is set where measure i of the table is taken.
        let members: UInt64
        /// One for each row that the unit needs.
        var gains: [Int128]
        var value: Int128
        var isForbidden: Bool
    }

    /// What the values of states are.
    enum Valuing {
        case none
        case own
        /// 1 where a state is permitted, and none is forbidden any more.
        case permitted
    }

    /// Sorted positions of open measures.
    let measures: [Int]
    /// In the order of members.
    var states: [State]
    /// Measures that lower something in some state, as bits.
    private(set) var harmful: UInt64 = 0
    /// Measures that better something in some state, as bits.
    private(set) var helpful: UInt64 = 0

    /// The states that a choice leaves, with their contributions as gains.
    init(_ group: Problem.Group, _ choice: Reduction.Choice, _ valuing: Valuing) {
        var (closed, forced) = (UInt64(0), UInt64(0))
        var kept: [UInt64] = []
        for (position, measure) in group.measures.enumerated() {
            let bit = UInt64(1) << UInt64(position)
            if choice.isForced[measure] {
                forced |= bit
            } else if choice.isOpen[measure] {
                kept.append(bit)
            } else {
                closed |= bit
            }
        }
        measures = group.measures.filter { choice.isOpen[$0] }
        let left = group.states.lazy.filter { $0.members & (closed | forced) == forced }
        states = left.map { state in
            State(
                members: Self.packed(state.members, kept), gains: state.contributions,
                value: valuing.value(of: state),
                isForbidden: state.isForbidden && valuing != .permitted)
        }
    }

    /// The bits of a set that are kept, one after another.
    private static func packed(_ members: UInt64, _ kept: [UInt64]) -> UInt64 {
        var packed: UInt64 = 0
        for (position, bit) in kept.enumerated() where members & bit != 0 {
            packed |= 1 << UInt64(position)
        }
        return packed
    }

    /// Tables of the same measures as one, in the order in which they come first.
    static func merged(_ tables: [ReducedTable]) -> [ReducedTable] {
        var merged: [ReducedTable] = []
        var places: [[Int]: Int] = [:]
        for table in tables {
            if let place = places[table.measures], merged[place].takes(table) { continue }
            places[table.measures] = merged.count
            merged.append(table)
        }
        return merged
    }

    /// Adds what another table says, where it has the same states.
    private mutating func takes(_ other: ReducedTable) -> Bool {
        guard states.count == other.states.count,
            zip(states, other.states).allSatisfy({ $0.members == $1.members })
        else { return false }
        for (place, state) in other.states.enumerated() {
            for row in state.gains.indices { states[place].gains[row] += state.gains[row] }
            states[place].value += state.value
            states[place].isForbidden = states[place].isForbidden || state.isForbidden
        }
        return true
    }

    /// Without rows, and with nothing forbidden.
    var valuesAlone: ReducedTable {
        var table = self
        for place in states.indices {
            table.states[place].gains = []
            table.states[place].isForbidden = false
        }
        return table
    }

    /// The states that are not forbidden.
    var permitted: some Sequence<State> { states.lazy.filter { !$0.isForbidden } }

    /// Counts values from the least one on, and says which that was.
    mutating func takeLeastValue() -> Int128 {
        guard let least = permitted.map(\.value).min() else { return 0 }
        for place in states.indices { states[place].value -= least }
        return least
    }
}

extension ReducedTable.Valuing {
    fileprivate func value(of state: Problem.State) -> Int128 {
        switch self {
        case .none: 0
        case .own: state.value
        case .permitted: state.isForbidden ? 0 : 1
        }
    }
}

extension ReducedTable {
    /// With what each measure does known, and without states that are of no use: forbidden ones,
    /// and those that a smaller one equals which lacks a measure that never harms.
    func prepared() -> ReducedTable {
        var table = self
        var isNeedless = states.map(\.isForbidden)
        var equals: [(place: Int, bit: UInt64)] = []
        for (place, state) in states.enumerated() {
            var left = state.members
            while left != 0 {
                let bit = left & (0 &- left)
                left ^= bit
                guard let without = position(of: state.members ^ bit) else { continue }
                let step = Step(from: states[without], to: state)
                if step.isHarm { table.harmful |= bit }
                if step.isHelp { table.helpful |= bit }
                if step.isNothing { equals.append((place, bit)) }
            }
        }
        for (place, bit) in equals where table.harmful & bit == 0 { isNeedless[place] = true }
        table.states = zip(states, isNeedless).filter { !$1 }.map(\.0)
        return table
    }

    /// Where the state of these members is.
    private func position(of members: UInt64) -> Int? {
        // A table of all sets is in their order.
        if members < states.count, states[Int(members)].members == members { return Int(members) }
        var (low, high) = (0, states.count)
        while low < high {
            let middle = (low + high) / 2
            if states[middle].members < members { low = middle + 1 } else { high = middle }
        }
        return low < states.count && states[low].members == members ? low : nil
    }

    /// What one more measure does to a state.
    private struct Step {
        private(set) var isHarm = false
        private(set) var isHelp = false

        /// Neither of them is forbidden and both are the same.
        var isNothing = false

        init(from: State, to: State) {
            guard !from.isForbidden else {
                isHelp = !to.isForbidden
                return
            }
            guard !to.isForbidden else {
                isHarm = true
                return
            }
            isHarm = to.value < from.value
            isHelp = to.value > from.value
            for (before, after) in zip(from.gains, to.gains) {
                isHarm = isHarm || after < before
                isHelp = isHelp || after > before
            }
            isNothing = !isHarm && !isHelp
        }
    }
}

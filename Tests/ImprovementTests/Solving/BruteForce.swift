@testable internal import Improvement

/// What one set of measures comes to, by the words of the contract alone.
struct Verdict: Equatable {
    let cost: Int64
    /// Of the blocks that hold and need not.
    let weight: Int64
    let value: Int128
    /// Whether needs and exclusions are respected, required blocks hold, and the budget suffices.
    let isAllowed: Bool
}

extension Problem {
    func verdict(of chosen: [Int]) -> Verdict {
        var isTaken = [Bool](repeating: false, count: measures.count)
        for measure in chosen { isTaken[measure] = true }
        let cost = chosen.reduce(0) { $0 + measures[$1].cost }
        let isSound =
            chosen.allSatisfy { measures[$0].needs.allSatisfy { isTaken[$0] } }
            && exclusions.allSatisfy { $0.count { isTaken[$0] } < 2 }
        var (weight, value, isAllowed) = (Int64(0), Int128(0), isSound)
        if let budget, cost > budget { isAllowed = false }
        guard isAllowed else { return Verdict(cost: cost, weight: 0, value: 0, isAllowed: false) }
        for block in blocks {
            let states = block.groups.map { $0.state(isTaken) }
            value += states.reduce(0) { $0 + $1.value }
            if block.holds(states) {
                weight += block.isRequired ? 0 : block.weight
            } else if block.isRequired {
                isAllowed = false
            }
        }
        return Verdict(cost: cost, weight: weight, value: value, isAllowed: isAllowed)
    }

    /// What it is to solve, by looking at every set; for up to 20 measures.
    func bruteForce() -> Solved {
        var best: (reached: Int128, cost: Int64, chosen: [Int])?
        for members in 0..<1 << measures.count {
            let chosen = measures.indices.filter { members >> $0 & 1 == 1 }
            let cost = chosen.reduce(0) { $0 + measures[$1].cost }
            func isBetter(_ reached: Int128) -> Bool {
                guard let best else { return true }
                if reached != best.reached { return reached > best.reached }
                if cost != best.cost { return cost < best.cost }
                if chosen.count != best.chosen.count { return chosen.count < best.chosen.count }
                return chosen.lexicographicallyPrecedes(best.chosen)
            }
            if case .leastCost = aim, !isBetter(0) { continue }
            let verdict = verdict(of: chosen)
            guard verdict.isAllowed else { continue }
            let reached: Int128
            switch aim {
            case .leastCost(let weight):
                guard verdict.weight >= weight else { continue }
                reached = 0
            case .greatestValue: reached = verdict.value
            case .greatestWeight: reached = Int128(verdict.weight)
            }
            if isBetter(reached) { best = (reached, cost, chosen) }
        }
        guard let best else { return .infeasible }
        var bound = best.reached
        if case .leastCost = aim { bound = Int128(best.cost) }
        return .solution(
            Solution(
                chosen: best.chosen, cost: best.cost, reached: best.reached, isOptimal: true,
                bound: bound))
    }
}

extension Problem.Block {
    fileprivate func holds(_ states: [Problem.State]) -> Bool {
        !isImpossible && !states.contains { $0.isForbidden }
            && rows.indices.allSatisfy { row in
                states.reduce(0) { $0 + $1.contributions[row] } >= rows[row]
            }
    }
}

extension Problem.Group {
    /// The state of what is taken; needs and exclusions have to be respected.
    fileprivate func state(_ isTaken: [Bool]) -> Problem.State {
        var members: UInt64 = 0
        for (bit, measure) in measures.enumerated() where isTaken[measure] { members |= 1 << bit }
        var (low, high) = (0, states.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if states[middle].members < members { low = middle + 1 } else { high = middle }
        }
        precondition(states[low].members == members, "every set that is allowed has a state")
        return states[low]
    }
}

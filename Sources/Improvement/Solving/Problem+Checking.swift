extension Problem {
    /// What a set of measures comes to, exactly.
    package struct Outcome: Hashable, Sendable {
        /// What each block comes to, in their order.
        package let blocks: [BlockOutcome]
        /// The sum of the values of all groups' states.
        package let value: Int128
        /// The weight of the blocks that hold.
        package let weight: Int64
        /// The same of those that are not required.
        package let weightOfOthers: Int64
        /// Of all measures of the set.
        package let cost: Int64
    }

    /// What a set of measures comes to in one block.
    package struct BlockOutcome: Hashable, Sendable {
        /// Whether all rows are met, no state is forbidden, and nothing makes it impossible.
        package let isHeld: Bool
        /// What the contributions of each row come to.
        package let sums: [Int128]
        /// The groups whose state is forbidden, by position.
        package let forbidden: [Int]
    }

    /// What a set of measures comes to, by adding up; nothing is estimated.
    ///
    /// - Parameter chosen: Sorted positions.
    /// - Returns: `nil` where the set leaves out what one of them needs or takes two that exclude
    ///   each other, or where a sum has more than 127 bits.
    package func check(_ chosen: [Int]) -> Outcome? {
        guard isAllowed(chosen) else { return nil }
        let members = Set(chosen)
        var outcomes: [BlockOutcome] = []
        var value: Int128 = 0
        for block in blocks {
            guard let outcome = block.outcome(of: members, value: &value) else { return nil }
            outcomes.append(outcome)
        }
        var cost: Int64 = 0
        for measure in chosen where !cost.add(measures[measure].cost) { return nil }
        var (weight, weightOfOthers) = (Int64(0), Int64(0))
        for (block, outcome) in zip(blocks, outcomes) where outcome.isHeld {
            guard weight.add(block.weight) else { return nil }
            weightOfOthers += block.isRequired ? 0 : block.weight
        }
        return Outcome(
            blocks: outcomes, value: value, weight: weight, weightOfOthers: weightOfOthers,
            cost: cost)
    }

    /// Whether the aim's conditions and the budget are kept, however good the set is.
    package func isMet(by outcome: Outcome) -> Bool {
        guard outcome.cost <= budget ?? .max,
            zip(blocks, outcome.blocks).allSatisfy({ $1.isHeld || !$0.isRequired })
        else { return false }
        return switch aim {
        case .leastCost(let weight): outcome.weightOfOthers >= weight
        case .greatestValue, .greatestWeight: true
        }
    }

    /// What the aim asks the most of; 0 where it asks for the least cost.
    func reached(by outcome: Outcome) -> Int128 {
        switch aim {
        case .leastCost: 0
        case .greatestValue: outcome.value
        case .greatestWeight: Int128(outcome.weight)
        }
    }

    /// Whether a set has what its measures need and of each exclusion one at most.
    func isAllowed(_ chosen: [Int]) -> Bool {
        let members = Set(chosen)
        return chosen.allSatisfy { measures[$0].needs.allSatisfy(members.contains) }
            && exclusions.allSatisfy { $0.count(where: members.contains) <= 1 }
    }
}

extension Problem.Block {
    /// What a set comes to; its states' values are added to `value`.
    fileprivate func outcome(
        of members: Set<Int>, value: inout Int128
    ) -> Problem.BlockOutcome? {
        var sums = [Int128](repeating: 0, count: rows.count)
        var forbidden: [Int] = []
        for (position, group) in groups.enumerated() {
            guard let state = group.state(of: members), value.add(state.value) else { return nil }
            for row in rows.indices where !sums[row].add(state.contributions[row]) { return nil }
            if state.isForbidden { forbidden.append(position) }
        }
        let isHeld = !isImpossible && forbidden.isEmpty && zip(sums, rows).allSatisfy { $0 >= $1 }
        return Problem.BlockOutcome(isHeld: isHeld, sums: sums, forbidden: forbidden)
    }
}

extension Problem.Group {
    /// The state of a set of measures of the whole problem; `nil` where there is none.
    fileprivate func state(of members: Set<Int>) -> Problem.State? {
        var mask: UInt64 = 0
        for (bit, measure) in measures.enumerated() where members.contains(measure) {
            mask |= 1 << UInt64(bit)
        }
        return states.first(members: mask)
    }
}

extension [Problem.State] {
    /// The state of these members, by halving: states are in the order of theirs.
    fileprivate func first(members: UInt64) -> Problem.State? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].members < members { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].members == members ? self[low] : nil
    }
}

extension FixedWidthInteger {
    /// Adds a number, or says that the sum has too many bits.
    mutating func add(_ other: Self) -> Bool {
        let (sum, isOver) = addingReportingOverflow(other)
        guard !isOver else { return false }
        self = sum
        return true
    }
}

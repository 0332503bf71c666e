extension Problem {
    /// What the nearest set of measures lacks, where none meets all conditions.
    package struct Lack: Hashable, Sendable {
        /// A row of a required block that is missed, and by how much in the row's units.
        package struct Row: Hashable, Sendable {
            /// By position.
            package let block: Int
            /// By position.
            package let row: Int
            /// Above 0.
            package let amount: Int128
        }

        /// A group of a required block that is in a forbidden state.
        package struct Forbidden: Hashable, Sendable {
            /// By position.
            package let block: Int
            /// By position.
            package let group: Int
        }

        /// The set, by sorted positions; it keeps to needs, exclusions and the budget.
        package let chosen: [Int]
        /// In the order of blocks and rows.
        package let rows: [Row]
        /// In the order of blocks and groups.
        package let forbidden: [Forbidden]
        /// How much weight of blocks that hold is missing; 0 for none.
        package let weight: Int64
        /// Whether no set is nearer.
        package let isNearest: Bool
    }

    /// The set of measures that comes nearest to the conditions, and what it lacks.
    ///
    /// Nearest is the least sum of what lacks: each row in parts of what is needed of it, or of how
    /// far the worst states are from that where it is more; each forbidden state as 1; the weight in
    /// parts of what is asked for. Other sets may be as near. That a block is impossible whatever is
    /// chosen is passed over.
    ///
    /// - Returns: `nil` where the limits were reached before a set was found.
    package func shortfall(limits: SolvingLimits = SolvingLimits()) -> Lack? {
        guard hasSums, let reduction = Reduction(self, for: .nearing),
            let formulation = Formulation(reduction)
        else { return nil }
        switch formulation.program(.lack).solved(nodes: limits.nodes) {
        case .infeasible, .limited(nil, _): return nil
        case .optimal(let values, _):
            return lack(of: formulation.chosen(values), isNearest: true)
        case .limited(.some(let values), _):
            return lack(of: formulation.chosen(values), isNearest: false)
        }
    }

    /// What a set lacks, exactly; `nil` where it cannot be chosen.
    func lack(of chosen: [Int], isNearest: Bool) -> Lack? {
        guard let outcome = check(chosen), outcome.cost <= budget ?? .max else { return nil }
        var rows: [Lack.Row] = []
        var forbidden: [Lack.Forbidden] = []
        for (block, (wanted, found)) in zip(blocks, outcome.blocks).enumerated()
        where wanted.isRequired {
            for (row, (need, sum)) in zip(wanted.rows, found.sums).enumerated() where sum < need {
                rows.append(Lack.Row(block: block, row: row, amount: need - sum))
            }
            forbidden += found.forbidden.map { Lack.Forbidden(block: block, group: $0) }
        }
        var weight: Int64 = 0
        if case .leastCost(let asked) = aim { weight = max(0, asked - outcome.weightOfOthers) }
        return Lack(
            chosen: chosen, rows: rows, forbidden: forbidden, weight: weight, isNearest: isNearest)
    }
}

extension Problem.Block {
    /// What the lack of a row is measured by, above 0 where the worst states miss it.
    func measure(of row: Int) -> UInt128 {
        let worst = groups.reduce(Int128(0)) { sum, group in
            sum + (group.states.lazy.map { $0.contributions[row] }.min() ?? 0)
        }
        return max(rows[row].magnitude, max(0, rows[row] - worst).magnitude)
    }
}

extension Problem.Block {
    /// Its groups' tables for a choice; groups of the same measures are one.
    func tables(
        _ choice: Reduction.Choice, _ valuing: ReducedTable.Valuing
    ) -> [ReducedTable] {
        ReducedTable.merged(groups.map { ReducedTable($0, choice, valuing) })
    }
}

extension Reduction.Unit {
    /// What a block is for a choice.
    enum Made {
        /// It does not hold whatever is chosen.
        case impossible
        /// It holds whatever is chosen; its tables matter for their values alone.
        case held([ReducedTable])
        case open(Reduction.Unit)
    }

    /// Looks at a block with what a choice leaves.
    static func made(
        of block: Problem.Block, at position: Int, _ choice: Reduction.Choice,
        _ valuing: ReducedTable.Valuing
    ) -> Made {
        // What may be missed is never impossible.
        let isStrict = valuing != .permitted
        var tables = block.tables(choice, valuing)
        guard !isStrict || !block.isImpossible, tables.allSatisfy({ !$0.states.isEmpty })
        else { return .impossible }
        if isStrict, !ReducedTable.forbidHopeless(in: &tables, needs: block.rows) {
            return .impossible
        }
        let leasts = tables.map { $0.leasts(rows: block.rows.count) }
        let sums = block.rows.indices.map { row in leasts.reduce(Int128(0)) { $0 + $1[row] } }
        let rows = block.rows.indices.filter { sums[$0] < block.rows[$0] }
        let needs = rows.map { block.rows[$0] - sums[$0] }
        guard !rows.isEmpty || tables.contains(where: { $0.states.contains(where: \.isForbidden) })
        else { return .held(tables) }
        for table in tables.indices {
            tables[table].count(rows, from: leasts[table], upTo: needs)
        }
        return .open(
            Reduction.Unit(
                block: position, weight: block.isRequired ? 0 : block.weight,
                isFree: !block.isRequired, needs: needs, rows: rows,
                tables: tables.map { $0.prepared() }))
    }
}

extension ReducedTable {
    /// Forbids states with which a row is missed even with the best of all other tables.
    ///
    /// - Returns: `false` where nothing is left.
    fileprivate static func forbidHopeless(
        in tables: inout [ReducedTable], needs: [Int128]
    ) -> Bool {
        while true {
            let greatests = tables.map { $0.greatests(rows: needs.count) }
            guard tables.allSatisfy({ table in table.states.contains { !$0.isForbidden } })
            else { return false }
            let spare = needs.indices.map { row in
                greatests.reduce(Int128(0)) { $0 + $1[row] } - needs[row]
            }
            guard spare.allSatisfy({ $0 >= 0 }) else { return false }
            var isChanged = false
            for table in tables.indices {
                isChanged = tables[table].forbid(below: greatests[table], spare) || isChanged
            }
            guard isChanged else { return true }
        }
    }

    /// Forbids states that are further below the best of a row than it can spare.
    private mutating func forbid(below greatests: [Int128], _ spare: [Int128]) -> Bool {
        var isChanged = false
        for place in states.indices where !states[place].isForbidden {
            let gains = states[place].gains
            guard gains.indices.contains(where: { greatests[$0] - gains[$0] > spare[$0] })
            else { continue }
            states[place].isForbidden = true
            isChanged = true
        }
        return isChanged
    }

    private func greatests(rows: Int) -> [Int128] {
        var result = [Int128](repeating: .min, count: rows)
        for state in permitted {
            for row in 0..<rows { result[row] = max(result[row], state.gains[row]) }
        }
        return result
    }

    /// The least of each row among permitted states.
    fileprivate func leasts(rows: Int) -> [Int128] {
        var result = [Int128](repeating: .max, count: rows)
        for state in permitted {
            for row in 0..<rows { result[row] = min(result[row], state.gains[row]) }
        }
        return result
    }

    /// Keeps the gains of some rows, from 0 on; more than the row needs is no more use.
    fileprivate mutating func count(_ rows: [Int], from leasts: [Int128], upTo needs: [Int128]) {
        for place in states.indices {
            let gains = states[place].gains
            states[place].gains = zip(rows, needs).map { row, need in
                min(gains[row] - leasts[row], need)
            }
        }
    }
}

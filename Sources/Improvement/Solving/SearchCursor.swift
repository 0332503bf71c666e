/// Where a block's tables are looked at: with which shared measures, and what that comes to.
///
/// It moves by the measures that differ, which are few from one node to the next.
struct SearchCursor {
    private var taken: UInt64 = 0
    /// What was found with them.
    private var last: Int32?
    /// Of each table: where the numbers of its state begin, with none of the block's own measures.
    private var states: [Int]
    /// Of each row: what tables without own measures come to above what is needed.
    private var sums: [Int128]
    private var memo = SearchMemo()

    /// With no measure taken.
    ///
    /// - Parameters:
    ///   - tables: The block's.
    ///   - numbers: Those of the tables that it is to look at.
    init(_ tables: SearchTables, _ numbers: [Int128]) {
        states = tables.starts
        sums = tables.rows.needed.map { -$0 }
        for start in states.dropFirst(tables.mixed) {
            for row in sums.indices { sums[row] += numbers[start + row] }
        }
    }

    /// What was found before.
    func known(_ wanted: UInt64) -> Int32? {
        wanted == taken && last != nil ? last : memo[wanted]
    }

    /// The first of the block's sets with which it holds; -1 for none.
    mutating func first(
        _ wanted: UInt64, _ tables: SearchTables, _ numbers: [Int128], _ sets: SearchSets,
        isExact: Bool
    ) -> Int32 {
        move(to: wanted, tables, numbers)
        let found = look(tables, numbers, sets, isExact: isExact)
        memo[wanted] = found
        last = found
        return found
    }

    private mutating func move(to wanted: UInt64, _ tables: SearchTables, _ numbers: [Int128]) {
        var left = taken ^ wanted
        taken = wanted
        while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left - 1
            let isTaken = wanted >> UInt64(bit) & 1 == 1
            for index in tables.firsts[bit]..<tables.firsts[bit + 1] {
                let place = tables.places[index]
                let old = states[place.table]
                let new = isTaken ? old + place.step : old - place.step
                states[place.table] = new
                guard place.table >= tables.mixed else { continue }
                for row in sums.indices { sums[row] += numbers[new + row] - numbers[old + row] }
            }
        }
    }

    private func look(
        _ tables: SearchTables, _ numbers: [Int128], _ sets: SearchSets, isExact: Bool
    ) -> Int32 {
        guard holdsAtBest(tables) else { return -1 }
        for set in sets.sets.indices where sets.needs[set] & ~taken == 0 {
            if isExact, sets.conflicts[set] & taken != 0 { continue }
            if holds(set, tables, numbers) { return Int32(set) }
        }
        return -1
    }

    /// Whether it could hold with all that is the block's own.
    private func holdsAtBest(_ tables: SearchTables) -> Bool {
        for row in sums.indices {
            var sum = sums[row]
            for table in 0..<tables.mixed {
                sum += tables.best[states[table] + tables.lasts[table] + row]
            }
            if sum < 0 { return false }
        }
        return true
    }

    private func holds(_ set: Int, _ tables: SearchTables, _ numbers: [Int128]) -> Bool {
        for row in sums.indices {
            var sum = sums[row]
            for table in 0..<tables.mixed {
                sum += numbers[states[table] + Int(tables.steps[set * tables.mixed + table]) + row]
            }
            if sum < 0 { return false }
        }
        return true
    }
}

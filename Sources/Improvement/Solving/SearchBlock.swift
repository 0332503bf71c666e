/// A block as the search looks it up: the tables of its groups, and the sets of its own measures from
/// the cheapest, each with what it needs and must not meet among the shared ones.
final class SearchBlock {
    let weight: Int64
    /// Of each set of its own measures, from the lowest: the price, and the measures.
    let prices: [Int64]
    private let sets: [UInt16]
    private let needs: [UInt64]
    private let conflicts: [UInt64]
    private let own: [Int]

    private let rows: SearchRows
    /// Shared measures that make a difference to it: in truth, and at best.
    private let relevant: UInt64
    private let closedRelevant: UInt64
    /// Tables that its own measures are in come first.
    private let tables: [SearchTable]
    private let mixed: Int
    /// Of each set, of each mixed table: the position of the set in the table.
    private let places: [UInt16]

    private var exact = SearchMemo()
    private var closed = SearchMemo()
    private var sums: [Int64]
    private var starts: [Int]

    /// Fails where its tables or numbers are too large.
    ///
    /// - Parameters:
    ///   - block: A block of the problem.
    ///   - own: Positions of measures that act on no other block, sorted.
    ///   - problem: What it is a block of.
    ///   - prices: Of all measures.
    ///   - links: To shared measures.
    ///   - room: How many numbers tables may still have; what this takes is taken off.
    init?(
        _ block: Problem.Block, own: [Int], _ problem: Problem, prices: [Int64],
        links: SearchLinks, room: inout Int
    ) {
        guard let rows = SearchRows(block) else { return nil }
        let bits = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
        var tables: [SearchTable] = []
        for group in block.groups {
            room -= (rows.count << group.measures.count) * 2
            guard room >= 0 else { return nil }
            tables.append(SearchTable(group, rows, own: bits, shared: links.bits))
        }
        (self.rows, self.own, weight) = (rows, own, block.weight)
        self.tables = tables.filter { $0.own != 0 } + tables.filter { $0.own == 0 }
        mixed = tables.count { $0.own != 0 }
        relevant = own.reduce(tables.reduce(0) { $0 | $1.shared }) {
            $0 | links.needs[$1] | links.conflicts[$1]
        }
        closedRelevant = own.reduce(tables.reduce(0) { $0 | $1.useful }) { $0 | links.needs[$1] }
        let found = SearchSets(own, problem, prices: prices, links: links)
        sets = found.sets
        self.prices = found.prices
        (needs, conflicts) = (found.needs, found.conflicts)
        room -= sets.count * (mixed + 4)
        guard room >= 0 else { return nil }
        places = SearchBlock.places(of: sets, in: self.tables.prefix(mixed))
        sums = Array(repeating: 0, count: rows.count)
        starts = Array(repeating: 0, count: mixed)
    }

    private static func places(
        of sets: [UInt16], in tables: ArraySlice<SearchTable>
    ) -> [UInt16] {
        sets.flatMap { set in tables.map { $0.place(of: set) } }
    }

    /// The measures of one of its sets, sorted.
    func measures(of set: Int) -> [Int] {
        own.indices.filter { sets[set] >> UInt16($0) & 1 == 1 }.map { own[$0] }
    }

    /// The first of its sets with which it holds.
    ///
    /// - Parameters:
    ///   - taken: Shared measures.
    ///   - isExact: Whether these are taken, as against: some of these may be, and the same of its
    ///     own, whichever is best for each row of each group.
    /// - Returns: `nil` where it holds with none.
    func first(with taken: UInt64, isExact: Bool) -> Int? {
        let key = taken & (isExact ? relevant : closedRelevant)
        if let known = isExact ? exact[key] : closed[key] { return known < 0 ? nil : Int(known) }
        let found = look(with: key, isExact: isExact)
        if isExact { exact[key] = found } else { closed[key] = found }
        return found < 0 ? nil : Int(found)
    }

    private func look(with taken: UInt64, isExact: Bool) -> Int32 {
        for row in 0..<rows.count {
            sums[row] = -rows.needed[row]
        }
        for table in tables.dropFirst(mixed) {
            table.add(table.start(of: taken), isExact: isExact, to: &sums)
        }
        for index in 0..<mixed { starts[index] = tables[index].start(of: taken) }
        guard holdsAtBest() else { return -1 }
        for set in sets.indices where needs[set] & ~taken == 0 {
            if isExact, conflicts[set] & taken != 0 { continue }
            if holds(set, isExact: isExact) { return Int32(set) }
        }
        return -1
    }

    private func holdsAtBest() -> Bool {
        for row in 0..<rows.count {
            var sum = sums[row]
            for index in 0..<mixed {
                sum += tables[index].best(starts[index], row: row)
            }
            if sum < 0 { return false }
        }
        return true
    }

    private func holds(_ set: Int, isExact: Bool) -> Bool {
        for row in 0..<rows.count {
            var sum = sums[row]
            for index in 0..<mixed {
                let state = starts[index] + Int(places[set * mixed + index])
                sum += tables[index].number(state, row: row, isExact: isExact)
            }
            if sum < 0 { return false }
        }
        return true
    }
}

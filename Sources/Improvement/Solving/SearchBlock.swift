/// A block as the search looks it up: the tables of its groups, and the sets of its own measures from
/// the cheapest, each with what it needs and must not meet among the shared ones.
///
/// What was looked up is kept, which is all that changes.
final class SearchBlock {
    let weight: Int64
    /// Its own measures, sorted.
    private let own: [Int]
    private let sets: SearchSets
    private let tables: SearchTables
    /// Shared measures that make a difference to it: in truth, and at best.
    private let relevant: UInt64
    private let useful: UInt64
    private var exact: SearchCursor
    private var best: SearchCursor

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
        let sets = SearchSets(own, problem, prices: prices, links: links)
        guard
            let tables = SearchTables(
                block.groups, rows, own: own, sets: sets.sets, shared: links.bits, room: &room)
        else { return nil }
        (self.own, self.sets, self.tables, weight) = (own, sets, tables, block.weight)
        relevant = own.reduce(tables.shared) { $0 | links.needs[$1] | links.conflicts[$1] }
        useful = own.reduce(tables.useful) { $0 | links.needs[$1] }
        exact = SearchCursor(tables, tables.exact)
        best = SearchCursor(tables, tables.best)
    }

    /// The price of one of its sets.
    func price(of set: Int) -> Int64 {
        sets.prices[set]
    }

    /// The measures of one of its sets, sorted.
    func measures(of set: Int) -> [Int] {
        own.indices.filter { sets.sets[set] >> UInt16($0) & 1 == 1 }.map { own[$0] }
    }

    /// The first of its sets, from the lowest price, with which it holds.
    ///
    /// - Parameters:
    ///   - taken: Shared measures.
    ///   - isExact: Whether these are taken, as against: some of these may be, and the same of its
    ///     own, whichever is best for each row of each group.
    /// - Returns: `nil` where it holds with none.
    func first(with taken: UInt64, isExact: Bool) -> Int? {
        let set: Int32
        if isExact {
            let wanted = taken & relevant
            set =
                exact.known(wanted)
                ?? exact.first(wanted, tables, tables.exact, sets, isExact: true)
        } else {
            let wanted = taken & useful
            set =
                best.known(wanted) ?? best.first(wanted, tables, tables.best, sets, isExact: false)
        }
        return set < 0 ? nil : Int(set)
    }
}

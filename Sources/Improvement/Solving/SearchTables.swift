/// The tables of a block's groups, one after another: what each set of measures contributes to each
/// row, and the most that the set or a part of it does.
struct SearchTables {
    /// Where a shared measure is in a table, and how far its numbers are from those without it.
    struct Place {
        let table: Int
        let step: Int
    }

    let rows: SearchRows
    /// By table, state and row; the block's own measures are the lowest bits of a state.
    private(set) var exact: [Int128] = []
    private(set) var best: [Int128] = []
    /// So many tables have measures of the block's own; these come first.
    let mixed: Int
    /// Where each table begins.
    private(set) var starts: [Int] = []
    /// Of each mixed table: how far the state with all own measures is from the one with none.
    private(set) var lasts: [Int] = []
    /// Of each of the block's sets, of each mixed table: how far its state is.
    private(set) var steps: [Int32] = []
    /// Where each shared measure is: those of bit i are from `firsts[i]` up to the next.
    private(set) var places: [Place] = []
    private(set) var firsts: [Int] = [0]
    /// Shared measures in them, and those without which nothing better is lost.
    let shared: UInt64
    let useful: UInt64

    /// Fails where there is no room; it is for tables and sets by turns.
    init?(
        _ groups: [Problem.Group], _ rows: SearchRows, own: [Int], sets: [UInt16],
        shared: [Int: UInt64], room: inout Int
    ) {
        let bits = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
        var tables: [SearchTable] = []
        for group in groups {
            room -= (rows.count << group.measures.count) * 2
            guard room >= 0 else { return nil }
            tables.append(SearchTable(group, rows, own: bits, shared: shared))
        }
        tables = tables.filter { !$0.own.isEmpty } + tables.filter { $0.own.isEmpty }
        mixed = tables.count { !$0.own.isEmpty }
        room -= sets.count * (mixed + 4)
        guard room >= 0 else { return nil }
        self.rows = rows
        self.shared = tables.reduce(0) { $1.shared.reduce($0, |) }
        useful = tables.reduce(0) { $0 | $1.useful }
        for table in tables {
            starts.append(exact.count)
            exact += table.exact
            best += table.best
        }
        let mixedOnes = tables.prefix(mixed)
        lasts = mixedOnes.map { rows.count * (1 << $0.own.count - 1) }
        steps = sets.flatMap { set in
            mixedOnes.map { Int32($0.place(of: set) * rows.count) }
        }
        for bit in 0..<SearchLayout.mostShared {
            for (index, table) in tables.enumerated() {
                guard let place = table.shared.firstIndex(of: 1 << UInt64(bit)) else { continue }
                let step = rows.count << (table.own.count + place)
                places.append(Place(table: index, step: step))
            }
            firsts.append(places.count)
        }
    }
}

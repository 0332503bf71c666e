/// The sets of some measures that respect what they need and exclude among themselves.
enum MeasureSets {
    /// Bit i of a set is measure i of the list; rising, so that the empty set is the first.
    ///
    /// - Parameters:
    ///   - measures: Sorted positions, 24 at most.
    ///   - catalogue: What the measures are of.
    ///   - limit: More sets than these are not listed.
    /// - Returns: `nil` where there are more.
    static func all(of measures: [Int], in catalogue: Catalogue, limit: Int) -> [UInt64]? {
        guard measures.count <= most else { return nil }
        let links = Links(measures, catalogue)
        var sets: [UInt64] = []
        /// From the highest measure down, so that sets come in rising order.
        func take(_ bit: Int, _ set: UInt64, needed: UInt64, excluded: UInt64) -> Bool {
            guard bit >= 0 else {
                sets.append(set)
                return sets.count <= limit
            }
            let own = UInt64(1) << UInt64(bit)
            if needed & own == 0, !take(bit - 1, set, needed: needed, excluded: excluded) {
                return false
            }
            let above = links.needs[bit] & ~(own &* 2 &- 1)
            guard excluded & own == 0, above & ~set == 0, links.excludes[bit] & set == 0 else {
                return true
            }
            return take(
                bit - 1, set | own, needed: needed | links.needs[bit],
                excluded: excluded | links.excludes[bit])
        }
        return take(measures.count - 1, 0, needed: 0, excluded: 0) ? sets : nil
    }

    /// So many measures a group has at most.
    static let most = 24

    /// What each measure needs and excludes among the others, as sets.
    private struct Links {
        var needs: [UInt64] = []
        var excludes: [UInt64] = []

        init(_ measures: [Int], _ catalogue: Catalogue) {
            let bits = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
            func set(_ positions: [Int]) -> UInt64 {
                positions.reduce(0) { set, position in
                    bits[position].map { set | UInt64(1) << UInt64($0) } ?? set
                }
            }
            needs = measures.map { set(catalogue.measures[$0].needs) }
            excludes = measures.map { set(catalogue.measures[$0].excludes) }
        }
    }
}

extension UInt64 {
    /// The members of a set among a list.
    func members(of list: [Int]) -> [Int] {
        list.indices.filter { self >> UInt64($0) & 1 == 1 }.map { list[$0] }
    }
}

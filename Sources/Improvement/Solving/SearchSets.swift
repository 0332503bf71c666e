/// All sets of a block's own measures that their needs and exclusions allow, in the order of ties.
struct SearchSets {
    private(set) var sets: [UInt16] = []
    private(set) var prices: [Int64] = []
    /// Shared measures that the set needs, and those that it must not meet.
    private(set) var needs: [UInt64] = []
    private(set) var conflicts: [UInt64] = []

    init(_ own: [Int], _ problem: Problem, prices all: [Int64], links: SearchLinks) {
        let needed = own.map { measure in
            own.indices.reduce(UInt16(0)) {
                problem.measures[measure].needs.contains(own[$1]) ? $0 | 1 << UInt16($1) : $0
            }
        }
        let rivals = own.map { measure in
            own.indices.reduce(UInt16(0)) {
                links.rivals[measure].contains(own[$1]) ? $0 | 1 << UInt16($1) : $0
            }
        }
        var found: [(set: UInt16, price: Int64)] = []
        for set in 0..<UInt16(1) << UInt16(own.count) {
            var (price, isAllowed) = (Int64(0), true)
            for bit in own.indices where set >> UInt16(bit) & 1 == 1 {
                price += all[own[bit]]
                isAllowed = isAllowed && needed[bit] & ~set == 0 && rivals[bit] & set == 0
            }
            if isAllowed { found.append((set, price)) }
        }
        // Of two sets of one price the one with the first measure that only one has comes first.
        found.sort {
            if $0.price != $1.price { return $0.price < $1.price }
            let parted = $0.set ^ $1.set
            return parted & (0 &- parted) & $0.set != 0
        }
        for (set, price) in found {
            let taken = own.indices.filter { set >> UInt16($0) & 1 == 1 }.map { own[$0] }
            sets.append(set)
            prices.append(price)
            needs.append(taken.reduce(0) { $0 | links.needs[$1] })
            conflicts.append(taken.reduce(0) { $0 | links.conflicts[$1] })
        }
    }
}

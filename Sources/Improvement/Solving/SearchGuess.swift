extension SearchLayout {
    /// A quarter of what a measure costs on average: what limits of prices rise by at first.
    var usualPrice: Int64 {
        let prices = prices.prices
        return prices.isEmpty ? 1 : prices.reduce(0, +) / Int64(prices.count) / 4 + 1
    }

    /// The price of any measures, by position.
    func price(of chosen: [Int]) -> Int64 {
        chosen.reduce(0) { $0 + prices.prices[$1] }
    }

    /// A set that does, for a search that was cut before it found one: all shared measures that can be
    /// taken together, then without one after another as long as that is better.
    func anything(_ aim: SearchAim, most: Int64) -> SearchFind? {
        var scale = SearchScale(self, aim)
        var node = SearchNode(taken: 0, offered: all)
        while node.offered != 0 {
            node = node.taking(node.offered.trailingZeroBitCount, self)
        }
        var best = scale.exact(node.taken, limit: most, isTied: false).find
        var isBetter = true
        while isBetter {
            isBetter = false
            for measure in shared.indices where node.taken >> UInt64(measure) & 1 == 1 {
                let fewer = node.taken & ~(dependents[measure] | 1 << UInt64(measure))
                let limit = best.map { $0.figure - 1 } ?? most
                guard let find = scale.exact(fewer, limit: limit, isTied: false).find else {
                    continue
                }
                (best, node.taken, isBetter) = (find, fewer, true)
            }
        }
        return best
    }
}

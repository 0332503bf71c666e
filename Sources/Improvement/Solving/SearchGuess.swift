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

    /// A good set, found by changing a set of shared measures as long as that makes it better: one
    /// more or one less, or one for another one or two; `nil` where all and none of them do not.
    func guess(_ aim: SearchAim, most: Int64) -> SearchFind? {
        var climb = SearchClimb(self, aim, most: most)
        var whole = SearchNode(taken: 0, offered: all)
        while whole.offered != 0 {
            whole = whole.taking(whole.offered.trailingZeroBitCount, self)
        }
        climb.climb(from: whole.taken)
        climb.climb(from: 0)
        return climb.best
    }
}

/// Makes sets of shared measures better, a measure at a time.
private struct SearchClimb {
    private let layout: SearchLayout
    private let most: Int64
    private var scale: SearchScale
    private(set) var best: SearchFind?

    init(_ layout: SearchLayout, _ aim: SearchAim, most: Int64) {
        (self.layout, self.most) = (layout, most)
        scale = SearchScale(layout, aim)
    }

    /// Keeps what is better than anything before.
    mutating func climb(from start: UInt64) {
        _ = isBetter(start)
        guard best != nil else { return }
        var taken = start
        while let next = next(to: taken) { taken = next }
    }

    /// The best of the sets with one measure more or less; where none is better, the first that is
    /// with one for another, then with one for two others.
    private mutating func next(to taken: UInt64) -> UInt64? {
        var found: UInt64?
        for measure in layout.shared.indices {
            let isTaken = taken >> UInt64(measure) & 1 == 1
            let other = isTaken ? less(taken, measure) : more(taken, measure)
            if isBetter(other) { found = other }
        }
        if let found { return found }
        let members = layout.shared.indices.filter { taken >> UInt64($0) & 1 == 1 }
        for measure in members {
            if let swapped = swapped(less(taken, measure), from: taken) { return swapped }
        }
        for (place, measure) in members.enumerated() {
            for other in members.dropFirst(place + 1) {
                let fewer = less(less(taken, measure), other)
                if let swapped = swapped(fewer, from: taken) { return swapped }
            }
        }
        return nil
    }

    /// The first of the sets with one more measure that was not taken which is better.
    private mutating func swapped(_ fewer: UInt64, from taken: UInt64) -> UInt64? {
        for measure in layout.shared.indices where taken >> UInt64(measure) & 1 == 0 {
            let other = more(fewer, measure)
            if isBetter(other) { return other }
        }
        return nil
    }

    private mutating func isBetter(_ taken: UInt64) -> Bool {
        let limit = best.map { $0.figure - 1 } ?? most
        guard SearchNode(taken: taken, offered: 0).isSound(layout),
            let find = scale.exact(taken, limit: limit, isTied: false).find
        else { return false }
        best = find
        return true
    }

    private func less(_ taken: UInt64, _ measure: Int) -> UInt64 {
        taken & ~(layout.dependents[measure] | 1 << UInt64(measure))
    }

    /// With what it needs, and without what excludes these or needs what is excluded.
    private func more(_ taken: UInt64, _ measure: Int) -> UInt64 {
        let new = layout.needs[measure] | 1 << UInt64(measure)
        var (left, other) = (new, taken)
        while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left - 1
            var rivals = layout.conflicts[bit] & other
            while rivals != 0 {
                other = less(other, rivals.trailingZeroBitCount)
                rivals &= other
            }
        }
        return other | new
    }
}

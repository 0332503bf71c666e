/// What a search makes as small as it can: the price, or the weight of the blocks that do not hold.
enum SearchAim {
    /// The price with which blocks of this weight hold.
    case price(weight: Int64)
    /// The weight that is missed with this price at most.
    case missed(most: Int64)
}

/// A set of measures that the search came to.
struct SearchFind {
    /// What is made small.
    let figure: Int64
    /// Sorted positions.
    let chosen: [Int]
}

/// What sets of shared measures come to: what cannot be undercut, and what is reached in truth.
struct SearchScale {
    let layout: SearchLayout
    let aim: SearchAim
    private var cover = SearchCover()

    init(_ layout: SearchLayout, _ aim: SearchAim) {
        (self.layout, self.aim) = (layout, aim)
    }

    /// What no set has less than.
    ///
    /// - Parameters:
    ///   - price: Of the shared measures that are taken.
    ///   - offered: These, and those that may be taken.
    /// - Returns: `nil` where none does.
    mutating func least(_ price: Int64, offered: UInt64) -> Int64? {
        guard let paid = required(with: offered, isExact: false) else { return nil }
        let (needed, base) = fill(with: offered, paid: price + paid, isExact: false)
        guard let needed, let least = cover.least(needed) else { return nil }
        return base + least
    }

    /// The least that is reached with exactly these shared measures, within a limit.
    ///
    /// - Parameter isTied: Whether the first set of all that reach as little is wanted.
    /// - Returns: The set, and whether a better one may exist because there was too much to look at.
    mutating func exact(
        _ taken: UInt64, limit: Int64, isTied: Bool
    ) -> (find: SearchFind?, isCut: Bool) {
        guard let paid = required(with: taken, isExact: true) else { return (nil, false) }
        let price = layout.price(of: taken) + paid
        let (needed, base) = fill(with: taken, paid: price, isExact: true)
        guard let needed, base <= limit else { return (nil, false) }
        if needed <= 0 { return (find(taken, base, []), false) }
        guard cover.total >= needed else { return (nil, false) }
        cover.sort()
        var packing = SearchPacking(
            cover.items, needed: needed, limit: limit - base, isTied: isTied)
        let found = packing.found()
        return (
            found.map { find(taken, base + $0.price, $0.taken) }, packing.isCut
        )
    }

    private func required(with offered: UInt64, isExact: Bool) -> Int64? {
        var sum: Int64 = 0
        for block in layout.required {
            guard let set = block.first(with: offered, isExact: isExact) else { return nil }
            sum += block.prices[set]
        }
        return sum
    }

    /// Lays out what is to be covered.
    ///
    /// - Returns: The size to cover, `nil` where it cannot be done, and what the price of a cover adds
    ///   to.
    private mutating func fill(
        with offered: UInt64, paid: Int64, isExact: Bool
    ) -> (needed: Int64?, base: Int64) {
        cover.removeAll()
        var (held, sum) = (Int64(0), Int64(0))
        for (index, block) in layout.others.enumerated() {
            guard let set = block.first(with: offered, isExact: isExact) else { continue }
            held += block.weight
            let price = block.prices[set]
            guard price > 0 else { continue }
            sum += price
            let first = isExact ? block.measures(of: set).first ?? 0 : 0
            switch aim {
            case .price:
                held -= block.weight
                cover.add(
                    .init(size: block.weight, price: price, block: index, set: set, first: first))
            case .missed:
                cover.add(
                    .init(size: price, price: block.weight, block: index, set: set, first: first))
            }
        }
        switch aim {
        case .price(let weight): return (weight - held, paid)
        case .missed(let most):
            return (paid > most ? nil : sum - (most - paid), layout.weight - held)
        }
    }

    /// The set: of the items those that were taken, or left out.
    private func find(_ taken: UInt64, _ figure: Int64, _ items: [Int]) -> SearchFind {
        var chosen = layout.shared.indices.filter { taken >> UInt64($0) & 1 == 1 }.map {
            layout.shared[$0]
        }
        for block in layout.required {
            if let set = block.first(with: taken, isExact: true) {
                chosen += block.measures(of: set)
            }
        }
        let isCover = if case .price = aim { true } else { false }
        var isListed = [Bool](repeating: false, count: cover.items.count)
        for item in items { isListed[item] = true }
        for (index, item) in cover.items.enumerated() where isListed[index] == isCover {
            chosen += layout.others[item.block].measures(of: item.set)
        }
        return SearchFind(figure: figure, chosen: chosen.sorted())
    }
}

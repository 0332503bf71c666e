/// What sets of shared measures come to: what cannot be undercut, and what is reached in truth.
struct SearchScale {
    let layout: SearchLayout
    let aim: SearchAim
    /// What there is in every node.
    let whole: SearchFocus
    private var cover = SearchCover()

    init(_ layout: SearchLayout, _ aim: SearchAim) {
        (self.layout, self.aim) = (layout, aim)
        whole = SearchFocus(layout)
        cover.isPricedByWeight = if case .missed = aim { true } else { false }
    }

    /// What no set has less than.
    ///
    /// - Parameters:
    ///   - price: Of the shared measures that are taken.
    ///   - offered: These, and those that may be taken.
    ///   - focus: Of a node of these, or of more that are offered.
    /// - Returns: `nil` where none does.
    mutating func least(_ price: Int64, offered: UInt64, _ focus: SearchFocus) -> Int64? {
        least(price, offered: offered, focus) { _, block in
            block.first(with: offered, isExact: false)
        }
    }

    /// The same where the open blocks were asked before, with `column` the position of what is offered.
    mutating func least(
        _ price: Int64, offered: UInt64, _ focus: SearchFocus, _ firsts: SearchFirsts, column: Int
    ) -> Int64? {
        least(price, offered: offered, focus) { place, _ in firsts.set(place, column) }
    }

    private mutating func least(
        _ price: Int64, offered: UInt64, _ focus: SearchFocus,
        first: (_ place: Int, SearchBlock) -> Int?
    ) -> Int64? {
        guard let paid = required(with: offered, isExact: false) else { return nil }
        let (needed, base) = fill(paid: price + paid, focus, first: first)
        guard let needed, let least = cover.least(needed) else { return nil }
        return base + least
    }

    /// The least that is reached with exactly these shared measures, within a limit.
    ///
    /// - Parameters:
    ///   - taken: These and no others.
    ///   - limit: What the set may have at most.
    ///   - isTied: Whether the first set of all that reach as little is wanted.
    /// - Returns: The set, and whether a better one may exist because there was too much to look at.
    mutating func exact(
        _ taken: UInt64, limit: Int64, isTied: Bool
    ) -> (find: SearchFind?, isCut: Bool) {
        guard let paid = required(with: taken, isExact: true) else { return (nil, false) }
        let price = layout.price(of: taken) + paid
        let (needed, base) = fill(paid: price, whole) { _, block in
            block.first(with: taken, isExact: true)
        }
        guard let needed, base <= limit else { return (nil, false) }
        if needed <= 0 { return (find(taken, base, []), false) }
        guard let least = cover.least(needed), base + least <= limit else { return (nil, false) }
        cover.sort(by: firsts())
        var packing = SearchPacking(
            cover, firsts: firsts(), needed: needed, limit: limit - base, isTied: isTied)
        let found = packing.found()
        return (found.map { find(taken, base + $0.price, $0.taken) }, packing.isCut)
    }

    private func required(with offered: UInt64, isExact: Bool) -> Int64? {
        var sum: Int64 = 0
        for block in layout.required {
            guard let set = block.first(with: offered, isExact: isExact) else { return nil }
            sum += block.price(of: set)
        }
        return sum
    }

    /// Lays out what is to be covered.
    ///
    /// - Parameters:
    ///   - paid: For what is taken whatever else is.
    ///   - focus: What is decided, and what is open.
    ///   - first: The set with which an open block holds.
    /// - Returns: The size to cover, `nil` where it cannot be done, and what the price of a cover adds
    ///   to.
    private mutating func fill(
        paid: Int64, _ focus: SearchFocus, first: (_ place: Int, SearchBlock) -> Int?
    ) -> (needed: Int64?, base: Int64) {
        var (held, sum) = (focus.weight, focus.price)
        cover.begin(with: focus.items)
        for (place, index) in focus.open.enumerated() {
            let block = layout.others[index]
            guard let set = first(place, block) else { continue }
            held += block.weight
            let price = block.price(of: set)
            guard price > 0 else { continue }
            sum += price
            cover.add(.init(block: index, weight: block.weight, set: set, price: price))
        }
        switch aim {
        case .price(let weight):
            // What is held for nothing need not be covered.
            return (weight - (held - cover.total), paid)
        case .missed(let most):
            return (paid > most ? nil : sum - (most - paid), layout.weight - held)
        }
    }

    /// The first measure of each item.
    private func firsts() -> [Int] {
        cover.items.map { layout.others[Int($0.block)].measures(of: Int($0.set)).first ?? 0 }
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
        var isListed = [Bool](repeating: false, count: cover.items.count)
        for item in items { isListed[item] = true }
        for (index, item) in cover.items.enumerated()
        where isListed[index] != cover.isPricedByWeight {
            chosen += layout.others[Int(item.block)].measures(of: Int(item.set))
        }
        return SearchFind(figure: figure, chosen: chosen.sorted())
    }
}

/// Branch and bound over the shared measures.
///
/// A node has measures that are taken and measures that may be. What alone would lead above the limit
/// is dropped, and what cannot be missed is taken, until nothing changes; then the measure that is
/// missed most is branched on, taking it first.
struct SearchTree {
    private let layout: SearchLayout
    private var scale: SearchScale
    /// Whether the first of all sets that are as good is looked for, as of those of one price.
    private let isTied: Bool
    /// What sets may have at most; falls with every find.
    private var limit: Int64
    private(set) var best: SearchFind?
    /// Bounds that may still be computed; the search is cut at 0.
    private(set) var left: Int
    /// What sets that were not looked at have at least.
    private(set) var open = Int64.max

    /// - Parameters:
    ///   - layout: What is searched.
    ///   - aim: What is made small.
    ///   - limit: What sets may have at most.
    ///   - best: A set that has as much, where one is known.
    ///   - nodes: Bounds that may be computed.
    init(
        _ layout: SearchLayout, _ aim: SearchAim, limit: Int64, best: SearchFind?, nodes: Int
    ) {
        self.layout = layout
        scale = SearchScale(layout, aim)
        isTied = if case .price = aim { true } else { false }
        self.limit = best == nil || isTied ? limit : limit - 1
        (self.best, left) = (best, nodes)
    }

    var isCut: Bool { open < .max }

    mutating func run() {
        visit(SearchNode(taken: 0, offered: layout.all), scale.whole, bound: 0, isSeen: false)
    }

    /// - Parameters:
    ///   - given: What is taken and offered.
    ///   - blocks: What the node above decides on.
    ///   - inherited: What sets of the node have at least, as the one above knows.
    ///   - isSeen: Whether what is reached with just what is taken was looked at.
    private mutating func visit(
        _ given: SearchNode, _ blocks: SearchFocus, bound inherited: Int64, isSeen: Bool
    ) {
        guard left > 0 else {
            open = min(open, inherited)
            return
        }
        var (node, focus) = (given, blocks)
        guard let bound = settle(&node, &focus) else { return }
        if !isSeen || node.taken != given.taken { look(at: node, focus) }
        guard node.offered != 0, bound <= limit, let measure = node.branch else { return }
        visit(node.taking(measure, layout), focus, bound: bound, isSeen: false)
        guard bound <= limit else { return }
        visit(node.leaving(measure, layout), focus, bound: bound, isSeen: true)
    }

    private mutating func least(
        _ price: Int64, offered: UInt64, _ focus: SearchFocus
    ) -> Int64? {
        left -= 1
        return scale.least(price, offered: offered, focus)
    }

    /// Sees what is reached when nothing more is taken.
    private mutating func look(at node: SearchNode, _ focus: SearchFocus) {
        let price = layout.price(of: node.taken)
        guard let least = least(price, offered: node.taken, focus), least <= limit else { return }
        let (find, isCut) = scale.exact(node.taken, limit: limit, isTied: isTied)
        if isCut { open = min(open, least) }
        guard let find, best.map(find.precedes) ?? true else { return }
        best = find
        limit = isTied ? find.figure : find.figure - 1
    }

    /// Drops and takes what the limit decides, until nothing changes.
    ///
    /// - Returns: What sets of the node have at least; `nil` where that is above the limit.
    private mutating func settle(
        _ node: inout SearchNode, _ focus: inout SearchFocus
    ) -> Int64? {
        while true {
            guard node.isSound(layout) else { return nil }
            let price = layout.price(of: node.taken)
            focus.narrow(layout, taken: node.taken, offered: node.all)
            guard let bound = least(price, offered: node.all, focus), bound <= limit else {
                return nil
            }
            let before = node
            drop(from: &node, focus, price: price, bound: bound)
            if node.offered != before.offered { continue }
            force(&node, focus, price: price)
            if node.taken == before.taken { return bound }
        }
    }

    /// Drops measures whose price alone leads above the limit.
    private mutating func drop(
        from node: inout SearchNode, _ focus: SearchFocus, price: Int64, bound: Int64
    ) {
        var left = node.offered
        while left != 0 {
            let measure = left.trailingZeroBitCount
            left &= left - 1
            let taken = node.taking(measure, layout)
            let with = layout.price(of: taken.taken)
            let least: Int64? =
                if case .price = scale.aim {
                    bound + with - price
                } else {
                    self.least(with, offered: node.all, focus)
                }
            if let least, least <= limit { continue }
            node = node.leaving(measure, layout)
            left &= node.offered
        }
    }

    /// Takes measures without which all is above the limit; notes the one missed most.
    private mutating func force(
        _ node: inout SearchNode, _ focus: SearchFocus, price: Int64
    ) {
        let measures = layout.shared.indices.filter { node.offered >> UInt64($0) & 1 == 1 }
        let offered = measures.map { node.leaving($0, layout).all }
        let firsts = SearchFirsts(layout, focus, offered: offered)
        var (most, forced) = (Int64.min, [Int]())
        node.branch = nil
        for (column, measure) in measures.enumerated() {
            left -= 1
            let least = scale.least(
                price, offered: offered[column], focus, firsts, column: column)
            guard let least, least <= limit else {
                forced.append(measure)
                continue
            }
            if least > most { (most, node.branch) = (least, measure) }
        }
        for measure in forced { node = node.taking(measure, layout) }
    }
}

extension SearchFind {
    /// Whether it comes before another in the order of ties.
    fileprivate func precedes(_ other: SearchFind) -> Bool {
        if figure != other.figure { return figure < other.figure }
        if chosen.count != other.chosen.count { return chosen.count < other.chosen.count }
        return chosen.lexicographicallyPrecedes(other.chosen)
    }
}

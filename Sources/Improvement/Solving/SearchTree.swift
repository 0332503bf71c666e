/// Branch and bound over the shared measures.
///
/// A node has measures that are taken and measures that may be. What alone would lead above the limit
/// is dropped, and what cannot be missed is taken, until nothing changes; then the measure that is
/// missed most is branched on, taking it first.
struct SearchTree {
    private let layout: SearchLayout
    private var scale: SearchScale
    /// Whether the first of all sets as good as the limit is looked for, not a better one.
    private let isTied: Bool
    /// What sets may have at most; falls with every find.
    private var limit: Int64
    private(set) var best: SearchFind?
    /// Nodes that may still be looked at; the search is cut below 0.
    private(set) var left: Int
    /// What sets that were not looked at have at least.
    private(set) var open = Int64.max

    init(_ layout: SearchLayout, _ aim: SearchAim, limit: Int64, isTied: Bool, nodes: Int) {
        self.layout = layout
        scale = SearchScale(layout, aim)
        (self.limit, self.isTied, left) = (limit, isTied, nodes)
    }

    var isCut: Bool { open < .max }

    mutating func run() {
        visit(SearchNode(taken: 0, offered: layout.all), bound: 0, isSeen: false)
    }

    private mutating func visit(_ given: SearchNode, bound inherited: Int64, isSeen: Bool) {
        left -= 1
        guard left >= 0 else {
            open = min(open, inherited)
            return
        }
        var node = given
        guard let bound = settle(&node) else { return }
        if !isSeen || node.taken != given.taken { look(at: node) }
        guard node.offered != 0, bound <= limit, let measure = node.branch else { return }
        visit(node.taking(measure, layout), bound: bound, isSeen: false)
        guard bound <= limit else { return }
        visit(node.leaving(measure, layout), bound: bound, isSeen: true)
    }

    /// Sees what is reached when nothing more is taken.
    private mutating func look(at node: SearchNode) {
        let price = layout.price(of: node.taken)
        guard let least = scale.least(price, offered: node.taken), least <= limit else { return }
        let (find, isCut) = scale.exact(node.taken, limit: limit, isTied: isTied)
        if isCut { open = min(open, least) }
        guard let find else { return }
        if isTied {
            let isFirst =
                best.map { find.figure < $0.figure || find.chosen.precedes($0.chosen) } ?? true
            if isFirst { best = find }
        } else {
            best = find
            limit = find.figure - 1
        }
    }

    /// Drops and takes what the limit decides, until nothing changes.
    ///
    /// - Returns: What sets of the node have at least; `nil` where that is above the limit.
    private mutating func settle(_ node: inout SearchNode) -> Int64? {
        while true {
            guard node.isSound(layout) else { return nil }
            let price = layout.price(of: node.taken)
            guard let bound = scale.least(price, offered: node.all), bound <= limit else {
                return nil
            }
            let before = node
            drop(from: &node, price: price, bound: bound)
            if node.offered != before.offered { continue }
            force(&node, price: price)
            if node.taken == before.taken { return bound }
        }
    }

    /// Drops measures whose price alone leads above the limit.
    private mutating func drop(from node: inout SearchNode, price: Int64, bound: Int64) {
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
                    scale.least(with, offered: node.all)
                }
            if let least, least <= limit { continue }
            node = node.leaving(measure, layout)
            left &= node.offered
        }
    }

    /// Takes measures without which all is above the limit; notes the one missed most.
    private mutating func force(_ node: inout SearchNode, price: Int64) {
        var (left, most) = (node.offered, Int64.min)
        node.branch = nil
        while left != 0 {
            let measure = left.trailingZeroBitCount
            left &= left - 1
            let without = node.leaving(measure, layout)
            guard let least = scale.least(price, offered: without.all), least <= limit else {
                node = node.taking(measure, layout)
                return
            }
            if least > most { (most, node.branch) = (least, measure) }
        }
    }
}

/// Shared measures that are taken, and those that may be.
struct SearchNode {
    var taken: UInt64
    var offered: UInt64
    /// The measure to branch on.
    var branch: Int?

    var all: UInt64 { taken | offered }

    /// With a measure, what it needs, and without what excludes them.
    func taking(_ measure: Int, _ layout: SearchLayout) -> SearchNode {
        let new = (layout.needs[measure] | 1 << UInt64(measure)) & ~taken
        var (left, excluded) = (new, UInt64(0))
        while left != 0 {
            let other = left.trailingZeroBitCount
            left &= left - 1
            excluded |= layout.conflicts[other]
        }
        return SearchNode(taken: taken | new, offered: offered & ~new).without(excluded, layout)
    }

    /// Without a measure and what needs it.
    func leaving(_ measure: Int, _ layout: SearchLayout) -> SearchNode {
        without(1 << UInt64(measure), layout)
    }

    private func without(_ measures: UInt64, _ layout: SearchLayout) -> SearchNode {
        var (left, gone) = (measures, measures)
        while left != 0 {
            let other = left.trailingZeroBitCount
            left &= left - 1
            gone |= layout.dependents[other]
        }
        return SearchNode(taken: taken, offered: offered & ~gone)
    }

    /// Whether what is taken respects needs and exclusions, as far as what may be taken allows.
    func isSound(_ layout: SearchLayout) -> Bool {
        var left = taken
        while left != 0 {
            let measure = left.trailingZeroBitCount
            left &= left - 1
            if layout.conflicts[measure] & taken != 0 { return false }
            if layout.needs[measure] & ~taken != 0 { return false }
        }
        return true
    }
}

extension [Int] {
    /// Whether a sorted list comes before another in the order of ties: fewer first.
    fileprivate func precedes(_ other: [Int]) -> Bool {
        count != other.count ? count < other.count : lexicographicallyPrecedes(other)
    }
}

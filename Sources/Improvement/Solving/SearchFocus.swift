/// Blocks that a node still decides on, and what the others come to whatever it does.
///
/// A block whose first set is the same with all that is taken as with all that may be is decided.
struct SearchFocus {
    /// Positions of blocks that are not decided.
    var open: [Int]
    /// Decided blocks that hold at a price.
    var items: [SearchCover.Item] = []
    /// The prices of these, and the weight of all decided blocks that hold.
    var price: Int64 = 0
    var weight: Int64 = 0

    /// All blocks are open.
    init(_ layout: SearchLayout) {
        open = Array(layout.others.indices)
    }

    /// Decides what a node of fewer measures decides.
    ///
    /// - Parameters:
    ///   - layout: Whose blocks they are.
    ///   - taken: At least what was taken before.
    ///   - offered: With these; at most what was offered before.
    mutating func narrow(_ layout: SearchLayout, taken: UInt64, offered: UInt64) {
        let before = open
        open.removeAll(keepingCapacity: true)
        for index in before {
            let block = layout.others[index]
            let set = block.first(with: offered, isExact: false)
            if block.first(with: taken, isExact: false) != set {
                open.append(index)
            } else if let set {
                weight += block.weight
                let price = block.price(of: set)
                guard price > 0 else { continue }
                self.price += price
                items.append(.init(block: index, weight: block.weight, set: set, price: price))
            }
        }
    }
}

/// With which sets open blocks hold, for several that may be offered.
///
/// Each block is asked about all of these at once, so that what it knows is at hand: a search spends most
/// of its time on this.
struct SearchFirsts {
    private let count: Int
    /// By block, then by what is offered; -1 for none.
    private var sets: [Int32] = []

    init(_ layout: SearchLayout, _ focus: SearchFocus, offered: [UInt64]) {
        count = offered.count
        sets.reserveCapacity(focus.open.count * count)
        for index in focus.open {
            let block = layout.others[index]
            for offered in offered {
                sets.append(Int32(block.first(with: offered, isExact: false) ?? -1))
            }
        }
    }

    /// The set of a block, by its position among those that are open, with what is offered at a position.
    func set(_ place: Int, _ column: Int) -> Int? {
        let set = sets[place * count + column]
        return set < 0 ? nil : Int(set)
    }
}

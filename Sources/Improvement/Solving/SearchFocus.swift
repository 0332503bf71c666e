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

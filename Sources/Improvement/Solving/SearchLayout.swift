/// A problem taken apart for the search: measures that act on several blocks are shared, and branched
/// on; those of one block are its own, and looked up.
struct SearchLayout {
    /// At most so many shared measures.
    static let mostShared = 60
    /// At most so many measures of a block's own; further ones are branched on.
    static let mostOwn = 15

    let prices: SearchPrices
    /// Positions of the shared measures, sorted; bits in masks are positions in this.
    let shared: [Int]
    /// Of each shared measure: its price, what it needs, what needs it, and what excludes it.
    let price: [Int64]
    let needs: [UInt64]
    let dependents: [UInt64]
    let conflicts: [UInt64]
    /// Blocks that must hold.
    let required: [SearchBlock]
    /// Blocks that may hold, of a weight above 0.
    let others: [SearchBlock]
    /// The weight of the others.
    let weight: Int64
    /// Whether a required block cannot hold.
    let isImpossible: Bool

    /// Fails where the problem does not fit.
    init?(_ problem: Problem) {
        guard let prices = SearchPrices(problem) else { return nil }
        let blocks = problem.blocks.filter { $0.isRequired || $0.weight > 0 && !$0.isImpossible }
        let owners = SearchOwners(problem, blocks)
        let shared = problem.measures.indices.filter { owners[$0] == .several }
        guard shared.count <= Self.mostShared else { return nil }
        var bits: [Int: UInt64] = [:]
        for (bit, measure) in shared.enumerated() { bits[measure] = 1 << UInt64(bit) }
        let links = SearchLinks(problem, bits)
        var (required, others, weight, room) = ([SearchBlock](), [SearchBlock](), Int64(0), 1 << 23)
        for (index, block) in blocks.enumerated() {
            let own = owners.measures(of: index)
            guard
                let laid = SearchBlock(
                    block, own: own, problem, prices: prices.prices, links: links, room: &room)
            else { return nil }
            if block.isRequired {
                required.append(laid)
            } else {
                others.append(laid)
                let (sum, isTooLarge) = weight.addingReportingOverflow(block.weight)
                guard !isTooLarge, sum <= 1 << 60 else { return nil }
                weight = sum
            }
        }
        self.prices = prices
        self.shared = shared
        price = shared.map { prices.prices[$0] }
        needs = shared.map { links.needs[$0] }
        conflicts = shared.map { links.conflicts[$0] }
        dependents = shared.map { measure in
            shared.indices.reduce(0) { mask, other in
                links.needs[shared[other]] & (bits[measure] ?? 0) == 0
                    ? mask : mask | 1 << UInt64(other)
            }
        }
        self.required = required
        self.others = others
        self.weight = weight
        isImpossible = blocks.contains { $0.isRequired && $0.isImpossible }
    }

    /// All shared measures.
    var all: UInt64 {
        shared.isEmpty ? 0 : UInt64.max >> UInt64(64 - shared.count)
    }

    func price(of mask: UInt64) -> Int64 {
        var (left, sum) = (mask, Int64(0))
        while left != 0 {
            sum += price[left.trailingZeroBitCount]
            left &= left - 1
        }
        return sum
    }
}

/// What each measure needs and is excluded by among the shared ones, and which measures exclude it.
struct SearchLinks {
    let bits: [Int: UInt64]
    let needs: [UInt64]
    let conflicts: [UInt64]
    /// All that exclude a measure.
    let rivals: [Set<Int>]

    init(_ problem: Problem, _ bits: [Int: UInt64]) {
        self.bits = bits
        needs = problem.measures.map { measure in
            measure.needs.reduce(0) { $0 | (bits[$1] ?? 0) }
        }
        var rivals = [Set<Int>](repeating: [], count: problem.measures.count)
        for group in problem.exclusions {
            for measure in group { rivals[measure].formUnion(group.filter { $0 != measure }) }
        }
        conflicts = rivals.map { $0.reduce(0) { $0 | (bits[$1] ?? 0) } }
        self.rivals = rivals
    }
}

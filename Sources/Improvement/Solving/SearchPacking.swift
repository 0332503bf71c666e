/// The exact least cover: dynamic programming over the sizes and prices that can be had, from the
/// cheapest items for their size, without what cannot become the best.
///
/// - Source: G. Nemhauser, Z. Ullmann, Discrete dynamic programming and capital allocation (1969),
///   with the bound of G. Dantzig (1957).
struct SearchPacking {
    /// Lists are given up where there are more of them, over all items.
    private static let most = 4_000_000

    private struct State {
        let size: Int64
        let price: Int64
        /// The last item taken, in ``steps``; -1 for none.
        let step: Int32
    }

    private struct Step {
        let item: Int32
        let before: Int32
    }

    private let items: [SearchCover.Item]
    /// The first measure of each item, which tells covers of one price apart.
    private let firsts: [Int]
    private let needed: Int64
    /// Whether covers of the least price are compared as well.
    private let isTied: Bool
    /// Sizes and prices of all items before each.
    private var sizes: [Int64] = [0]
    private var prices: [Int64] = [0]
    private var steps: [Step] = []
    private var limit: Int64
    private var best: State?
    /// Whether there was too much to look at, so that a better cover may exist.
    private(set) var isCut = false

    /// - Parameters:
    ///   - cover: Its items are sorted.
    ///   - firsts: The first measure that each item stands for.
    ///   - needed: The size to cover, above 0.
    ///   - limit: The price that covers may have at most.
    ///   - isTied: Whether the first of all covers of the least price is wanted.
    init(_ cover: SearchCover, firsts: [Int], needed: Int64, limit: Int64, isTied: Bool) {
        (items, self.firsts, self.needed) = (cover.items, firsts, needed)
        (self.limit, self.isTied) = (limit, isTied)
        for (index, item) in items.enumerated() {
            sizes.append(sizes[index] + item.size)
            prices.append(prices[index] + item.price)
        }
    }

    /// The least cover within the limit.
    mutating func found() -> SearchCover.Found? {
        let greedy = greedy()
        if let greedy { limit = min(limit, greedy.price) }
        var states = [State(size: 0, price: 0, step: -1)]
        for item in items.indices {
            states = extended(states, item)
            if steps.count > Self.most {
                isCut = true
                break
            }
            if states.isEmpty { break }
        }
        if let best { return SearchCover.Found(price: best.price, taken: taken(best.step)) }
        return isCut ? greedy : nil
    }

    /// Items in order up to the one that covers, instead of which a cheaper one may do.
    private func greedy() -> SearchCover.Found? {
        guard let last = items.indices.first(where: { sizes[$0 + 1] >= needed }) else { return nil }
        var closing = last
        for item in last..<items.count
        where items[item].size >= needed - sizes[last] && items[item].price < items[closing].price {
            closing = item
        }
        let price = prices[last] + items[closing].price
        guard price <= limit else { return nil }
        return SearchCover.Found(price: price, taken: Array(0..<last) + [closing])
    }

    /// All states after an item is left or taken, by price, then in the order of ties; larger ones
    /// come later, others are no use.
    private mutating func extended(_ states: [State], _ item: Int) -> [State] {
        var taken: [State] = []
        for state in states {
            let (size, price) = (state.size + items[item].size, state.price + items[item].price)
            if price > limit { break }
            steps.append(Step(item: Int32(item), before: state.step))
            let next = State(size: size, price: price, step: Int32(steps.count - 1))
            if size >= needed { finish(next) } else { taken.append(next) }
        }
        var (merged, left, right, largest) = ([State](), 0, 0, Int64(-1))
        merged.reserveCapacity(states.count + taken.count)
        while left < states.count || right < taken.count {
            let next: State
            if right == taken.count || left < states.count && precedes(states[left], taken[right]) {
                next = states[left]
                left += 1
            } else {
                next = taken[right]
                right += 1
            }
            guard next.size > largest, isPromising(next, after: item + 1) else { continue }
            largest = next.size
            merged.append(next)
        }
        return merged
    }

    private mutating func finish(_ state: State) {
        if let best, !(isTied ? precedes(state, best) : state.price < best.price) { return }
        best = state
        limit = isTied ? state.price : state.price - 1
    }

    /// Whether what is missing can be had within the limit, the last item in part.
    private func isPromising(_ state: State, after item: Int) -> Bool {
        let wanted = sizes[item] + needed - state.size
        guard let all = sizes.last, all >= wanted else { return false }
        var (low, high) = (item, items.count)
        // The first position with which the sum comes to what is wanted.
        while low < high {
            let middle = (low + high) / 2
            if sizes[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        let last = low - 1
        let whole = state.price + prices[last] - prices[item]
        return whole + items[last].partly(wanted - sizes[last]) <= limit
    }

    private func precedes(_ left: State, _ right: State) -> Bool {
        if left.price != right.price { return left.price < right.price }
        guard isTied else { return left.size >= right.size }
        let first = firstOfOne(left.step, right.step)
        return first.left < first.right
    }

    /// The first measure that one side has and the other has not.
    private func firstOfOne(_ left: Int32, _ right: Int32) -> (left: Int, right: Int) {
        var (left, right, first) = (left, right, (left: Int.max, right: Int.max))
        while left != right {
            let (one, other) = (
                left < 0 ? -1 : steps[Int(left)].item, right < 0 ? -1 : steps[Int(right)].item
            )
            if one >= other {
                if one > other { first.left = min(first.left, firsts[Int(one)]) }
                left = steps[Int(left)].before
            }
            if other >= one {
                if other > one { first.right = min(first.right, firsts[Int(other)]) }
                right = steps[Int(right)].before
            }
        }
        return first
    }

    private func taken(_ step: Int32) -> [Int] {
        var (step, found) = (step, [Int]())
        while step >= 0 {
            found.append(Int(steps[Int(step)].item))
            step = steps[Int(step)].before
        }
        return found
    }
}

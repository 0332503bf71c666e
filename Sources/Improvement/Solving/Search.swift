extension Problem {
    /// Solves by branching on what acts on several blocks; the blocks are looked up.
    ///
    /// Suits many blocks that have little in common, as bodies of an apparatus. Optimal sets are as
    /// ``Solution/chosen`` says; where only the proof that the list is the first of its kind reached
    /// the limit, the set counts as optimal.
    ///
    /// - Parameter limits: Of these ``SolvingLimits/searches`` counts, for the least or greatest figure,
    ///   and again for the least cost of the greatest.
    /// - Returns: `nil` where the problem does not fit: another aim, more than 60 measures of several
    ///   blocks, or tables or numbers that are too large.
    package func searched(limits: SolvingLimits) -> Solved? {
        switch aim {
        case .greatestValue: return nil
        case .leastCost(let weight):
            guard let layout = SearchLayout(self) else { return nil }
            return Search(layout, limits).leastCost(weight: weight)
        case .greatestWeight:
            guard let layout = SearchLayout(self) else { return nil }
            return Search(layout, limits).greatestWeight()
        }
    }
}

/// Searches with limits that rise up to what a guess came to: one below the best fails quickly, and the
/// one above it decides much from the start.
struct Search {
    /// How a search with rising limits ended.
    private enum End {
        case best(SearchFind)
        /// The best that was found, and what sets have at least.
        case cut(SearchFind?, least: Int64)
        case nothing
    }

    private let layout: SearchLayout
    private let limits: SolvingLimits

    init(_ layout: SearchLayout, _ limits: SolvingLimits) {
        (self.layout, self.limits) = (layout, limits)
    }

    func leastCost(weight: Int64) -> Solved {
        guard !layout.isImpossible, layout.prices.most >= 0 else { return .infeasible }
        let aim = SearchAim.price(weight: weight)
        switch end(aim, most: layout.prices.most, step: layout.usualPrice) {
        case .nothing: return .infeasible
        case .cut(nil, let least): return .unknown(bound: Int128(layout.prices.cost(of: least)))
        case .cut(let find?, let least):
            let (cost, bound) = (
                layout.prices.cost(of: find.figure), layout.prices.cost(of: least)
            )
            return .solution(
                Solution(
                    chosen: find.chosen, cost: cost, isOptimal: bound == cost, bound: Int128(bound))
            )
        case .best(let find):
            let cost = layout.prices.cost(of: find.figure)
            return .solution(
                Solution(
                    chosen: find.chosen, cost: cost, isOptimal: true, bound: Int128(cost)))
        }
    }

    func greatestWeight() -> Solved {
        guard !layout.isImpossible, layout.prices.most >= 0 else { return .infeasible }
        let most = layout.prices.most
        let aim = SearchAim.missed(most: most)
        let (found, least): (SearchFind, Int64)
        switch end(aim, most: layout.weight, step: max(layout.weight / 64, 1)) {
        case .nothing: return .infeasible
        case .cut(nil, _): return .unknown(bound: 0)
        case .cut(let find?, let bound): (found, least) = (find, bound)
        case .best(let find): (found, least) = (find, find.figure)
        }
        let weight = layout.weight - found.figure
        let price = layout.price(of: found.chosen)
        var (chosen, isCheapest) = (found.chosen, false)
        switch end(.price(weight: weight), most: price, step: layout.usualPrice) {
        case .best(let find): (chosen, isCheapest) = (find.chosen, true)
        case .cut(let find?, _): chosen = find.chosen
        case .cut(nil, _), .nothing: break
        }
        return .solution(
            Solution(
                chosen: chosen, cost: layout.prices.cost(of: layout.price(of: chosen)),
                reached: Int128(weight), isOptimal: isCheapest && least == found.figure,
                bound: Int128(layout.weight - least)))
    }

    private func end(_ aim: SearchAim, most: Int64, step: Int64) -> End {
        var scale = SearchScale(layout, aim)
        guard var least = scale.least(0, offered: layout.all, scale.whole), least <= most else {
            return .nothing
        }
        let guess = layout.guess(aim, most: most)
        let most = guess?.figure ?? most
        var (step, left) = (max(step, least / 16, 1), limits.searches)
        while true {
            let limit = most - least <= step ? most : least + step
            var tree = SearchTree(
                layout, aim, limit: limit, best: limit == most ? guess : nil, nodes: left)
            tree.run()
            if tree.isCut {
                let known = min(tree.open, tree.best?.figure ?? limit + 1)
                let find = tree.best ?? guess
                least = max(least, min(known, find?.figure ?? .max))
                return .cut(find, least: least)
            }
            if let best = tree.best { return .best(best) }
            guard limit < most else { return .nothing }
            (left, least) = (tree.left, limit + 1)
            step = step > 1 << 60 ? step : step * 2
        }
    }
}

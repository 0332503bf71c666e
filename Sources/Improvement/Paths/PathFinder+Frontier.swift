internal import Arithmetic

extension PathFinder {
    /// The curve from nothing to everything that helps.
    ///
    /// - Parameters:
    ///   - goal: Its figure is the curve's.
    ///   - points: So many at most.
    /// - Returns: Every point where there are no more than that, otherwise some, evenly over cost.
    public func frontier(_ goal: Goal, points: Int = 60) -> Frontier {
        guard points > 0, let asked = asked(goal.dual) else {
            return Frontier(points: [], isSampled: false)
        }
        var finder = self
        finder.limits = limits.beside
        let curve = Curve(finder: finder, goal: goal.dual, asked: asked)
        if let all = curve.all(atMost: points) { return Frontier(points: all, isSampled: false) }
        return Frontier(points: curve.some(points), isSampled: true)
    }
}

/// Walks along the curve of cost against a figure.
private struct Curve {
    let finder: PathFinder
    let goal: Goal
    let asked: Asked

    /// By solving for the least cost above a point and the most for that cost in turn.
    ///
    /// - Returns: `nil` where there are more.
    func all(atMost most: Int) -> [Frontier.Point]? {
        guard var last = best(0) else { return [] }
        var solutions = [last]
        while let dearer = cheapest(above: last.reached), let next = best(dearer.cost),
            last.reached < next.reached
        {
            guard solutions.count < most else { return nil }
            solutions.append(next)
            last = next
        }
        return points(solutions)
    }

    /// Evenly over cost.
    func some(_ count: Int) -> [Frontier.Point] {
        guard let last = best(nil) else { return [] }
        let whole = Int128(last.cost)
        let budgets = (0..<max(count - 1, 1)).map { index in
            Int64(clamping: whole * Int128(index) / Int128(max(count - 1, 1)))
        }
        var solutions: [Solution] = []
        for solution in budgets.compactMap(best) + (count > 1 ? [last] : [])
        where solutions.last.map({ $0.reached < solution.reached }) ?? true {
            solutions.append(solution)
        }
        return points(solutions)
    }

    private func best(_ budget: Int64?) -> Solution? {
        guard case .solution(let solution) = finder.solved(asked.problem(budget)) else {
            return nil
        }
        return finder.settled(solution, goal, asked, budget)
    }

    /// The least cost with which more is reached, as far as numbers tell it apart.
    private func cheapest(above reached: Int128) -> Solution? {
        let problem: Problem
        switch asked.aim {
        case .greatestWeight:
            problem = asked.table.problem(.leastCost(weight: Int64(clamping: reached + 1)))
        case .greatestValue, .leastCost:
            problem = asked.table.problem(
                .leastCost(weight: 0), value: asked.table.value(above: reached))
        }
        guard case .solution(let solution) = finder.solved(problem) else { return nil }
        return solution
    }

    private func points(_ solutions: [Solution]) -> [Frontier.Point] {
        let reading = FigureReading(finder: finder, goal: goal, table: asked.table)
        return solutions.compactMap { solution in
            let chosen = asked.table.chosen(solution)
            return reading.figure(chosen).map {
                Frontier.Point(
                    chosen: chosen, cost: finder.catalogue.cost(of: chosen), reached: $0.reached,
                    step: $0.step, isProven: solution.isOptimal && asked.table.doubt == nil)
            }
        }
    }
}

extension Table {
    /// The least value that counts as more: by a millionth of what can be gained, and for a rounded
    /// score by a step of the rounding.
    func value(above reached: Int128) -> Int128 {
        var room: Int128 = 0
        for group in drafts.flatMap(\.groups) {
            let values = group.states.lazy.map(\.value)
            let range = (values.max() ?? 0).heldAdding(0 &- (values.min() ?? 0))
            room = room.heldAdding(range)
        }
        let next = reached.heldAdding(max(room / 1_000_000, 1))
        guard case .score(let scale) = scale, scale.rounding != nil else { return next }
        let score = scale.score(of: reached)
        let more = scale.value { scale.sign > 0 ? score < $0 : $0 < score }
        return max(more ?? next, next)
    }
}

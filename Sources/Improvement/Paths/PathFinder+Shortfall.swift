internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Scoring

/// What to say where there is no path.
extension PathFinder {
    /// In the order in which it is looked at; what is told first leaves out what comes after.
    func shortfall(of goal: Goal, budget: Fixed?, isProven: Bool) -> Shortfall {
        let asked = asked(goal)
        let alone = conditions(goal, asked)
        var cost: Fixed?
        if alone.isEmpty, budget != nil, case .path(let path) = found(goal, budget: nil) {
            cost = path.cost
        }
        let isNearing = alone.isEmpty && cost == nil
        return Shortfall(
            leftOut: leftOut(goal), alone: alone,
            closest: isNearing ? asked.map { closest(goal, $0, budget) } ?? [] : [],
            costWithoutBudget: cost, firstDay: firstDay(goal, budget), isProven: isProven)
    }

    /// Measures that would change something of the body, or of anybody.
    private func leftOut(_ goal: Goal) -> [(id: String, reason: Catalogue.Reason)] {
        let body = goal.body.flatMap { position in
            let bodies = catalogue.assessment.evidence.bodies
            return bodies.indices.contains(position) ? bodies[position].id : nil
        }
        return catalogue.leftOut.filter { left in
            left.measure.actions.contains { action in
                switch action.reach {
                case .all: true
                case .body(let id): body.map { $0 == id } ?? true
                }
            }
        }.map { ($0.measure.id, $0.reason) }
    }

    /// By halving over the days on which a measure comes that is too late now.
    private func firstDay(_ goal: Goal, _ budget: Fixed?) -> Day? {
        guard let by = catalogue.by else { return nil }
        let (assessment, period) = (catalogue.assessment, catalogue.period)
        let all = Catalogue(assessment, period: period)
        let days = Set(all.measures.map(\.effective)).filter { by < $0 }.sorted()
        func isPossible(_ index: Int) -> Bool {
            var finder = PathFinder(
                Catalogue(assessment, period: period, by: days[index]), threads: threads)
            finder.limits = limits
            if case .path = finder.found(goal, budget: budget) { return true }
            return false
        }
        guard !days.isEmpty, isPossible(days.count - 1) else { return nil }
        var (low, high) = (0, days.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if isPossible(middle) { high = middle } else { low = middle + 1 }
        }
        return days[low]
    }

    /// The nearest that can be had, as what the engine says is lacking then.
    private func closest(
        _ goal: Goal, _ asked: Asked, _ budget: Fixed?
    ) -> [Shortfall.Condition] {
        let problem = asked.problem(budget.map { catalogue.units($0) })
        guard let lack = problem.shortfall(limits: limits),
            let nearest = applied(lack.chosen.map { asked.table.measures[$0] })
        else { return [] }
        return lacking(goal, nearest)
    }
}

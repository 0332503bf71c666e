/// Finds the best set of a problem by one program after another.
///
/// First the aim is made best, then among what is as good the cost least, then the count, then the
/// list the first, a few measures at a time. Each set that is found is added up exactly and ruled
/// out, so what a step finds is another one, and where none is left the best so far is the best.
/// Mostly that is the second program.
struct ExactSolving {
    private let problem: Problem
    private var formulation: Formulation
    private let limits: SolvingLimits
    private var best: Candidate?
    /// What no set is better than, of the first objective in its units.
    private var bound: Int128?
    /// How many sets were found that are not what the program took them for.
    private var misses = 0

    /// After so many it is left unproven.
    private static let missLimit = 200
    /// Measures whose order one program settles: sums of powers of 2 that are exact by far.
    private static let listed = 20

    init(_ problem: Problem, _ formulation: Formulation, _ limits: SolvingLimits) {
        self.problem = problem
        self.formulation = formulation
        self.limits = limits
    }

    /// What a step comes to.
    private enum Progress {
        /// Other sets may be as good; the next step parts them.
        case settled
        /// Nothing else is as good.
        case finished
        /// A limit was reached.
        case stopped
    }

    /// The best set.
    mutating func solved() -> Solved {
        for objective in objectives {
            switch settle(objective) {
            case .settled: if let best { formulation.hold(objective, to: best) }
            case .finished: return result(isOptimal: true)
            case .stopped: return result(isOptimal: !decidesCost(objective))
            }
        }
        return result(isOptimal: true)
    }

    private var objectives: [Formulation.Objective] {
        let count = formulation.reduction.open.count
        let lists = stride(from: 0, to: count, by: Self.listed).map { start in
            Formulation.Objective.list(start..<min(count, start + Self.listed))
        }
        return (isLeastCost ? [] : [.aim]) + [.cost, .count] + lists
    }

    private var isLeastCost: Bool {
        if case .leastCost = problem.aim { true } else { false }
    }

    private func decidesCost(_ objective: Formulation.Objective) -> Bool {
        objective == .aim || objective == .cost
    }

    /// Solves until nothing that is left can be better by this objective.
    private mutating func settle(_ objective: Formulation.Objective) -> Progress {
        while true {
            switch formulation.program(objective).solved(nodes: limits.nodes) {
            case .infeasible: return .finished
            case .limited(let values, let bound):
                if let values { take(values) }
                noteBound(bound, objective)
                guard best == nil, values != nil, misses < Self.missLimit else { return .stopped }
            case .optimal(let values, let least):
                let found = take(values)
                if let best, isNoBetter(values, least, than: best, objective) {
                    return isWorse(found, than: best, objective) ? .finished : .settled
                }
                noteBound(least, objective)
                guard misses < Self.missLimit else { return .stopped }
            }
        }
    }

    /// Adds up a set that was found, and rules it out.
    @discardableResult
    private mutating func take(_ values: [Double]) -> Candidate? {
        let chosen = formulation.chosen(values)
        let outcome = problem.check(chosen)
        formulation.ruleOut(chosen, outcome, claimed: values)
        guard let outcome, problem.isMet(by: outcome) else {
            misses += 1
            return nil
        }
        let found = Candidate(
            chosen: chosen, outcome: outcome, reached: problem.reached(by: outcome))
        if best.map(found.isBetter) ?? true { best = found } else { misses += 1 }
        return found
    }

    /// Whether what a program says is the best of what is left is no better than what is known.
    private func isNoBetter(
        _ values: [Double], _ least: Double, than best: Candidate,
        _ objective: Formulation.Objective
    ) -> Bool {
        switch objective {
        case .aim where problem.aim == .greatestValue:
            let scale = formulation.valueScale
            let known = scale.part(best.reached - formulation.reduction.base)
            return -least <= known + scale.doubt
        case .aim:
            let claimed = formulation.claimedWeight(values) + formulation.reduction.heldWeight
            return Int128(claimed) <= best.reached
        case .cost, .count, .list, .lack:
            // What these come to is read from the set, which is no less than the best that is left.
            return figure(of: formulation.chosen(values), objective)
                >= figure(of: best.chosen, objective)
        }
    }

    /// Whether a set that is the best of what was left is worse by this objective, so that what is
    /// left is too.
    private func isWorse(
        _ found: Candidate?, than best: Candidate, _ objective: Formulation.Objective
    ) -> Bool {
        guard let found else { return false }
        return switch objective {
        case .aim: false
        case .cost, .count, .list, .lack:
            figure(of: found.chosen, objective) > figure(of: best.chosen, objective)
        }
    }

    /// What an objective makes least, of a set.
    private func figure(of chosen: [Int], _ objective: Formulation.Objective) -> Int64 {
        switch objective {
        case .aim, .lack: return 0
        case .cost: return chosen.reduce(0) { $0 + problem.measures[$1].cost }
        case .count: return Int64(chosen.count)
        case .list(let range):
            let members = Set(chosen)
            return range.reduce(Int64(0)) { sum, place in
                let isIn = members.contains(formulation.reduction.open[place])
                return sum * 2 - (isIn ? 1 : 0)
            }
        }
    }
}

extension ExactSolving {
    /// Keeps what the first objective is not below, as a number of the problem.
    private mutating func noteBound(_ least: Double, _ objective: Formulation.Objective) {
        guard objective == objectives.first else { return }
        let slack = 1e-6 * max(1, abs(least))
        switch problem.aim {
        case .leastCost:
            let spent = formulation.reduction.forced.reduce(Int128(0)) {
                $0 + Int128(problem.measures[$1].cost)
            }
            let units = (least - slack).rounded(.up)
            bound = max(bound ?? 0, spent + formulation.costScale.number(units))
        case .greatestValue:
            let scale = formulation.valueScale
            let units = scale.isExact ? (slack - least).rounded(.down) : slack - least
            lower(formulation.reduction.base + scale.number(units))
        case .greatestWeight:
            let units = (slack - least).rounded(.down)
            let weight = formulation.weightScale.number(units)
            lower(Int128(formulation.reduction.heldWeight) + weight)
        }
    }

    private mutating func lower(_ bound: Int128) {
        self.bound = min(self.bound ?? bound, bound)
    }

    private func result(isOptimal: Bool) -> Solved {
        guard let best else {
            return isOptimal ? .infeasible : .unknown(bound: isLeastCost ? bound ?? 0 : 0)
        }
        let own = isLeastCost ? Int128(best.outcome.cost) : best.reached
        let other = isLeastCost ? min(bound ?? 0, own) : max(bound ?? own, own)
        return .solution(
            Solution(
                chosen: best.chosen, cost: best.outcome.cost, reached: best.reached,
                isOptimal: isOptimal, bound: isOptimal ? own : other))
    }
}

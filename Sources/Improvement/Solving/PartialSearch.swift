/// Searches where more measures act on several blocks than a search takes.
///
/// Those that bring least for their cost are left out, which gives a set that does; and they are had
/// for nothing, which gives a bound.
struct PartialSearch {
    private let problem: Problem
    private let extra: Set<Int>

    /// Fails where there are no more than these, which a search takes.
    init?(_ problem: Problem, atMost most: Int = SearchLayout.mostShared) {
        let owners = SearchOwners(problem, problem.blocks)
        let shared = problem.measures.indices.filter { owners[$0] == .several }
        guard shared.count > most else { return nil }
        let gains = shared.map { problem.gain(of: $0) / Double(problem.measures[$0].cost + 1) }
        let order = shared.indices.sorted {
            gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1]
        }
        self.problem = problem
        extra = Set(order.dropFirst(most).map { shared[$0] })
    }

    /// A set with a bound, never proven optimal; `nil` where the rest does not fit a search either.
    func searched(limits: SolvingLimits) -> Solved? {
        var limits = limits
        limits.searches /= 2
        guard let most = problem.having(extra).searched(limits: limits) else { return nil }
        let bound: Int128
        switch most {
        case .infeasible: return .infeasible
        case .unknown(let least): bound = least
        case .solution(let solution): bound = solution.bound
        }
        switch problem.lacking(extra).searched(limits: limits) {
        case .solution(let found):
            return .solution(
                Solution(
                    chosen: found.chosen, cost: found.cost, reached: found.reached,
                    isOptimal: false, bound: bound))
        case .infeasible, .unknown: return .unknown(bound: bound)
        case nil: return nil
        }
    }
}

extension Problem {
    /// What a measure adds to rows alone, each as a part of what is needed; only to put measures in an
    /// order.
    fileprivate func gain(of measure: Int) -> Double {
        var sum = 0.0
        for block in blocks {
            for group in block.groups {
                guard let bit = group.measures.firstIndex(of: measure),
                    let alone = group.states.first(where: { $0.members == 1 << UInt64(bit) }),
                    let none = group.states.first
                else { continue }
                for (row, needed) in block.rows.enumerated() {
                    let gained = alone.contributions[row] - none.contributions[row]
                    sum += Double(max(gained, 0)) / Double(max(needed.magnitude, 1))
                }
            }
        }
        return sum
    }

    /// Without some measures, and without those that need them.
    fileprivate func lacking(_ missing: Set<Int>) -> Problem {
        let gone = measures.indices.filter { measure in
            missing.contains(measure) || !missing.isDisjoint(with: measures[measure].needs)
        }
        return mapped { $0.lacking(Set(gone)) }
    }

    /// With some measures at no cost and at their best for each row, whatever they need or exclude.
    fileprivate func having(_ given: Set<Int>) -> Problem {
        mapped { $0.having(given) }.unlinked(given)
    }

    private func mapped(_ change: (Group) -> Group) -> Problem {
        Problem(
            measures: measures, exclusions: exclusions,
            blocks: blocks.map { block in
                Block(
                    weight: block.weight, isRequired: block.isRequired, rows: block.rows,
                    isImpossible: block.isImpossible, groups: block.groups.map(change))
            }, aim: aim, budget: budget)
    }

    private func unlinked(_ free: Set<Int>) -> Problem {
        Problem(
            measures: measures.map { measure in
                Measure(cost: measure.cost, needs: measure.needs.filter { !free.contains($0) })
            }, exclusions: exclusions.map { $0.filter { !free.contains($0) } }, blocks: blocks,
            aim: aim, budget: budget)
    }
}

extension Problem.Group {
    /// The states in which none of these measures is taken.
    fileprivate func lacking(_ missing: Set<Int>) -> Problem.Group {
        let mask = mask(of: missing)
        return kept(without: missing, states.filter { $0.members & mask == 0 })
    }

    /// Of states that differ in these measures alone, the best of each row.
    fileprivate func having(_ given: Set<Int>) -> Problem.Group {
        let mask = mask(of: given)
        var best: [UInt64: Problem.State] = [:]
        for state in states {
            let members = state.members & ~mask
            best[members] = best[members].map { state.best(with: $0) } ?? state
        }
        return kept(
            without: given,
            best.sorted { $0.key < $1.key }.map { members, state in
                Problem.State(
                    members: members, contributions: state.contributions, value: state.value,
                    isForbidden: state.isForbidden)
            })
    }

    private func mask(of some: Set<Int>) -> UInt64 {
        measures.enumerated().reduce(0) {
            some.contains($1.element) ? $0 | 1 << UInt64($1.offset) : $0
        }
    }

    /// Without the places of measures that no state has.
    private func kept(without gone: Set<Int>, _ states: [Problem.State]) -> Problem.Group {
        let places = measures.indices.filter { !gone.contains(measures[$0]) }
        return Problem.Group(
            measures: places.map { measures[$0] },
            states: states.map { state in
                let members = places.enumerated().reduce(UInt64(0)) {
                    state.members >> UInt64($1.element) & 1 == 1
                        ? $0 | 1 << UInt64($1.offset) : $0
                }
                return Problem.State(
                    members: members, contributions: state.contributions, value: state.value,
                    isForbidden: state.isForbidden)
            })
    }
}

extension Problem.State {
    /// The greater number of each row.
    fileprivate func best(with other: Problem.State) -> Problem.State {
        Problem.State(
            members: members, contributions: zip(contributions, other.contributions).map(max),
            value: max(value, other.value), isForbidden: isForbidden && other.isForbidden)
    }
}

extension Problem {
    /// The best set of measures, by what suits the problem.
    ///
    /// Every set is looked at where there are few measures. Else what acts on several blocks is
    /// searched where not all of these have to hold, and CBC solves the rest: what does not fit the
    /// search, or where it found nothing and tables are small.
    ///
    /// - Parameters:
    ///   - limits: How far each goes.
    ///   - forcing: Measures, by position, that have to be in (`true`) or out (`false`).
    /// - Returns: The same for the same problem on every run and any number of threads.
    package func answered(limits: SolvingLimits, forcing: [Int: Bool] = [:]) -> Solved {
        guard hasSums else { return .unknown(bound: 0) }
        if var all = Enumeration(self, atMost: limits.enumerated, forcing: forcing) {
            return all.solved()
        }
        guard blocks.contains(where: { !$0.isRequired }) else {
            return solved(limits: limits, forcing: forcing)
        }
        let held = holding(forcing)
        let searched =
            held.searched(limits: limits) ?? PartialSearch(held)?.searched(limits: limits)
        switch searched {
        case .solution(let solution): return .solution(solution)
        case .infeasible: return .infeasible
        case .unknown(let bound) where countOfStates > Self.mostAfterSearch:
            return .unknown(bound: bound)
        case .unknown, nil: return solved(limits: limits, forcing: forcing)
        }
    }

    /// Where the search found nothing, CBC looks through so many states at most: with more, it finds
    /// nothing in any time that one would wait.
    private static let mostAfterSearch = 20_000

    private var countOfStates: Int {
        blocks.lazy.flatMap(\.groups).reduce(0) { $0 + $1.states.count }
    }

    /// The same with conditions that measures are taken, or not.
    private func holding(_ forcing: [Int: Bool]) -> Problem {
        let conditions = forcing.sorted { $0.key < $1.key }.map { measure, isIn in
            Block(
                weight: 0, isRequired: true, rows: [],
                groups: [
                    Group(
                        measures: [measure],
                        states: [false, true].map { isTaken in
                            State(
                                members: isTaken ? 1 : 0, contributions: [],
                                isForbidden: isTaken != isIn)
                        })
                ])
        }
        return Problem(
            measures: measures, exclusions: exclusions, blocks: blocks + conditions, aim: aim,
            budget: budget)
    }

    /// The best set of measures, by CBC.
    ///
    /// Least costs and greatest weights are exact. So are greatest values where they are all whole
    /// multiples of a number, up to a million of it; otherwise two values are told apart where they
    /// differ by more than 10⁻⁹ of the greatest. What a set is said to reach is always its own.
    ///
    /// - Parameters:
    ///   - limits: How far the solver goes.
    ///   - forcing: Measures, by position, that have to be in (`true`) or out (`false`).
    /// - Returns: The same for the same problem on every run and any number of threads;
    ///   ``Solved/unknown(bound:)`` with 0 also where sums have more bits than are at hand, or
    ///   tables more states than a program takes.
    package func solved(
        limits: SolvingLimits = SolvingLimits(), forcing: [Int: Bool] = [:]
    ) -> Solved {
        guard hasSums else { return .unknown(bound: 0) }
        guard let reduction = Reduction(self, forcing: forcing) else { return .infeasible }
        guard let formulation = Formulation(reduction) else { return .unknown(bound: 0) }
        var solving = ExactSolving(self, formulation, limits)
        return solving.solved()
    }

    /// Whether no sum that may be asked for has more than 125 bits, or of costs and weights 61.
    var hasSums: Bool {
        var (cost, weight, value) = (Int64(0), Int64(0), UInt128(0))
        for measure in measures where !cost.add(measure.cost) { return false }
        for block in blocks {
            guard weight.add(block.weight), let values = block.greatestValues,
                value.add(values), block.hasSums
            else { return false }
        }
        return max(cost, weight) < 1 << 61 && value < 1 << 125
    }
}

extension Problem.Block {
    /// The sum of the sizes of its groups' greatest values; `nil` where it has too many bits.
    fileprivate var greatestValues: UInt128? {
        var sum: UInt128 = 0
        for group in groups {
            let greatest = group.states.lazy.map(\.value.magnitude).max() ?? 0
            guard sum.add(greatest) else { return nil }
        }
        return sum
    }

    fileprivate var hasSums: Bool {
        var sums = rows.map(\.magnitude)
        for group in groups {
            for row in sums.indices {
                let greatest = group.states.lazy.map { $0.contributions[row].magnitude }.max() ?? 0
                guard sums[row].add(greatest) else { return false }
            }
        }
        return sums.allSatisfy { $0 < 1 << 125 }
    }
}

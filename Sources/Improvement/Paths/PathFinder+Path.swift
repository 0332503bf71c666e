public import Arithmetic
internal import Diagnosis
internal import Scoring

extension PathFinder {
    /// The cheapest way to a goal, or the most for a budget.
    ///
    /// - Parameters:
    ///   - goal: Bodies and nodes of the catalogue's assessment.
    ///   - budget: 0 or more; goals that ask for the most need one, others keep to it.
    /// - Returns: The same for the same input, whatever the order of files and threads.
    public func path(_ goal: Goal, budget: Fixed? = nil) -> PathResult {
        if isMet(goal, catalogue.assessment, diagnosis) {
            return .already(from: figure(goal, catalogue.assessment, diagnosis))
        }
        switch found(goal, budget: budget) {
        case .path(let path): return .path(path)
        case .none(let isProven):
            return .impossible(shortfall(of: goal, budget: budget, isProven: isProven))
        }
    }

    /// What came of looking for a path.
    enum Found {
        case path(Path)
        /// There is none, or, not proven, none was found.
        case none(isProven: Bool)
    }

    /// So many sets that solve the problem and fail the engine are passed over.
    private static let tries = 24

    /// A path that the engine confirms.
    func found(_ goal: Goal, budget: Fixed?) -> Found {
        guard let asked = asked(goal) else { return .none(isProven: true) }
        let units = budget.map { catalogue.units($0) }
        var cuts: [[Int]] = []
        while cuts.count < Self.tries {
            switch solved(asked.problem(units, without: cuts)) {
            case .solution(let solution):
                let settled = settled(solution, goal, asked, units)
                if let path = path(goal, settled, asked.table) { return .path(path) }
                cuts.append(solution.chosen)
            case .infeasible: return .none(isProven: asked.table.doubt == nil)
            case .unknown: return .none(isProven: false)
            }
        }
        return .none(isProven: false)
    }

    /// Of sets whose rounded score is the same, the cheapest is wanted.
    func settled(
        _ solution: Solution, _ goal: Goal, _ asked: Asked, _ budget: Int64?
    ) -> Solution {
        guard goal.isDual, case .score(let scale) = asked.table.scale, scale.rounding != nil else {
            return solution
        }
        let best = scale.score(of: solution.reached)
        let value = scale.value { scale.sign > 0 ? best <= $0 : $0 <= best }
        let cheapest = Asked(table: asked.table, aim: .leastCost(weight: 0), value: value)
        guard case .solution(let found) = solved(cheapest.problem(budget)) else { return solution }
        return Solution(
            chosen: found.chosen, cost: found.cost, reached: solution.reached,
            isOptimal: solution.isOptimal && found.isOptimal, bound: solution.bound)
    }

    /// `nil` where the whole assessment does not give what the tables promise.
    private func path(_ goal: Goal, _ solution: Solution, _ table: Table) -> Path? {
        let chosen = table.chosen(solution)
        guard let after = applied(chosen),
            goal.isDual || isMet(goal, after.after, after.diagnosisAfter)
        else { return nil }
        let doubt = table.doubt ?? (solution.isOptimal ? nil : .limit)
        return Path(
            goal: goal, chosen: chosen, cost: catalogue.cost(of: chosen),
            proof: doubt.map { .notProven(bound: bound(solution, goal, table, $0), $0) }
                ?? .optimal,
            after: after, from: figure(goal, catalogue.assessment, diagnosis),
            to: figure(goal, after.after, after.diagnosisAfter))
    }

    /// The bound as an amount, a score, a mean or a share; `nil` where sets were passed over.
    private func bound(
        _ solution: Solution, _ goal: Goal, _ table: Table, _ doubt: Path.Doubt
    ) -> Fixed? {
        guard doubt == .limit else { return nil }
        guard goal.isDual else { return catalogue.amount(Int64(clamping: solution.bound)) }
        return table.scale.figure(of: solution.bound).flatMap {
            try? $0.rounded(to: Fixed.fractionDigits, .up)
        }
    }
}

extension Table.Scale {
    /// The figure that a value or a weight stands for; `nil` where there is none.
    func figure(of value: Int128) -> Fraction? {
        switch self {
        case .score(let scale): return Fraction(scale.score(of: value))
        case .mean(let rest, let count):
            var sum = WideSum()
            sum.add(Fixed(raw: rest))
            sum.add(Fixed(raw: value))
            return try? Fraction(sum, dividedBy: Int128(count)).reduced
        case .staff(let whole, _):
            return whole > 0 ? Fraction(numerator: value, denominator: Int128(whole)).reduced : nil
        case .conditions: return nil
        }
    }
}

extension Catalogue {
    /// What a set of measures costs.
    func cost(of chosen: [Int]) -> Fixed { amount(units(of: chosen)) }

    /// The same in the smallest unit.
    func units(of chosen: [Int]) -> Int64 {
        Int64(clamping: chosen.reduce(Int128(0)) { $0 + Int128(cost(of: $1)) })
    }

    /// An amount in the smallest unit that occurs; what is less than one is left out.
    func units(_ amount: Fixed) -> Int64 {
        var divisor: Int128 = 1
        for _ in 0..<max(0, Fixed.fractionDigits - costDigits) { divisor *= 10 }
        return Int64(clamping: amount.raw / divisor)
    }
}

internal import Arithmetic
internal import Evidence
internal import Scoring

extension PathFinder {
    /// How much each measure of a path may change before the path does, then others that come near.
    ///
    /// Of a path that is the most for a budget nothing is told, since what else could be had depends
    /// on the budget as well as on costs.
    ///
    /// - Parameters:
    ///   - path: One that this finder found.
    ///   - isBrief: Whether only what its own measures may cost is looked for. Parts of effects take
    ///     seven full runs for each measure, and others a solve for each.
    /// - Returns: Those of the path in their order, then others, the nearest first.
    public func margins(of path: Path, isBrief: Bool = false) -> [Margin] {
        guard !path.goal.isDual, let asked = asked(path.goal) else { return [] }
        let margins = CostMargins(
            problem: asked.problem(nil), chosen: asked.table.positions(of: path.chosen),
            limits: limits.beside)
        let members = Set(path.chosen)
        let own = asked.table.measures.enumerated().filter { members.contains($0.element) }
            .map { position, measure in
                Margin(
                    measure: measure, isChosen: true,
                    cost: margins.greatest(of: position).map { catalogue.amount($0) },
                    effect: isBrief ? nil : effect(of: measure, path))
            }
        guard !isBrief else { return own }
        return own
            + margins.near().map { position, cost in
                Margin(
                    measure: asked.table.measures[position], isChosen: false,
                    cost: catalogue.amount(cost), effect: nil)
            }
    }

    /// By halving: hundredths of what a measure adds to values, with which the goal is still met.
    private func effect(of measure: Int, _ path: Path) -> Fraction? {
        func isMet(_ hundredths: Int) -> Bool {
            guard let values = values(path.chosen, weakening: measure, to: hundredths),
                let found = WhatIf.make(
                    catalogue.assessment, period: catalogue.period, values, threads: threads
                ).whatIf
            else { return false }
            return self.isMet(path.goal, found.after, found.diagnosisAfter)
        }
        var (low, high) = (0, 100)
        while low < high {
            let middle = (low + high) / 2
            if isMet(middle) { high = middle } else { low = middle + 1 }
        }
        return Fraction(numerator: Int128(high), denominator: 100).reduced
    }

    /// The values of a set of which a measure does a part of what it adds; a flag that it raises
    /// stays down.
    private func values(
        _ chosen: [Int], weakening measure: Int, to hundredths: Int
    ) -> [SupposedValue]? {
        let full = catalogue.values(chosen)
        guard hundredths < 100 else { return full }
        let without = catalogue.values(chosen.filter { $0 != measure })
        var levels: [Place: SupposedValue.Level] = [:]
        for value in without { levels[Place(value)] = value.level }
        var weakened: [SupposedValue] = []
        var seen: Set<Place> = []
        for value in full {
            let place = Place(value)
            seen.insert(place)
            let before = levels[place] ?? known(value)
            guard let before else { return nil }
            switch (before, value.level) {
            case (.number(let from), .number(let to)):
                guard let part = Self.between(from, to, hundredths) else { return nil }
                weakened.append(SupposedValue(value.subject, at: value.unit, .number(part)))
            default: weakened.append(SupposedValue(value.subject, at: value.unit, before))
            }
        }
        return weakened + without.filter { !seen.contains(Place($0)) }
    }

    /// What has a value.
    private struct Place: Hashable {
        let subject: SupposedValue.Subject
        let unit: Int

        init(_ value: SupposedValue) { (subject, unit) = (value.subject, value.unit) }
    }

    private static func between(_ from: Fixed, _ to: Fixed, _ hundredths: Int) -> Fixed? {
        let part = Fraction(numerator: Int128(hundredths), denominator: 100)
        guard let way = try? Fraction(to.subtracting(from)).multiplied(by: part),
            let rounded = try? way.rounded(to: Fixed.fractionDigits, .halfEven)
        else { return nil }
        return try? from.adding(rounded)
    }

    /// What there is now.
    private func known(_ value: SupposedValue) -> SupposedValue.Level? {
        switch (value.subject, value.level) {
        case (.leaf(let leaf), _):
            return catalogue.assessment.columns[leaf]?.value(at: value.unit).map { .number($0) }
        case (.input(let input), .number):
            let column = catalogue.assessment.evidence.inputs[input].column
            return column.number(at: value.unit).map { .number($0) }
        // A flag that was raised was down.
        case (.input, .flag(let flag)): return .flag(!flag)
        }
    }
}

/// How far costs may change.
private struct CostMargins {
    /// Of the least cost, without a budget.
    let problem: Problem
    /// Sorted positions.
    let chosen: [Int]
    let limits: SolvingLimits

    /// So many measures that are not chosen are looked at, those that cost least.
    private static let most = 60
    /// So many of them are told of.
    private static let told = 5

    private var cost: Int128 { chosen.reduce(0) { $0 + Int128(problem.measures[$1].cost) } }

    /// What a chosen one may cost; `nil` where nothing does without it.
    func greatest(of measure: Int) -> Int64? {
        guard let other = least(forcing: measure, isIn: false) else { return nil }
        return Int64(clamping: Int128(problem.measures[measure].cost) + max(0, other - cost))
    }

    /// What those that are not chosen have to cost less than, nearest first.
    func near() -> [(measure: Int, cost: Int64)] {
        let members = Set(chosen)
        let others = problem.measures.indices.filter { !members.contains($0) }.sorted {
            let (first, second) = (problem.measures[$0].cost, problem.measures[$1].cost)
            return first == second ? $0 < $1 : first < second
        }
        var found: [(measure: Int, cost: Int64, gap: Int128)] = []
        for measure in others.prefix(Self.most) {
            guard let with = least(forcing: measure, isIn: true) else { continue }
            let gap = with - cost
            let edge = Int128(problem.measures[measure].cost) - gap
            if edge > 0 { found.append((measure, Int64(clamping: edge), gap)) }
        }
        let order = found.sorted {
            $0.gap == $1.gap ? $0.measure < $1.measure : $0.gap < $1.gap
        }
        return order.prefix(Self.told).map { ($0.measure, $0.cost) }
    }

    /// The least cost that is not ruled out; `nil` where there is no way.
    private func least(forcing measure: Int, isIn: Bool) -> Int128? {
        switch problem.answered(limits: limits, forcing: [measure: isIn]) {
        case .solution(let solution): solution.bound
        case .infeasible: nil
        case .unknown(let bound): bound
        }
    }
}

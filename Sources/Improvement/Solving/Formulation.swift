/// A reduced problem as a linear program of whole numbers.
///
/// A column x for each open measure and z for each free unit, both 0 or 1; a column λ from 0 on for
/// each state of each table, which together are 1, or z:
///
///     Σ λ = Z,    Σ λ of states with m ≤ x of m,    for m that harms also ≥ x of m − (1 − Z)
///     Σ gain · λ ≥ need · Z
///
/// With whole x these leave the state that is chosen, or states that are no better; and they are
/// the hull of each table. Each row is in parts of its need and is let be missed by 10⁻⁷ of it, so
/// that nothing that does is lost; whoever solves checks exactly what was found.
struct Formulation {
    /// What is made least.
    enum Objective: Hashable {
        /// The aim's value or weight, made greatest.
        case aim
        case cost
        case count
        /// The measures of a range of open ones that come first, made the first.
        case list(Range<Int>)
        /// What lacks.
        case lack
    }

    /// How much of its right-hand side a row may be missed by.
    static let tolerance = 1e-7
    /// More columns than this are not tried.
    static let columnLimit = 400_000

    let reduction: Reduction
    private(set) var program = IntegerProgram()
    /// The column of each free unit.
    private var free: [Int: Int] = [:]
    /// Where each open measure is; its column is the same.
    private var places: [Int: Int] = [:]
    private var values: [IntegerProgram.Term] = []
    private var lacks: [IntegerProgram.Term] = []
    let valueScale: Scale
    let costScale: Scale
    let weightScale: Scale

    /// Writes the rows; `nil` where there are too many columns.
    init?(_ reduction: Reduction) {
        self.reduction = reduction
        let problem = reduction.problem
        let states = reduction.units.reduce(0) { sum, unit in
            unit.tables.reduce(sum) { $0 + $1.states.count }
        }
        guard states + reduction.open.count <= Self.columnLimit else { return nil }
        valueScale = Scale(
            ofSums: reduction.units.flatMap(\.tables).map { $0.states.map(\.value) },
            limit: Scale.valueLimit)
        costScale = Scale(
            ofSums: reduction.open.map { [Int128(problem.measures[$0].cost)] },
            limit: Scale.wholeLimit)
        weightScale = Scale(
            ofSums: reduction.units.map { [Int128($0.weight)] }, limit: Scale.wholeLimit)
        for (place, measure) in reduction.open.enumerated() {
            places[measure] = place
            _ = program.addColumn(isWhole: true)
        }
        for unit in reduction.units.indices { addUnit(unit) }
        addLinks()
        addWeight()
        if let budget = problem.budget { program.addAtMost(costs, spendable(budget)) }
    }
}

extension Formulation {
    /// What is left of a sum beside forced measures, in the scale of costs.
    private func spendable(_ sum: Int64) -> Double {
        let spent = reduction.forced.reduce(Int64(0)) { $0 + reduction.problem.measures[$1].cost }
        return costScale.floor(of: Int128(sum - spent))
    }

    private var costs: [IntegerProgram.Term] {
        reduction.open.enumerated().compactMap { place, measure in
            let cost = reduction.problem.measures[measure].cost
            return cost == 0 ? nil : .init(column: place, factor: costScale.part(Int128(cost)))
        }
    }

    private var weights: [IntegerProgram.Term] {
        reduction.units.indices.compactMap { unit in
            guard let column = free[unit] else { return nil }
            let weight = Int128(reduction.units[unit].weight)
            return .init(column: column, factor: weightScale.part(weight))
        }
    }

    /// Needs and exclusions among open measures.
    private mutating func addLinks() {
        let problem = reduction.problem
        for (place, measure) in reduction.open.enumerated() {
            for needed in problem.measures[measure].needs {
                guard let other = places[needed] else { continue }
                program.addRow(
                    [.init(column: place, factor: 1), .init(column: other, factor: -1)], .atMost, 0)
            }
        }
        for exclusion in problem.exclusions {
            let members = exclusion.compactMap { places[$0] }
            guard members.count > 1 else { continue }
            program.addRow(members.map { .init(column: $0, factor: 1) }, .atMost, 1)
        }
    }

    /// The states of a unit, what they are linked to, and its rows.
    private mutating func addUnit(_ position: Int) {
        let unit = reduction.units[position]
        if unit.isFree { free[position] = program.addColumn(isWhole: true) }
        var rows = unit.needs.map { _ in [IntegerProgram.Term]() }
        for table in unit.tables where !table.measures.isEmpty {
            let columns = table.states.map { _ in program.addColumn() }
            var sum = columns.map { IntegerProgram.Term(column: $0, factor: 1) }
            if let z = free[position] { sum.append(.init(column: z, factor: -1)) }
            program.addRow(sum, .equal, unit.isFree ? 0 : 1)
            link(table, columns, z: free[position])
            for (state, column) in zip(table.states, columns) {
                for (row, gain) in state.gains.enumerated() where gain != 0 {
                    let part = Double(gain) / Double(unit.needs[row])
                    rows[row].append(.init(column: column, factor: part))
                }
                guard state.value != 0 else { continue }
                values.append(.init(column: column, factor: valueScale.part(state.value)))
            }
        }
        add(rows, of: unit, z: free[position])
    }

    private mutating func link(_ table: ReducedTable, _ columns: [Int], z: Int?) {
        for (bit, measure) in table.measures.enumerated() {
            guard let place = places[measure] else { continue }
            var terms = zip(table.states, columns)
                .filter { $0.0.members & (1 << UInt64(bit)) != 0 }
                .map { IntegerProgram.Term(column: $0.1, factor: 1) }
            let isHarmful = table.harmful & (1 << UInt64(bit)) != 0
            guard !terms.isEmpty || isHarmful else { continue }
            terms.append(.init(column: place, factor: -1))
            guard isHarmful else {
                program.addRow(terms, .atMost, 0)
                continue
            }
            guard let z else {
                program.addRow(terms, .equal, 0)
                continue
            }
            program.addRow(terms, .atMost, 0)
            program.addRow(terms + [.init(column: z, factor: -1)], .atLeast, -1)
        }
    }

    private mutating func add(
        _ rows: [[IntegerProgram.Term]], of unit: Reduction.Unit, z: Int?
    ) {
        for (row, terms) in rows.enumerated() {
            if let z {
                program.addRow(
                    terms + [.init(column: z, factor: -(1 - Self.tolerance))], .atLeast, 0)
            } else if reduction.purpose == .nearing, let block = unit.block {
                let slack = program.addColumn()
                let whole = reduction.problem.blocks[block].measure(of: unit.rows[row])
                lacks.append(
                    .init(column: slack, factor: Double(unit.needs[row]) / Double(whole)))
                program.addRow(terms + [.init(column: slack, factor: 1)], .atLeast, 1)
            } else {
                program.addRow(terms, .atLeast, 1 - Self.tolerance)
            }
        }
    }

    /// The weight that is asked of the free units.
    private mutating func addWeight() {
        guard reduction.weightNeeded > 0 else { return }
        let need = Int128(reduction.weightNeeded)
        guard reduction.purpose == .nearing else {
            program.addAtLeast(weights, weightScale.part(need))
            return
        }
        let slack = program.addColumn()
        lacks.append(
            .init(
                column: slack,
                factor: Double(need) / Double(max(1, reduction.askedWeight))))
        program.addAtLeast(
            weights + [.init(column: slack, factor: weightScale.part(need))],
            weightScale.part(need))
    }
}

extension Formulation {
    /// The program with an objective.
    func program(_ objective: Objective) -> IntegerProgram {
        var program = program
        switch objective {
        case .aim where reduction.problem.aim == .greatestValue:
            program.add(to: values, times: -1)
        case .aim: program.add(to: weights, times: -1)
        case .cost: program.add(to: costs, times: 1)
        case .count:
            for place in reduction.open.indices { program.objective[place] = 1 }
        case .list(let range):
            for place in range {
                program.objective[place] = -Double(
                    UInt64(1) << UInt64(range.upperBound - 1 - place))
            }
        case .lack:
            program.add(to: lacks, times: 1000)
            program.add(to: values, times: -1000)
        }
        return program
    }

    /// Asks for an objective that is no worse than what a set has.
    mutating func hold(_ objective: Objective, to set: Candidate) {
        switch objective {
        case .aim where reduction.problem.aim == .greatestValue:
            let least = valueScale.part(set.outcome.value - reduction.base)
            program.addAtLeast(values, least - valueScale.doubt)
        case .aim:
            let least = weightScale.part(Int128(set.outcome.weight - reduction.heldWeight))
            program.addAtLeast(weights, least)
        case .cost: program.addAtMost(costs, spendable(set.outcome.cost))
        case .count:
            let terms = reduction.open.indices.map { IntegerProgram.Term(column: $0, factor: 1) }
            let forced = reduction.forced.count
            program.addRow(terms, .atMost, Double(set.chosen.count - forced) + 0.01)
        case .list(let range):
            let chosen = Set(set.chosen)
            for place in range {
                program.fix(place, at: chosen.contains(reduction.open[place]) ? 1 : 0)
            }
        case .lack: break
        }
    }

    /// The set that values stand for.
    func chosen(_ values: [Double]) -> [Int] {
        let taken = reduction.open.enumerated().filter { values[$0.offset] > 0.5 }.map(\.element)
        return (reduction.forced + taken).sorted()
    }

    /// The weight of the free units that values say hold.
    func claimedWeight(_ values: [Double]) -> Int64 {
        free.reduce(Int64(0)) { sum, unit in
            values[unit.value] > 0.5 ? sum + reduction.units[unit.key].weight : sum
        }
    }

    /// Rules out a set, and that blocks hold with it which do not though the values say so.
    mutating func ruleOut(
        _ chosen: [Int], _ outcome: Problem.Outcome?, claimed values: [Double]
    ) {
        let members = Set(chosen)
        program.addCut(reduction.open.indices.map { ($0, members.contains(reduction.open[$0])) })
        guard let outcome else { return }
        for (position, unit) in reduction.units.enumerated() {
            let isClaimed = free[position].map { values[$0] > 0.5 } ?? true
            guard let block = unit.block, isClaimed, !outcome.blocks[block].isHeld
            else { continue }
            let differences = unit.differences(from: members)
            program.addCut(
                differences.compactMap { change in
                    places[change.measure].map { ($0, change.isIn) }
                }, z: free[position])
        }
    }
}

extension Reduction.Unit {
    /// Measures of which one has to change for a block that does not hold: one more, or a harmful
    /// one less.
    fileprivate func differences(from members: Set<Int>) -> [(measure: Int, isIn: Bool)] {
        var harmful: Set<Int> = []
        var all: Set<Int> = []
        for table in tables {
            all.formUnion(table.measures)
            for (bit, measure) in table.measures.enumerated()
            where table.harmful & (1 << UInt64(bit)) != 0 {
                harmful.insert(measure)
            }
        }
        return all.sorted().compactMap { measure in
            let isIn = members.contains(measure)
            return !isIn || harmful.contains(measure) ? (measure, isIn) : nil
        }
    }
}

extension IntegerProgram {
    /// Asks that one of some columns of 0 or 1 is not what it is here, or that `z` is 0.
    fileprivate mutating func addCut(_ columns: [(column: Int, isIn: Bool)], z: Int? = nil) {
        var terms = columns.map { Term(column: $0.column, factor: $0.isIn ? -1 : 1) }
        let taken = Double(columns.count(where: \.isIn))
        if let z { terms.append(Term(column: z, factor: -1)) }
        addRow(terms, .atLeast, (z == nil ? 1 : 0) - taken)
    }

    fileprivate mutating func add(to terms: [Term], times factor: Double) {
        for term in terms { objective[term.column] += term.factor * factor }
    }

    /// A row in parts of its greatest number, that may be missed by a little.
    fileprivate mutating func addAtLeast(_ terms: [Term], _ bound: Double) {
        let scale = scale(terms, bound)
        addRow(
            terms.map { Term(column: $0.column, factor: $0.factor / scale) }, .atLeast,
            bound / scale - Formulation.tolerance)
    }

    /// The same from the other side.
    fileprivate mutating func addAtMost(_ terms: [Term], _ bound: Double) {
        let scale = scale(terms, bound)
        addRow(
            terms.map { Term(column: $0.column, factor: $0.factor / scale) }, .atMost,
            bound / scale + Formulation.tolerance)
    }

    private func scale(_ terms: [Term], _ bound: Double) -> Double {
        max(terms.map { abs($0.factor) }.max() ?? 1, abs(bound), 1e-300)
    }
}

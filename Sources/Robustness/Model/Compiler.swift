internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

/// Turns an assessment into what runs compute, each node after what it rests on.
struct Compiler {
    let assessment: Assessment
    let alternatives: Alternatives
    let period: Int
    /// The positions in the evidence of the bodies that are computed.
    let bodies: [Int]
    /// Their units.
    let units: [Int]
    /// Where the columns of nodes stand; -1 for nodes without one.
    var slots: [Int]
    var columns: [Column] = []
    var steps: [Model.Step] = []
    var leaves: [Leaf] = []
    var inners: [Inner] = []
    var formulated: [Formulated] = []
    /// By node: whether a run can have other scores there.
    var isChanging: [Bool]
    var openCount = 0
    var passMarkCount = 0
    var sampledCount = 0
    /// The stage of each node that is a cell, by position.
    let cells: [Int: Int]
    /// The leaves that can be left out.
    var leafNodes: [Int] = []
    var problems: [Diagnostic] = []
    /// What of it goes away without a factor.
    var idle: [Idle] = []

    var plan: Plan { assessment.plan }

    init(_ assessment: Assessment, _ alternatives: Alternatives, period: Int) {
        (self.assessment, self.alternatives, self.period) = (assessment, alternatives, period)
        let lastDay = assessment.evidence.periods[period].lastDay
        bodies = assessment.evidence.bodies.indices.filter { body in
            let unit = assessment.unit(body: body, period: period)
            return assessment.kind(of: unit) != nil
                && assessment.evidence.bodies[body].existed(on: lastDay)
        }
        units = bodies.map { assessment.unit(body: $0, period: period) }
        slots = assessment.plan.nodes.map { _ in -1 }
        isChanging = assessment.plan.nodes.map { _ in false }
        var cells: [Int: Int] = [:]
        for dimension in assessment.plan.stages?.dimensions ?? [] {
            for (stage, cell) in dimension.cells.enumerated() { cells[cell] = stage }
        }
        self.cells = cells
    }

    mutating func compile() {
        let needed = needed()
        for position in plan.order where needed.contains(position) {
            guard let official = assessment.columns[position] else { continue }
            slots[position] = columns.count
            columns.append(Column(official, at: units))
            compile(position)
            checkPath(position)
        }
    }

    private mutating func compile(_ position: Int) {
        let node = plan.nodes[position]
        switch node.content {
        case .heading: return
        case .aggregate(let aggregate): inner(position, aggregate)
        case .formula(let formula, let empty):
            guard readsChanging(formula) else { return leaf(position) }
            formulated(
                position, [formula],
                .value(
                    coding: formula.expression.type.isCode ? node.coding.map { Double($0) } : [],
                    empty: empty.map { Mark($0) } ?? .missing))
        case .ladder(let ladder):
            let conditions = ladder.rungs.map(\.when)
            guard conditions.contains(where: readsChanging) else { return leaf(position) }
            formulated(
                position, conditions,
                .ladder(
                    ladder.rungs.map { Double($0.score) }, otherwise: Double(ladder.otherwise)))
        case .checklist(let list):
            let conditions = list.items.map(\.when)
            guard conditions.contains(where: readsChanging) else { return leaf(position) }
            formulated(position, conditions, Self.form(list))
        }
    }

    private static func form(_ list: Node.Checklist) -> Formulated.Form {
        switch list.form {
        case .points: .points(list.items.map { Double($0.points) })
        case .count(let least, let score, let otherwise):
            .count(atLeast: least, score: Double(score), otherwise: Double(otherwise))
        }
    }

    /// Refuses what follows the value of a node where it reads scores that runs change.
    private mutating func checkPath(_ position: Int) {
        let node = plan.nodes[position]
        // What holds a cell down follows the scores of each run.
        let corrections = cells[position] == nil ? node.corrections : []
        let others =
            [node.appliesWhen].compactMap { $0 } + node.score.formulas
            + corrections.flatMap(\.formulas)
        for formula in others where readsChanging(formula) {
            unsupported(position, formula.source.place, "formula")
        }
    }

    /// Everything that the results rest on in the period.
    private func needed() -> Set<Int> {
        var needed: Set<Int> = []
        var open = alternatives.nodes
        while let next = open.popLast() {
            guard needed.insert(next).inserted else { continue }
            let node = plan.nodes[next]
            open += node.children
            for formula in node.formulas { open += reads(formula.expression) }
        }
        return needed
    }

    /// The nodes whose scores of the same period an expression reads; computed fields read none,
    /// and the scores of earlier periods stay as they are.
    func reads(_ expression: Expression) -> Set<Int> {
        switch expression.kind {
        case .score(let node): return [node]
        case .previous: return []
        default: return expression.parts.reduce(into: []) { $0.formUnion(reads($1)) }
        }
    }

    func readsChanging(_ formula: Formula) -> Bool {
        reads(formula.expression).contains { isChanging[$0] }
    }

    /// Refuses what runs cannot compute.
    mutating func unsupported(_ position: Int, _ place: Place, _ what: String) {
        problems.append(
            Diagnostic(
                .error, "robustness.unsupported", at: place, node: plan.nodes[position].id,
                "a \(what) reads a score that the alternatives change, and runs do not compute it "
                    + "again",
                help: "Name nodes of the alternatives beneath which there is none"))
    }
}

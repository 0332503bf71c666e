internal import Expressions
internal import Methodology

/// What the outcome of a node rests on, itself and everything beneath it.
struct Dependencies: Sendable {
    /// Positions of inputs, sorted.
    var inputs: [Int] = []
    /// Positions of tables, sorted.
    var tables: [Int] = []
    /// Positions of parameters, sorted.
    var parameters: [Int] = []
    /// Positions of nodes whose rule was chosen without a source, sorted.
    var assumedNodes: [Int] = []
    /// Positions of nodes, itself included, sorted.
    var nodes: [Int] = []
    /// Whether it depends on other bodies.
    var isRelative = false

    /// One for each node of the plan.
    static func all(of plan: Plan) -> [Dependencies] {
        var all = plan.nodes.map { _ in Dependencies() }
        for position in plan.order {
            let own = Own(plan.nodes[position], plan)
            let beneath = own.nodes.sorted().map { all[$0] }
            all[position] = Dependencies(
                inputs: joined(own.inputs, beneath.map(\.inputs)),
                tables: joined(own.tables, beneath.map(\.tables)),
                parameters: joined(own.parameters, beneath.map(\.parameters)),
                assumedNodes: joined(
                    plan.nodes[position].isAssumed ? [position] : [], beneath.map(\.assumedNodes)),
                nodes: joined([position], beneath.map(\.nodes)),
                isRelative: plan.relative.contains(position))
        }
        return all
    }

    private static func joined(_ own: Set<Int>, _ beneath: [[Int]]) -> [Int] {
        beneath.reduce(own) { $0.union($1) }.sorted()
    }

    /// What one node's own rule names, also through computed fields.
    struct Own {
        var inputs: Set<Int> = []
        var tables: Set<Int> = []
        var parameters: Set<Int> = []
        var nodes: Set<Int> = []
        private let plan: Plan

        init(_ node: Node, _ plan: Plan) {
            self.plan = plan
            nodes = Set(node.children)
            for formula in node.formulas { add(formula.expression) }
        }

        private mutating func add(_ expression: Expression) {
            var found: [Expression.Kind] = []
            expression.forEach { found.append($0.kind) }
            for kind in found {
                switch kind {
                case .input(let input): inputs.insert(input)
                case .parameter(let parameter): parameters.insert(parameter)
                case .score(let node): nodes.insert(node)
                case .records(_, let table, _, _), .quantified(_, let table, _, _),
                    .field(let table, _):
                    tables.insert(table)
                case .computed(let table, let field):
                    tables.insert(table)
                    add(plan.computed[table][field].formula.expression)
                default: break
                }
            }
        }
    }
}

extension Node {
    /// Every formula of its rule.
    var formulas: [Formula] {
        var formulas = [appliesWhen].compactMap { $0 }
        switch content {
        case .heading: break
        case .formula(let formula, _): formulas.append(formula)
        case .aggregate(let aggregate): formulas += aggregate.formulas
        }
        for correction in corrections { formulas += correction.formulas }
        if case .share(let unknown, let all) = bounds { formulas += [unknown, all] }
        return formulas + score.formulas
    }
}

extension Node.Correction {
    /// Its condition, its amount and its limit.
    var formulas: [Formula] { [when, amount, atMost].compactMap { $0 } }
}

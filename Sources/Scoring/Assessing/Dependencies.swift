internal import Expressions
internal import Methodology

/// What the outcome of a node rests on, itself and everything beneath it.
struct Dependencies: Sendable {
    var inputs = Positions()
    var tables = Positions()
    var parameters = Positions()
    /// Those whose rule was chosen without a source.
    var assumedNodes = Positions()
    /// Itself included.
    var nodes = Positions()
    /// Whether it depends on other bodies.
    var isRelative = false
    /// How many periods before the present one it looks at.
    var periodsBack = 0
    /// The inputs that its own rule names.
    var ownInputs: [Int] = []
    /// The nodes that its own rule names, its children among them.
    var ownNodes: [Int] = []

    /// One for each node of the plan.
    static func all(of plan: Plan) -> [Dependencies] {
        var all = plan.nodes.map { _ in Dependencies() }
        for position in plan.order {
            let own = Own(plan.nodes[position], plan)
            let beneath = own.nodes.keys.sorted().map { all[$0] }
            let reaches = own.nodes.map { node, back in back + all[node].periodsBack }
            all[position] = Dependencies(
                inputs: joined(own.inputs, beneath.map(\.inputs)),
                tables: joined(own.tables, beneath.map(\.tables)),
                parameters: joined(own.parameters, beneath.map(\.parameters)),
                assumedNodes: joined(
                    plan.nodes[position].isAssumed ? [position] : [], beneath.map(\.assumedNodes)),
                nodes: joined([position], beneath.map(\.nodes)),
                isRelative: plan.relative.contains(position),
                periodsBack: max(own.periodsBack, reaches.max() ?? 0),
                ownInputs: own.inputs.sorted(), ownNodes: own.nodes.keys.sorted())
        }
        return all
    }

    /// The same for a unit for which some nodes are settled: what stands beneath them alone is
    /// left out.
    func without(_ settled: Set<Int>, from node: Int, _ plan: Plan) -> Dependencies {
        guard settled.contains(where: nodes.contains) else { return self }
        var rest = Dependencies(isRelative: isRelative, periodsBack: periodsBack)
        var seen = settled
        var open = [node]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            let own = Own(plan.nodes[next], plan)
            rest.inputs.formUnion(Positions(own.inputs))
            rest.tables.formUnion(Positions(own.tables))
            rest.nodes.insert(next)
            open += own.nodes.keys
        }
        return rest
    }

    private static func joined(_ own: Set<Int>, _ beneath: [Positions]) -> Positions {
        beneath.reduce(into: Positions(own)) { $0.formUnion($1) }
    }

    /// What one node's own rule names, also through computed fields.
    struct Own {
        var inputs: Set<Int> = []
        var tables: Set<Int> = []
        var parameters: Set<Int> = []
        /// How many periods before the present one each is looked at, at most.
        var nodes: [Int: Int] = [:]
        /// How many periods before the present one its formulas look at.
        private(set) var periodsBack = 0
        /// The evidence they read, of this period and of earlier ones.
        private(set) var reads: Set<Assessment.Read> = []
        private let plan: Plan
        /// The computed fields that were looked through, and how many periods back.
        private var seen: Set<[Int]> = []

        init(_ node: Node, _ plan: Plan) {
            self.plan = plan
            for child in node.children { nodes[child] = 0 }
            for formula in node.formulas { add(formula.expression, [0]) }
            if case .last(let atMost) = node.substitute?.source { periodsBack += atMost }
            addLeaves(beside: node)
        }

        /// What a missing rule looks at besides counts where evidence is unchecked; the node's own
        /// formula does not read it.
        private mutating func addLeaves(beside node: Node) {
            let own = reads
            for leaf in node.substitute?.leaves ?? [] {
                for formula in plan.nodes[leaf].formulasOfValue { add(formula.expression, [0]) }
            }
            reads = own
        }

        /// - Parameters:
        ///   - expression: What is looked through.
        ///   - backs: How many periods before the present one it is computed.
        private mutating func add(_ expression: Expression, _ backs: [Int]) {
            var backs = backs
            switch expression.kind {
            case .input(let input):
                inputs.insert(input)
                for back in backs { reads.insert(.input(input, back: back)) }
            case .parameter(let parameter): parameters.insert(parameter)
            case .score(let node): nodes[node] = max(nodes[node] ?? 0, backs.last ?? 0)
            case .records(_, let table, _, _), .quantified(_, let table, _, _),
                .field(let table, _):
                tables.insert(table)
                for back in backs { reads.insert(.table(table, back: back)) }
            case .computed(let table, let field):
                tables.insert(table)
                for back in backs { reads.insert(.table(table, back: back)) }
                // Fields rest on fields; each is looked through once.
                if seen.insert([table, field] + backs).inserted {
                    add(plan.computed[table][field].formula.expression, backs)
                }
            case .previous(_, let periods): backs = backs.map { $0 + periods }
            case .across(let periods, let part) where part.isOverRecords:
                backs = Set(backs.flatMap { back in (0..<periods).map { back + $0 } }).sorted()
            default: break
            }
            periodsBack = max(periodsBack, backs.last ?? 0)
            for part in expression.parts { add(part, backs) }
        }
    }
}

extension Assessment {
    /// Something of the evidence that a rule reads.
    public enum Read: Hashable, Sendable {
        /// An input, so many periods before the present one.
        case input(Int, back: Int)
        /// The records of a table, so many periods before the present one.
        case table(Int, back: Int)

        /// Inputs before tables, each from the present period back.
        fileprivate var order: [Int] {
            switch self {
            case .input(let input, let back): [0, input, back]
            case .table(let table, let back): [1, table, back]
            }
        }
    }

    /// The evidence that a node's own rule reads, also through computed fields: inputs, then
    /// tables, each from the present period back.
    public func reads(of node: Int) -> [Read] {
        Dependencies.Own(plan.nodes[node], plan).reads.sorted {
            $0.order.lexicographicallyPrecedes($1.order)
        }
    }
}

extension Expression {
    /// Whether it looks at the records of a table itself.
    var isOverRecords: Bool {
        switch kind {
        case .records, .quantified: true
        default: false
        }
    }
}

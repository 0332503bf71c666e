public import Arithmetic
public import Domain

/// What the names in a formula can mean.
public struct Scope: Sendable {
    /// A parameter's id and type.
    public struct Parameter: Hashable, Sendable {
        /// Its id.
        public let id: String
        /// What it is.
        public let type: ValueType

        /// Makes a parameter symbol.
        public init(id: String, type: ValueType) {
            self.id = id
            self.type = type
        }
    }

    /// A computed field's id and type; its formula stands in the plan.
    public struct ComputedField: Hashable, Sendable {
        /// Its id.
        public let id: String
        /// What it yields.
        public let type: ValueType

        /// Makes a computed field symbol.
        public init(id: String, type: ValueType) {
            self.id = id
            self.type = type
        }
    }

    /// Inputs and tables.
    public var schema: EvidenceSchema
    /// For each table, its computed fields in order.
    public var computed: [[ComputedField]]
    /// Named lists of ids.
    public var lists: [String: [String]]
    /// Named numbers.
    public var parameters: [Parameter]
    /// The positions of the nodes by id.
    public var nodes: [String: Int]
    /// The kinds of body the edition applies to.
    public var kinds: [String]
    /// What numbers within a step are; some functions need doubles.
    public var arithmetic: NumberKind
    /// The words of the edition's grades, worst first.
    public var grades: [String] = []
    /// The nodes that have a grade and no score, by id.
    public var gradedNodes: Set<String> = []
    /// The edition's rounding mode, which `ROUND` uses; `nil` where there is none.
    public var rounding: Rounding?

    /// Whether the edition says who the peers of a body are.
    public var hasPeers = false
    /// The node to whose bodies functions over bodies keep; `nil` where none decides.
    public var node: Int?

    /// Names that are declared with mistakes; formulas that use them yield nothing, and nobody
    /// complains a second time.
    public var faulty: Set<String> = []

    /// For each table, its computed fields whose formulas are not read yet.
    public var later: [Set<String>] = []

    /// Makes a scope.
    public init(
        schema: EvidenceSchema, computed: [[ComputedField]] = [], lists: [String: [String]] = [:],
        parameters: [Parameter] = [], nodes: [String: Int] = [:], kinds: [String] = [],
        arithmetic: NumberKind = .decimal, rounding: Rounding? = nil
    ) {
        self.schema = schema
        self.computed = computed
        self.lists = lists
        self.parameters = parameters
        self.nodes = nodes
        self.kinds = kinds
        self.arithmetic = arithmetic
        self.rounding = rounding
    }

    /// Words that formulas keep for themselves; no id may be one of them, in any case.
    public static let reserved: Set<String> = [
        "and", "or", "not", "between", "is", "where", "over", "true", "false", "body", "kind",
        "period", "score",
    ]

    /// What a name means at a level.
    enum Symbol {
        case input(Int)
        case field(table: Int, Int)
        case computed(table: Int, Int)
        case parameter(Int)
        case table(Int)
        case list([String])
    }

    func table(_ id: some StringProtocol) -> Int? {
        schema.tables.firstIndex { $0.id == id }
    }

    /// A field or computed field of a table.
    func member(_ id: some StringProtocol, of table: Int) -> Symbol? {
        if let field = schema.tables[table].fields.firstIndex(where: { $0.id == id }) {
            return .field(table: table, field)
        }
        if table < computed.count, let field = computed[table].firstIndex(where: { $0.id == id }) {
            return .computed(table: table, field)
        }
        return nil
    }

    /// Whether a computed field is declared, and its formula not read yet.
    func isLater(_ id: some StringProtocol, of table: Int) -> Bool {
        table < later.count && later[table].contains(String(id))
    }

    /// The meaning of a name without a path.
    func symbol(_ name: String, level: Int?) -> Symbol? {
        if let level, let member = member(name, of: level) { return member }
        if let input = schema.inputs.firstIndex(where: { $0.id == name }) { return .input(input) }
        if let parameter = parameters.firstIndex(where: { $0.id == name }) {
            return .parameter(parameter)
        }
        if let table = table(name) { return .table(table) }
        return lists[name].map(Symbol.list)
    }

    /// Every name that could stand at the level, for suggestions.
    func names(level: Int?) -> [String] {
        var names: [String] = []
        if let level {
            names += schema.tables[level].fields.map(\.id)
            if level < computed.count { names += computed[level].map(\.id) }
        }
        names += schema.inputs.map(\.id)
        names += parameters.map(\.id).filter { !$0.isEmpty }
        for (index, table) in schema.tables.enumerated() {
            names.append(table.id)
            names += table.fields.map { "\(table.id).\($0.id)" }
            if index < computed.count { names += computed[index].map { "\(table.id).\($0.id)" } }
        }
        return names + lists.keys.sorted() + ["period", "body", "kind"]
    }
}

public import Arithmetic

/// A value that bodies hand in: an input, or a field of a table's records.
public struct Field: Hashable, Sendable {
    /// Its id, which is its heading.
    public let id: String
    /// What it is.
    public let type: ValueType
    /// Whether it may be left blank.
    public let isOptional: Bool
    /// The least value allowed, inclusive; `nil` for no limit.
    ///
    /// Numeric types only.
    public let least: Fixed?
    /// The greatest value allowed, inclusive; `nil` for no limit.
    ///
    /// Numeric types only.
    public let greatest: Fixed?
    /// What people call it.
    public let title: LanguageMap?

    /// Makes a field from its parts.
    public init(
        id: String, type: ValueType, isOptional: Bool = false, least: Fixed? = nil,
        greatest: Fixed? = nil, title: LanguageMap? = nil
    ) {
        self.id = id
        self.type = type
        self.isOptional = isOptional
        self.least = least
        self.greatest = greatest
        self.title = title
    }
}

/// A table of which a body hands in many records for a period.
public struct TableSchema: Hashable, Sendable {
    /// Its id, which is the name of its resource.
    public let id: String
    /// The columns that name a record within its body and period (or within its parent record).
    public let key: [String]
    /// The position of the table whose records these belong to; `nil` for a body's own.
    ///
    /// A parent stands before its children.
    public let parent: Int?
    /// What a record holds, without the key and without computed fields.
    public let fields: [Field]
    /// What people call it.
    public let title: LanguageMap?

    /// Makes a table from its parts.
    public init(
        id: String, key: [String], parent: Int?, fields: [Field], title: LanguageMap? = nil
    ) {
        self.id = id
        self.key = key
        self.parent = parent
        self.fields = fields
        self.title = title
    }
}

/// What an edition expects to be handed in.
public struct EvidenceSchema: Hashable, Sendable {
    /// How periods are written.
    public let periodForm: PeriodForm
    /// The heading of the column that holds the period.
    public let periodColumn: String
    /// The values each body hands in once for a period.
    public let inputs: [Field]
    /// The tables of records, parents before children.
    public let tables: [TableSchema]
    /// The nodes about which something can be decided, in the order of the plan.
    public let nodes: [NodeSchema]

    /// Makes a schema from its parts.
    public init(
        periodForm: PeriodForm, periodColumn: String, inputs: [Field], tables: [TableSchema],
        nodes: [NodeSchema] = []
    ) {
        self.periodForm = periodForm
        self.periodColumn = periodColumn
        self.inputs = inputs
        self.tables = tables
        self.nodes = nodes
    }

    /// The same with these nodes.
    public func with(_ nodes: [NodeSchema]) -> EvidenceSchema {
        EvidenceSchema(
            periodForm: periodForm, periodColumn: periodColumn, inputs: inputs, tables: tables,
            nodes: nodes)
    }

    /// The positions of the leaves whose rules read an input of the period that is scored, in the
    /// order of the plan.
    public func leaves(readingInput input: Int) -> [Int] {
        nodes.indices.filter { nodes[$0].value != nil && nodes[$0].inputs.contains(input) }
    }
}

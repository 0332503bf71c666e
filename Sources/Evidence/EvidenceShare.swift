public import Domain

/// What one of several editions reads of a workspace.
///
/// A workspace may serve several editions of a methodology, of which one holds for each period
/// and kind of body. Each reads the same files by its own schema. It judges what was handed in
/// for its own periods and kinds: what is wrong there is told. All else it takes as far as its
/// schema allows, because a rule may look back at it; what it does not allow is no data, and
/// was judged by another edition.
public struct EvidenceShare: Sendable {
    /// What rows may be about: a kind of body and a period.
    public struct Subject: Hashable, Sendable {
        /// The kind of the body.
        public let kind: String
        /// The period.
        public let period: Period

        /// A kind of body and a period.
        public init(kind: String, period: Period) {
            self.kind = kind
            self.period = period
        }
    }

    /// Everything, as the only edition of a workspace reads it.
    public static let whole = EvidenceShare(others: [], kinds: nil, judged: nil)

    /// What the other editions declare: their columns and tables are known, and left out.
    let others: [EvidenceSchema]
    /// The kinds whose bodies are read; `nil` for all.
    let kinds: Set<String>?
    /// What is judged; `nil` for all.
    let judged: Set<Subject>?
    /// Kinds to which only another methodology applies: their bodies are left out.
    let leaving: Set<String>
    /// Whether decisions about what only others declare are left out, because they apply them.
    let leavesDecisions: Bool

    /// A share of a workspace.
    ///
    /// - Parameters:
    ///   - others: The schemas of the other editions.
    ///   - kinds: The kinds whose bodies are read; `nil` for all.
    ///   - judged: What is judged; `nil` for everything.
    ///   - leaving: Kinds whose bodies are left out without a word, because only another
    ///     methodology of the workspace applies to them.
    ///   - leavesDecisions: Whether a decision about an input or node that only others declare is
    ///     theirs; otherwise it is an error where it is judged.
    public init(
        others: [EvidenceSchema], kinds: Set<String>?, judged: Set<Subject>?,
        leaving: Set<String> = [], leavesDecisions: Bool = false
    ) {
        self.others = others
        self.kinds = kinds
        self.judged = judged
        self.leaving = leaving
        self.leavesDecisions = leavesDecisions
    }

    /// The same of a workspace that was handed in for other editions, of which nothing is judged.
    public func unjudged(among schemas: [EvidenceSchema]) -> EvidenceShare {
        EvidenceShare(
            others: others + schemas, kinds: kinds, judged: [], leaving: leaving,
            leavesDecisions: leavesDecisions)
    }

    /// Whether bodies of every kind are read.
    var takesAll: Bool { kinds == nil && leaving.isEmpty }

    /// Whether bodies of the kind are read.
    func takes(_ kind: String) -> Bool {
        !leaving.contains(kind) && kinds?.contains(kind) ?? true
    }

    /// Whether other editions read of the same workspace, so that not all is told here.
    var isOneOfSeveral: Bool { judged != nil || !leaving.isEmpty }

    /// Whether what was handed in for a kind and a period is judged.
    public func judges(_ kind: String, _ period: Period) -> Bool {
        judged?.contains(Subject(kind: kind, period: period)) ?? true
    }

    /// Whether something was handed in for a kind and a period, and is judged.
    public func isJudged(_ kind: String, _ period: Period) -> Bool {
        judged?.contains(Subject(kind: kind, period: period)) ?? false
    }

    /// The inputs that other editions declare.
    var inputs: Set<String> { Set(others.flatMap { $0.inputs.map(\.id) }) }

    /// The nodes that other editions declare.
    var nodes: Set<String> { Set(others.flatMap { $0.nodes.map(\.id) }) }

    /// The tables that other editions declare.
    var tables: Set<String> { Set(others.flatMap { $0.tables.map(\.id) }) }

    /// The headings that other editions give a table.
    func headings(of table: String) -> Set<String> {
        Set(
            others.flatMap { schema -> [String] in
                guard let position = schema.tables.firstIndex(where: { $0.id == table }) else {
                    return []
                }
                return RecordPath(position, schema).headings
                    + schema.tables[position].fields.map(\.id)
            })
    }
}

/// A state body: ministry, agency, committee, local executive body.
public struct Body: Hashable, Sendable {
    /// Its id, stable for ever.
    public let id: String
    /// What it is called.
    public let title: LanguageMap
    /// The kind it belongs to, as in `ministry`.
    public let kind: String
    /// The id of the body it is part of.
    public let parent: String?
    /// A free grouping, as for peers.
    public let group: String?
    /// Its first day; `nil` when it existed before anything that is assessed.
    public let from: Day?
    /// Its last day; `nil` while it exists.
    public let to: Day?
    /// The ids of the bodies whose tasks it took over.
    public let predecessors: [String]

    /// Makes a body from its parts.
    public init(
        id: String, title: LanguageMap, kind: String, parent: String? = nil, group: String? = nil,
        from: Day? = nil, to: Day? = nil, predecessors: [String] = []
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.parent = parent
        self.group = group
        self.from = from
        self.to = to
        self.predecessors = predecessors
    }

    /// Whether it existed on the day, its first and last days included.
    public func existed(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

/// A reform of the state's bodies, and the measures it is made of.
///
/// It says what somebody means to move, and claims no effect.
public struct Reform: Hashable, Sendable {
    /// One thing that is done.
    public struct Measure: Hashable, Sendable {
        /// Its id, the only one within its reform.
        public let id: String
        /// What it is called.
        public let title: LanguageMap
        /// Who answers for it: the id of a body, or any text; `nil` where nobody is named.
        public let owner: String?
        /// Its first day.
        public let from: Day
        /// Its last day; `nil` while it goes on.
        public let to: Day?
        /// The ids of the nodes it is meant to move, in the order of the file; empty where it says
        /// none.
        public let criteria: [String]
        /// The row of the file it stands in, the heading being row 1.
        public let row: Int

        /// Makes a measure from its parts.
        public init(
            id: String, title: LanguageMap, owner: String? = nil, from: Day, to: Day? = nil,
            criteria: [String] = [], row: Int
        ) {
            self.id = id
            self.title = title
            self.owner = owner
            self.from = from
            self.to = to
            self.criteria = criteria
            self.row = row
        }
    }

    /// Its id, stable for ever.
    public let id: String
    /// What it is called.
    public let title: LanguageMap
    /// In the order of the file; one at least.
    public let measures: [Measure]
    /// The file it stands in.
    public let file: String

    /// Makes a reform from its parts.
    public init(id: String, title: LanguageMap, measures: [Measure], file: String) {
        self.id = id
        self.title = title
        self.measures = measures
        self.file = file
    }

    /// The first day of any of its measures; `nil` without one.
    public var from: Day? { measures.map(\.from).min() }

    /// The ids of the nodes that any of its measures is meant to move, each once.
    public var criteria: [String] {
        var seen: Set<String> = []
        return measures.flatMap(\.criteria).filter { seen.insert($0).inserted }
    }
}

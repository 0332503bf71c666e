public import Arithmetic

/// Something that can be done so that bodies improve: what it changes, and what it costs.
///
/// It is a plan's raw material, not a record: nothing of it counts in any score until the evidence
/// shows it.
public struct Measure: Hashable, Sendable {
    /// What it changes in one value.
    public enum Effect: Hashable, Sendable {
        /// Adds so much, in the unit of the value; below 0 takes away. Additions of several
        /// measures add up.
        case adds(Fixed)
        /// Brings the value to a level whatever it is now; adds nothing to others, and never harms.
        case reaches(Level)
    }

    /// A level that a measure guarantees.
    public enum Level: Hashable, Sendable {
        /// In the unit of the value.
        case number(Fixed)
        /// Of a flag.
        case flag(Bool)
    }

    /// Whose value it changes.
    public enum Reach: Hashable, Sendable {
        /// That of one body, by its id; the body that stands for the whole apparatus is one.
        case body(String)
        /// That of every body that has one.
        case all
    }

    /// One value that it changes.
    public struct Action: Hashable, Sendable {
        /// Whose.
        public let reach: Reach
        /// The id of an input or of a leaf, which is a criterion or an indicator.
        public let target: String
        /// What becomes of it.
        public let effect: Effect
        /// The row of the file it stands in, the heading being row 1.
        public let row: Int

        /// Makes an action from its parts.
        public init(reach: Reach, target: String, effect: Effect, row: Int) {
            self.reach = reach
            self.target = target
            self.effect = effect
            self.row = row
        }
    }

    /// Its id, the only one in the file.
    public let id: String
    /// What it is called.
    public let title: LanguageMap
    /// In the order of the file, those of this edition alone; empty where all of them are about
    /// what only another edition of the workspace has.
    public let actions: [Action]
    /// What it costs once, 0 or more, in ``currency``.
    public let cost: Fixed
    /// As in `KZT`; one for the whole file.
    public let currency: String
    /// The first day on which its effect is there, if it is begun now.
    public let finish: Day
    /// The ids of measures without which it cannot be taken.
    public let needs: [String]
    /// The ids of measures with which it cannot be taken; each of the two may say so.
    public let excludes: [String]
    /// Who answers for it: the id of a body, or any text; `nil` where nobody is named.
    public let owner: String?
    /// Why this effect is expected: a publication, a pilot, an estimate; `nil` where nothing is said.
    public let evidence: String?
    /// The first of its rows in the file, the heading being row 1.
    public let row: Int
    /// The file it stands in.
    public let file: String

    /// Makes a measure from its parts.
    public init(
        id: String, title: LanguageMap, actions: [Action], cost: Fixed, currency: String,
        finish: Day, needs: [String] = [], excludes: [String] = [], owner: String? = nil,
        evidence: String? = nil, row: Int, file: String
    ) {
        self.id = id
        self.title = title
        self.actions = actions
        self.cost = cost
        self.currency = currency
        self.finish = finish
        self.needs = needs
        self.excludes = excludes
        self.owner = owner
        self.evidence = evidence
        self.row = row
        self.file = file
    }
}

public import Arithmetic
public import Domain

/// What a body has handed in for a period, and what scores still wait for.
public struct Submission: Sendable {
    /// The body and period.
    public let unit: Int
    /// Whether anything is due: the body existed on the last day of the period, and the edition
    /// applies to its kind.
    public let isDue: Bool
    /// One for each input of the schema, then one for each table.
    public let entries: [Entry]
    /// What is not known and some score waits for, the most pressing first.
    public internal(set) var debts: [Debt] = []
    /// One for each total on which a debt bears: what all debts together are worth.
    public internal(set) var prospects: [Prospect] = []
    /// Positions of nodes that are missing though nothing of this period is blank for them, as
    /// where an earlier period is.
    public internal(set) var unsettled: [Int] = []

    /// How many inputs and tables were handed in, marked or withheld.
    public var handedIn: Int { entries.count(where: \.isHandedIn) }

    /// Whether nothing at all was handed in.
    public var isEmpty: Bool { entries.allSatisfy { $0.row == nil && $0.rejected == 0 } }

    /// What is blank and no score waits for.
    public var spare: [Item] {
        let owed = Set(debts.map(\.item))
        return entries.filter { $0.state == .blank && !owed.contains($0.item) }.map(\.item)
    }
}

extension Submission {
    /// Something that a body hands in for a period, by its position in the schema.
    public enum Item: Hashable, Sendable {
        case input(Int)
        case table(Int)
    }

    /// What became of it.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// A value or records that were checked.
        case handedIn = "handed-in"
        /// A value or records that nobody checked.
        case unverified
        /// Nothing, or a marker for no data.
        case blank
        /// Nothing, because the rows about it were left out with what is wrong in them.
        case rejected
        /// Marked as not applicable.
        case notApplicable = "not-applicable"
        /// Marked as withheld.
        case withheld
    }

    /// One input of a body, or its records of one table.
    public struct Entry: Sendable {
        /// Which.
        public let item: Item
        /// What became of it.
        public let state: State
        /// How many records; 0 for an input.
        public let records: Int
        /// How far it was checked, of records the least; `nil` where nothing was handed in.
        public let status: EvidenceStatus?
        /// Where it stands; `nil` where nothing was handed in.
        public let file: String?
        /// The row there; of records that of the first one.
        public let row: Int?
        /// How many rows about it were left out because something is wrong with them.
        public let rejected: Int

        /// Whether there is a value, a record, or a marker that says why there is none.
        public var isHandedIn: Bool { state != .blank && state != .rejected }
    }

    /// Something that is not known, and the scores that wait for it.
    public struct Debt: Sendable {
        /// What is not known.
        public let item: Item
        /// Of records that were handed in: the fields that are blank in some of them.
        public let fields: [Int]
        /// Positions of the nodes that have no score of their own for want of it, or leave a
        /// correction out.
        public let nodes: [Int]
        /// What else the rules of these nodes read and is not known.
        public let together: [Item]
        /// One for each total on which it bears.
        public internal(set) var prospects: [Prospect] = []
    }

    /// What a total would come to.
    public struct Prospect: Hashable, Sendable {
        /// The position of the total.
        public let total: Int
        /// Its score now; `nil` when it has none.
        public let now: Fixed?
        /// Its score when every node that waits has the best score it can reach; `nil` where it
        /// has none all the same, and where it cannot be told.
        public let best: Fixed?
        /// Whether it has no score without this, whatever else is handed in.
        public let isNeeded: Bool
        /// The node on the way to the total that compares bodies, for which nothing is told.
        public let obstacle: Int?

        /// How many points there are to gain, exactly; `nil` without a score now or then, and
        /// for grades.
        ///
        ///     worth = best − now
        public let worth: Fixed?
    }
}

extension Submission {
    /// Whether this one is to be asked about before another: first who keeps a total from having
    /// a score, by how much is needed; then by what there is to gain.
    public func isMorePressing(than other: Submission) -> Bool {
        guard needed == other.needed else { return needed > other.needed }
        guard gain == other.gain else { return gain > other.gain }
        return debts.count > other.debts.count
    }

    private var needed: Int { debts.count(where: \.isNeeded) }

    private var gain: Fixed { prospects.compactMap(\.worth).max() ?? .zero }
}

extension Submission.Debt {
    /// Whether a total has no score without it.
    public var isNeeded: Bool { prospects.contains(where: \.isNeeded) }

    /// Whether this one is to be asked for before another.
    func isMorePressing(than other: Submission.Debt) -> Bool {
        guard isNeeded == other.isNeeded else { return isNeeded }
        return gain > other.gain
    }

    private var gain: Fixed { prospects.compactMap(\.worth).max() ?? .zero }
}

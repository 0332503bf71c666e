extension Problem {
    /// What the nearest set of measures lacks, where none meets all conditions.
    package struct Lack: Hashable, Sendable {
        /// A row of a required block that is missed, and by how much in the row's units.
        package struct Row: Hashable, Sendable {
            package let block: Int
            package let row: Int
            /// Above 0.
            package let amount: Int128
        }

        /// A group of a required block that is in a forbidden state.
        package struct Forbidden: Hashable, Sendable {
            package let block: Int
            package let group: Int
        }

        /// The set, by sorted positions; it keeps to needs, exclusions and the budget.
        package let chosen: [Int]
        /// In the order of blocks and rows.
        package let rows: [Row]
        /// In the order of blocks and groups.
        package let forbidden: [Forbidden]
        /// How much weight of blocks that hold is missing; 0 for none.
        package let weight: Int64
        /// Whether no set is nearer.
        package let isNearest: Bool
    }

    /// The set of measures that comes nearest to the conditions, and what it lacks.
    ///
    /// Nearest is the least sum of what lacks: each row in parts of what it needs, each forbidden
    /// state as 1, the weight in parts of what is asked for. Other sets may be as near.
    ///
    /// - Returns: `nil` where the limits were reached before a set was found.
    package func shortfall(limits: SolvingLimits = SolvingLimits()) -> Lack? {
        preconditionFailure("contract")
    }
}

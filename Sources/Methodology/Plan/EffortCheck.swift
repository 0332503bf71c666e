public import Domain

extension Plan {
    /// A look at plans beside what came of them, over periods, for signs that a plan asks for little.
    ///
    /// What it finds changes no score. A plan below what was reached before, and one equal to it,
    /// are always looked for; the rest where the edition says from when on it counts.
    public struct EffortCheck: Sendable {
        /// Which values are better.
        public enum Better: Hashable, Sendable {
            /// More is.
            case higher
            /// Less is.
            case lower
            /// What the row says: the position of a code field or input, and of its two words.
            case field(Int, higher: Int32, lower: Int32)
        }

        /// From when on it is late to change a plan.
        public struct Revision: Hashable, Sendable {
            /// The position of the date on which the plan was last changed.
            public let field: Int
            /// So many days before the last day of the period, or fewer, 0 to 366.
            public let days: Int
        }

        /// Its id.
        public let id: String
        /// What people call it.
        public let title: LanguageMap?
        /// The table whose records are looked at; `nil` for the body's inputs.
        public let table: Int?
        /// The position of what was planned, among the table's fields or the inputs, as are all
        /// positions here.
        public let plan: Int
        /// The position of what came of it, of the same type.
        public let actual: Int
        /// Which values are better.
        public let better: Better
        /// From when on a change is late; `nil` where that is not looked for.
        public let revision: Revision?
        /// In so many periods in a row the plan was reached, 2 to 100; `nil` where that is not
        /// looked for.
        public let periods: Int?
        /// On what it rests.
        public let basis: [Citation]
        /// Whether somebody chose it without a source.
        public let isAssumed: Bool
    }
}

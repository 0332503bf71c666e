public import Domain

extension Plan {
    /// What the paper about an assessment has to tell the body it is about.
    public struct Notice: Hashable, Sendable {
        /// Which days of the time for objections count.
        public enum Days: String, CaseIterable, Hashable, Sendable {
            /// Those on which the office works.
            case working
            /// All.
            case calendar
        }

        /// Who may object, to whom, and by when.
        public struct Objections: Hashable, Sendable {
            /// Who may object, as in `The head of the body`.
            public let by: LanguageMap
            /// To whom.
            public let to: LanguageMap
            /// So many days, 1 to 366, counted from the day after the paper is issued.
            public let within: Int
            /// Which days are counted.
            public let days: Days
            /// On what it rests.
            public let basis: [Citation]
        }

        /// Who may object, to whom, and by when.
        public let objections: Objections
    }
}

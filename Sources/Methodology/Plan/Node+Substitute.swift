public import Domain

extension Node {
    /// A value that is put in the place of a missing one; the path goes on with it.
    public struct Substitute: Sendable {
        /// Where it comes from.
        public enum Source: Hashable, Sendable {
            /// The node's last known value, at most so many periods before.
            case last(atMost: Int)
            /// The mean of the known values of the body's peers.
            case groupMean
            /// The median of the known values of the body's peers.
            case groupMedian
            /// What is expected beside the values of these leaves, by their positions, where all
            /// come from one normal distribution; it is fitted to the bodies of the period.
            case expectationMaximisation(with: [Int])

            /// Whether it is the same for all of the body's peers.
            public var isGroup: Bool {
                switch self {
                case .last, .expectationMaximisation: false
                case .groupMean, .groupMedian: true
                }
            }

            /// Whether it rests on other bodies.
            public var looksAtBodies: Bool {
                switch self {
                case .last: false
                case .groupMean, .groupMedian, .expectationMaximisation: true
                }
            }
        }

        /// The leaves whose values it looks at besides, by their positions.
        public var leaves: [Int] {
            if case .expectationMaximisation(let leaves) = source { leaves } else { [] }
        }

        /// Where it comes from.
        public let source: Source
        /// How the rule is written, as in `group-mean`.
        public let word: String
        /// Why, for people.
        public let reason: LanguageMap?
        /// Whether the score can still change when the value is handed in.
        public let isOpen: Bool
    }
}

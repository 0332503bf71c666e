public import Arithmetic

extension Node.Comparison {
    /// Grades for shares of the bodies, the best first.
    public struct Quota: Hashable, Sendable {
        /// A grade and the share of bodies that have it.
        public struct Share: Hashable, Sendable {
            /// The position of the grade, as a score.
            public let score: Fixed
            /// The share of bodies.
            public let share: Fraction
        }

        /// Which grade those have who share places with different grades.
        public enum Ties: String, CaseIterable, Hashable, Sendable {
            /// That of the best of these places.
            case better
            /// That of the worst of these places.
            case worse
        }

        /// How a number of bodies that is not whole becomes one.
        public enum Counts: String, CaseIterable, Hashable, Sendable {
            case down
            case up
            case halfUp = "half-up"

            /// The way of rounding.
            public var rounding: Rounding {
                switch self {
                case .down: .down
                case .up: .up
                case .halfUp: .halfUp
                }
            }
        }

        /// The best grade first; the shares sum to 1.
        public let shares: [Share]
        /// How the number of bodies with a grade or a better one is rounded.
        public let counts: Counts
        /// Which grade equal values have.
        public let ties: Ties
    }
}

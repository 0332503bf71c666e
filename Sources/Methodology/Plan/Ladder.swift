public import Arithmetic
public import Expressions

extension Node {
    /// Requirements in their order: the first that holds decides.
    public struct Ladder: Sendable {
        /// A requirement and what it earns.
        public struct Rung: Sendable {
            /// What has to hold.
            public let when: Formula
            /// The score, or the position of the grade.
            public let score: Fixed
        }

        /// The best first.
        public let rungs: [Rung]
        /// What is left when none holds.
        public let otherwise: Fixed
    }
}

public import Arithmetic
public import Domain
public import Expressions

extension Node {
    /// Requirements side by side: each earns points, or so many of them have to hold.
    public struct Checklist: Sendable {
        /// What the requirements come to.
        public enum Form: Hashable, Sendable {
            /// The points of those that hold, added.
            case points
            /// One score where at least so many hold, another where fewer do.
            case count(atLeast: Int, score: Fixed, otherwise: Fixed)
        }

        /// A requirement.
        public struct Item: Sendable {
            /// What has to hold.
            public let when: Formula
            /// What it earns; 0 where requirements are counted.
            public let points: Fixed
            /// What people call it.
            public let title: LanguageMap?
        }

        /// What the requirements come to.
        public let form: Form
        /// In the order of the file.
        public let items: [Item]
    }
}

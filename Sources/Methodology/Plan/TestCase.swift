public import Arithmetic
public import Diagnostics
public import Domain

/// An example beside the rules: what is given and what must come out.
public struct TestCase: Sendable {
    /// What the case shows, in words.
    public let name: String
    /// Where it stands.
    public let place: Place
    /// The position of the node it is about.
    public let node: Int
    /// The period; the first that the edition holds for where the case names none.
    public let period: Period
    /// The bodies that are made up, the one it is about first.
    public let subjects: [Subject]
    /// What must come out.
    public let expected: Expected

    /// A body that is made up.
    public struct Subject: Sendable {
        /// The body, with what it handed in for the period and for earlier ones.
        public let given: GivenBody
        /// Outcomes of nodes for the period that are given instead of computed.
        public let outcomes: [(node: Int, outcome: GivenOutcome)]
    }

    /// An outcome that is given.
    public enum GivenOutcome: Hashable, Sendable {
        /// A score, or the position of a grade.
        case score(Fixed)
        case notApplicable
        case missing
        case excluded
    }

    /// What must come out; what is `nil` is not looked at.
    public struct Expected: Sendable {
        /// `score`, `not-applicable`, `missing` or `excluded`.
        public let state: String?
        /// Exact.
        public let value: Fraction?
        /// Exact.
        public let score: Fraction?
        /// The grade's word.
        public let grade: String?
        /// What is shown in the place of the grade; empty for nothing.
        public let mark: String?
        /// The band's id.
        public let band: String?
        /// The least score it can become, or the position of the grade.
        public let lower: Fraction?
        /// The greatest score it can become, or the position of the grade.
        public let upper: Fraction?
        /// How far value, score and bounds may lie apart from what is expected; 0 when not given.
        public let within: Fraction
        /// Whether the score was put in the place of an absent one.
        public let isFilled: Bool?
    }
}

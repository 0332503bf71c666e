public import Arithmetic

/// A value that is supposed for one body and period in the place of what is known.
public struct SupposedValue: Hashable, Sendable {
    /// What has the value.
    public enum Subject: Hashable, Sendable {
        /// An input, by its position in the schema.
        case input(Int)
        /// The value of a leaf before its score rule, by its position in the plan.
        case leaf(Int)
    }

    /// The value.
    public enum Level: Hashable, Sendable {
        /// In the unit of the subject.
        case number(Fixed)
        /// Of an input that is a flag.
        case flag(Bool)
    }

    /// What has the value.
    public let subject: Subject
    /// The body and period.
    public let unit: Int
    /// The value.
    public let level: Level

    /// Makes it from its parts.
    public init(_ subject: Subject, at unit: Int, _ level: Level) {
        self.subject = subject
        self.unit = unit
        self.level = level
    }
}

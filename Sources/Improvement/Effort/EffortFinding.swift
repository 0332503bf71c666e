public import Arithmetic
public import Domain

/// A sign that a plan asked for little; it changes no score.
public struct EffortFinding: Hashable, Sendable {
    /// What speaks against the plan.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// It is worse than what was reached in the period before.
        case below
        /// It is what was reached in the period before.
        case equal
        /// It was last changed when the period was nearly over, or after it.
        case late
        /// It was reached in every period of a long row.
        case full
    }

    /// How much a finding says by itself.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// Somebody has to give a reason.
        case warning
        /// It may well be sound, and is worth a look.
        case notice
    }

    /// The position of the check in ``Plan/effort``.
    public let check: Int
    /// What speaks against the plan.
    public let kind: Kind
    /// The body and period.
    public let unit: Int
    /// The record's position in the check's table; `nil` for a check of inputs.
    public let record: Int?
    /// The record's key, after the keys of those that it belongs to; empty for inputs.
    public let key: [String]
    /// What was planned; `nil` where that is not known, as a late change alone can be found.
    public let plan: Fixed?
    /// What came of it; `nil` while it is not known.
    public let actual: Fixed?
    /// What came of the plan of the period before; `nil` where that is not known.
    public let previous: Fixed?
    /// The day on which the plan was last changed, where the check looks at it and it is known.
    public let revised: Day?
    /// In how many periods in a row, up to this one, the plan was reached; 0 where it was not.
    public let periods: Int

    /// Warnings are plans below what was reached, and plans that were changed late.
    public var severity: Severity {
        switch kind {
        case .below, .late: .warning
        case .equal, .full: .notice
        }
    }
}

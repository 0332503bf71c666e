public import Diagnosis
public import Scoring

/// An assessment before and after some values changed, and everyone who is moved.
public struct WhatIf: Sendable {
    /// One body whose outcomes differ.
    public struct Moved: Sendable {
        /// Its position in the evidence.
        public let body: Int
        /// Nodes whose score, state, rank or band differs, in the order of the plan.
        public let nodes: [Int]
        /// Whether it was changed itself, rather than only beside others.
        public let isChanged: Bool
    }

    /// As it is.
    public let before: Assessment
    /// As it would be; its traces explain it like any other.
    public let after: Assessment
    /// The position of the period.
    public let period: Int
    /// What was changed.
    public let values: [SupposedValue]
    /// Verdicts as they are; `nil` where the edition has no stages.
    public let diagnosisBefore: Diagnosis?
    /// Verdicts as they would be.
    public let diagnosisAfter: Diagnosis?
    /// In the order of the evidence.
    public let moved: [Moved]
}

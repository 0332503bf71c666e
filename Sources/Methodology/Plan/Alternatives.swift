public import Arithmetic
public import Diagnostics

/// What an edition could reasonably have said instead, for tests of how much results rest on it.
///
/// They change no result: an edition has one way to score.
public struct Alternatives: Sendable {
    /// Ways in which children could be put together.
    public enum Aggregation: String, CaseIterable, Hashable, Sendable {
        case arithmetic
        case geometric
        case harmonic
        case median
    }

    /// Ways in which values could become scores.
    public enum Scoring: String, CaseIterable, Hashable, Sendable {
        case minMax = "min-max"
        case zScore = "z-score"
        case rank
    }

    /// What could be done with what is missing.
    public enum Missing: String, CaseIterable, Hashable, Sendable {
        case redistribute
        case zero
        case worst
        case groupMean = "group-mean"
        case groupMedian = "group-median"
    }

    /// The positions of the nodes whose results are looked at, in the order of the file.
    public let nodes: [Int]
    /// Each weight may be smaller or larger by this part of itself, above 0 and below 1; `nil`:
    /// weights stay.
    public let weightsEach: Fraction?
    /// Whether equal weights are an alternative.
    public let hasEqualWeights: Bool
    /// In the order of the file.
    public let aggregates: [Aggregation]
    /// In the order of the file.
    public let scores: [Scoring]
    /// In the order of the file.
    public let missing: [Missing]
    /// Whether each leaf is left out in turn.
    public let leavesOneOut: Bool
    /// Whether what is open ranges over its bounds.
    public let rangesOverBounds: Bool
    /// On what they rest.
    public let basis: [Plan.Citation]
    /// Where they stand in the edition.
    public let place: Place
}

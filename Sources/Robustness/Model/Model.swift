internal import Methodology
internal import Scoring

/// An assessment compiled to runs with doubles: what no choice moves is constant in it.
package struct Model: Sendable {
    /// The position of the period.
    package let period: Int
    /// The positions in the evidence of the bodies that are computed, in its order.
    package let bodies: [Int]
    /// The positions of the nodes whose results are looked at.
    package let nodes: [Int]
    /// What is drawn in each run.
    package let factors: [Factor]
    /// For each of ``nodes``, who is ranked among whom.
    package let fields: [Field]
    /// How many scores range over their bounds.
    package let openCount: Int
    /// How many values have a standard error.
    package let sampledCount: Int

    init(
        _ assessment: Assessment, _ alternatives: Alternatives, period: Int
    ) throws(Study.Diagnostics) {
        throw Study.Diagnostics([])
    }

    /// The memory that a run needs.
    package func scratch() -> Scratch { Scratch() }

    /// Computes the scores of one run; allocates nothing.
    ///
    /// - Parameters:
    ///   - settings: What it chooses.
    ///   - scratch: Of this model; ``Scratch/scores`` receives the result.
    package func run(_ settings: Settings, in scratch: inout Scratch) {}

    /// What a point of the unit cube chooses.
    ///
    /// - Parameters:
    ///   - point: For each of ``factors`` a number from 0 to below 1.
    ///   - seed: The numbers within a factor follow from it and the factor's number.
    ///   - settings: Receives the choices; its memory is used again.
    package func choose(_ point: [Double], seed: UInt64, into settings: inout Settings) {}
}

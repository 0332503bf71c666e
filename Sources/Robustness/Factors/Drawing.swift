internal import Methodology

/// What is drawn in a run, and from what.
struct Drawing: Sendable {
    let factors: [Factor]
    /// Nodes beneath which weights are drawn.
    let sites: [Site]
    let hasEqualWeights: Bool
    let aggregates: [Alternatives.Aggregation]
    let points: [Int]
    let missing: [Alternatives.Missing]
    /// The leaves that are left out in turn.
    let leaves: [Int]

    /// A node beneath which weights are drawn.
    struct Site: Sendable {
        let shape: Alternatives.WeightNoise.Shape
        /// By which part of itself each may be smaller or larger.
        let spread: Double
        /// The positions of the children that have a weight.
        let children: [Int]
        /// Their shares of the weight, which sum to 1; where bodies differ, those of the mean.
        let shares: [Double]
        /// Whether nothing divides by the sum of the weights, so that it has to stay.
        let keepsSum: Bool
    }
}

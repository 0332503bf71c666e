/// How much of the variance of a target each factor accounts for.
///
/// The target is the mean over the ranked bodies of |rank − official rank|, and for each body its
/// own |rank − official rank|. A body without a score in a run stands behind all of its group that
/// have one.
public struct Sensitivity: Sendable {
    /// How many points the design begins with; it takes this number times (factors + 2) runs.
    public let base: Int
    /// What the draws follow from.
    public let seed: UInt64
    /// The factors, in the order of the edition.
    public let factors: [Factor]
    /// Whether an analyst assumed the alternatives, and the edition does not say them.
    public let isAnalysts: Bool
    /// The position of the period.
    public let period: Int
    /// One for each node whose results are looked at, in the order of the edition.
    public let nodes: [NodeSensitivity]

    package init(
        base: Int, seed: UInt64, factors: [Factor], isAnalysts: Bool, period: Int,
        nodes: [NodeSensitivity]
    ) {
        self.base = base
        self.seed = seed
        self.factors = factors
        self.isAnalysts = isAnalysts
        self.period = period
        self.nodes = nodes
    }
}

/// How much each factor accounts for at one node.
public struct NodeSensitivity: Sendable {
    /// Its position among the nodes.
    public let node: Int
    /// The mean of the target over the runs: by how many places bodies shift on average; 0 where
    /// none is ranked.
    public let meanShift: Double
    /// Of the mean shift, one for each factor; `nil` where it never changes.
    public let indices: [SensitivityIndex]?
    /// The same for each ranked body, by its position in the evidence, without ranges; without
    /// those whose shift never changes.
    public let bodies: [Int: [SensitivityIndex]]
    /// The indices from the first quarter, half and all of the points, to see them settle; without
    /// ranges, and without parts of fewer than two points or in which the target never changes.
    public let convergence: [(points: Int, indices: [SensitivityIndex])]

    package init(
        node: Int, meanShift: Double, indices: [SensitivityIndex]?,
        bodies: [Int: [SensitivityIndex]], convergence: [(points: Int, indices: [SensitivityIndex])]
    ) {
        self.node = node
        self.meanShift = meanShift
        self.indices = indices
        self.bodies = bodies
        self.convergence = convergence
    }
}

/// The share of the variance that a factor accounts for.
public struct SensitivityIndex: Hashable, Sendable {
    /// By itself: Si = mean(yB · (yABi − yA)) / V.
    public let first: Double
    /// With all it acts together with: STi = Σ (yA − yABi)² / (2 N V).
    public let total: Double
    /// Where 90 % of the first-order indices of resampled points lie; `nil` where none were drawn.
    public let firstRange: ClosedRange<Double>?
    /// The same of the total index.
    public let totalRange: ClosedRange<Double>?

    package init(
        first: Double, total: Double, firstRange: ClosedRange<Double>?,
        totalRange: ClosedRange<Double>?
    ) {
        self.first = first
        self.total = total
        self.firstRange = firstRange
        self.totalRange = totalRange
    }
}

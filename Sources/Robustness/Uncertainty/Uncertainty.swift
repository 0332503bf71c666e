/// What came of many runs, in each of which every factor was drawn anew.
public struct Uncertainty: Sendable {
    /// How many runs there were.
    public let runs: Int
    /// What the draws follow from.
    public let seed: UInt64
    /// What was drawn in each run, in the order of the edition.
    public let factors: [Factor]
    /// Whether an analyst assumed the alternatives, and the edition does not say them.
    public let isAnalysts: Bool
    /// The position of the period.
    public let period: Int
    /// One for each node whose results are looked at, in the order of the edition.
    public let nodes: [NodeUncertainty]

    package init(
        runs: Int, seed: UInt64, factors: [Factor], isAnalysts: Bool, period: Int,
        nodes: [NodeUncertainty]
    ) {
        self.runs = runs
        self.seed = seed
        self.factors = factors
        self.isAnalysts = isAnalysts
        self.period = period
        self.nodes = nodes
    }

    /// What came of a node.
    public subscript(node: Int) -> NodeUncertainty? { nodes.first { $0.node == node } }
}

/// What came of one node's scores and ranks.
public struct NodeUncertainty: Hashable, Sendable {
    /// Its position among the nodes.
    public let node: Int
    /// One for each body that the node is computed for, in the order of the evidence.
    public let bodies: [BodyUncertainty]
    /// Bodies that cannot be told apart, as positions among the evidence's bodies; best first.
    ///
    /// Every ranked body is in one group; a group of one stands apart. A group begins with the
    /// best-ranked body that is in none, and goes on with the next in rank for as long as none
    /// of the group lies above it in 95 % of the runs or more, ties counted half. Where more than
    /// 512 are ranked among each other, runs are compared for the next 2¹⁸ over their number, at
    /// least 25; those further apart can be told apart when 97.5 % of the ranks of the one are
    /// better than 97.5 % of those of the other.
    public let groups: [[Int]]
    /// For each body that is ranked, how often it lay above those near it in rank.
    package let above: [Int: [Int: Double]]

    package init(
        node: Int, bodies: [BodyUncertainty], groups: [[Int]], above: [Int: [Int: Double]]
    ) {
        self.node = node
        self.bodies = bodies
        self.groups = groups
        self.above = above
    }

    /// What came of a body by its position in the evidence.
    public subscript(body body: Int) -> BodyUncertainty? { bodies.first { $0.body == body } }

    /// In which share of the runs a body had a better score than another, ties counted half, of
    /// those runs in which both had one.
    ///
    /// `nil` for bodies that are not ranked among each other, that never had scores in the same run,
    /// or that have 25 or more between them in rank.
    public func probability(of body: Int, above other: Int) -> Double? { above[body]?[other] }
}

/// What came of one body.
public struct BodyUncertainty: Hashable, Sendable {
    /// Its position in the evidence.
    public let body: Int
    /// Its official rank; `nil` where it has none.
    public let rank: Int?
    /// Its ranks in the runs in which it had a score; `nil` for a body that is not ranked.
    public let ranks: Quantiles?
    /// Its scores in the runs; `nil` where it never had one.
    public let scores: Quantiles?
    /// In which share of the runs it had a score, which is finite.
    public let scored: Double
    /// In which share of the runs it was in each band, in the order of the edition; empty where
    /// the node has no bands.
    public let bands: [Double]

    package init(
        body: Int, rank: Int?, ranks: Quantiles?, scores: Quantiles?, scored: Double,
        bands: [Double]
    ) {
        self.body = body
        self.rank = rank
        self.ranks = ranks
        self.scores = scores
        self.scored = scored
        self.bands = bands
    }
}

/// Where the middle and nine tenths of some figures lie.
public struct Quantiles: Hashable, Sendable {
    /// 5 % of the figures lie below.
    public let lower: Double
    /// Half of the figures lie below.
    public let median: Double
    /// 95 % of the figures lie below.
    public let upper: Double
    /// Where the median of endlessly many runs lies with 99 % confidence.
    public let medianRange: ClosedRange<Double>
    /// How far each may lie from the exact quantile of the runs, for how they are kept.
    public let error: Double

    package init(
        lower: Double, median: Double, upper: Double, medianRange: ClosedRange<Double>,
        error: Double
    ) {
        self.lower = lower
        self.median = median
        self.upper = upper
        self.medianRange = medianRange
        self.error = error
    }
}

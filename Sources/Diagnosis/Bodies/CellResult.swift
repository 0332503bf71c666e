public import Arithmetic

/// What a body has in one cell.
public struct CellResult: Hashable, Sendable {
    /// What is said of it.
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// At least the score from which a cell is established.
        case established
        /// At least the score from which a cell is emerging.
        case emerging
        /// Less.
        case absent
        /// Too little is known for a score.
        case notAssessed = "not-assessed"
        /// Nothing of it is asked of the body.
        case notApplicable = "not-applicable"
    }

    /// The position of its node.
    public let node: Int
    /// What is said of it.
    public let status: Status
    /// With the caps; `nil` where it is not assessed or not applicable.
    public let score: Fixed?
    /// The mean of the observed criteria where they are too few for a score; `nil` where none is
    /// observed, and where there is a score.
    public let partial: Fixed?
    /// The observed part of the applicable weight, 0…1; `nil` where nothing is applicable.
    public let coverage: Fraction?
    /// Positions of the decisive criteria below the edge.
    public let failed: [Int]
    /// Whether too little of what is observed is of the kinds of proof that count.
    public let isGated: Bool

    package init(
        node: Int, status: Status, score: Fixed?, partial: Fixed?, coverage: Fraction?,
        failed: [Int], isGated: Bool
    ) {
        self.node = node
        self.status = status
        self.score = score
        self.partial = partial
        self.coverage = coverage
        self.failed = failed
        self.isGated = isGated
    }
}

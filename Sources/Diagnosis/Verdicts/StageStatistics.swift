public import Arithmetic

/// What the assessed cells of one stage come to.
public struct StageStatistics: Hashable, Sendable {
    /// How many dimensions are applicable.
    public let applicable: Int
    /// How many of them are assessed.
    public let assessed: Int
    /// The mean of their cells; `nil` without any.
    public let mean: Fraction?
    /// How many cells are established.
    public let established: Int
    /// How many cells are emerging or established.
    public let emerging: Int
    /// The least cell; `nil` without any.
    public let least: Fixed?

    package init(
        applicable: Int, assessed: Int, mean: Fraction?, established: Int, emerging: Int,
        least: Fixed?
    ) {
        self.applicable = applicable
        self.assessed = assessed
        self.mean = mean
        self.established = established
        self.emerging = emerging
        self.least = least
    }
}

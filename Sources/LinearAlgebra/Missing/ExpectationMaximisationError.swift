/// Why missing cells were not filled.
public enum ExpectationMaximisationError: Error, Hashable, Sendable {
    /// A cell is an infinity, or would be filled with one.
    case infinite(row: Int, column: Int)
    /// A column without a value.
    case empty(column: Int)
    /// A column whose values are all the same: nothing follows from it, nor it from anything.
    case constant(column: Int)
    /// Two columns of which no row has both: the data do not say how they go together.
    case apart(column: Int, other: Int)
    /// Rows with values are not more than columns: the covariance would be singular.
    case tooFewRows(rows: Int, columns: Int)
    /// A column follows from those before it.
    case singular(column: Int)
    /// More columns than ``Matrix/limit``, or one round takes more than the work allowed.
    case tooLarge(rows: Int, columns: Int)
    /// After so many rounds means and covariances still changed by so much, in standard deviations.
    case notConverged(rounds: Int, change: Double)
}

/// Why nothing came of a matrix.
public enum LinearAlgebraError: Error, Hashable, Sendable {
    /// It has not as many rows as columns, or is not the same when both are exchanged.
    case notSymmetric
    /// A number in it is an infinity or NaN.
    case notFinite(row: Int, column: Int)
    /// It has more rows than ``Matrix/limit``.
    case tooLarge(rows: Int)
    /// Its rows are not as many as those of the matrix it is put together with.
    case differentSizes
    /// A column follows from those before it, or the matrix is no covariance at all.
    case singular(column: Int)
    /// The computation did not settle.
    case notConverged
}

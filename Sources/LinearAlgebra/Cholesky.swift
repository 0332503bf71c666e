internal import CLapack

/// A covariance taken apart, so that systems of equations with it are solved.
///
///     A = L · Lᵀ, L lower triangular
///
/// - Source: LAPACK's `dpotrf` and `dpotrs` (Anderson and others, LAPACK Users' Guide, third
///   edition, 1999).
public struct Cholesky: Hashable, Sendable {
    /// L; what stands above its diagonal means nothing.
    private let factor: Matrix

    /// A column whose variance beside those before it is a smaller part of its own than this is
    /// taken to follow from them.
    static let leastPart = 1e-12

    /// Takes a covariance apart.
    ///
    /// - Parameter matrix: Symmetric to the last bit.
    /// - Throws: ``LinearAlgebraError/singular(column:)`` with the first column whose variance is
    ///   not above 0, or follows from the columns before it up to 10⁻¹² of its variance; and for
    ///   what is not symmetric, larger than ``Matrix/limit``, or not finite.
    public init(of matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.checkSymmetric()
        guard matrix.rows > 0 else {
            factor = matrix
            return
        }
        var factor = matrix
        let size = Int32(matrix.rows)
        let code = unsafe LAPACKE_dpotrf(
            LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), size, &factor.elements, size)
        guard code == 0 else { throw .singular(column: max(0, Int(code) - 1)) }
        for column in 0..<matrix.rows {
            let own = factor[column, column] * factor[column, column]
            guard own > Self.leastPart * matrix[column, column] else {
                throw .singular(column: column)
            }
        }
        self.factor = factor
    }

    /// Solves A · X = B.
    ///
    /// - Parameter right: B: as many rows as A.
    /// - Returns: X, as large as B.
    /// - Throws: ``LinearAlgebraError/differentSizes``, or for a number that is not finite.
    public func solving(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
        guard right.rows == factor.rows else { throw .differentSizes }
        try right.checkFinite()
        guard right.rows > 0, right.columns > 0 else { return right }
        var solution = right
        let size = Int32(factor.rows)
        let code = unsafe LAPACKE_dpotrs(
            LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), size, Int32(right.columns),
            factor.elements, size, &solution.elements, size)
        guard code == 0 else { throw .notConverged }
        return solution
    }

    /// The inverse of A, symmetric to the last bit.
    public func inverse() throws(LinearAlgebraError) -> Matrix {
        var unit = Matrix(rows: factor.rows, columns: factor.rows)
        for place in 0..<factor.rows { unit[place, place] = 1 }
        var inverse = try solving(unit)
        for column in 0..<factor.rows {
            for row in 0..<column {
                let mean = (inverse[row, column] + inverse[column, row]) / 2
                (inverse[row, column], inverse[column, row]) = (mean, mean)
            }
        }
        return inverse
    }
}

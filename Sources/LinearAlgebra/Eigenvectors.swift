internal import CLapack

/// The directions in which a symmetric matrix only stretches, and by how much.
///
/// - Source: LAPACK's `dsyev` (Anderson and others, LAPACK Users' Guide, third edition, 1999).
public struct Eigenvectors: Hashable, Sendable {
    /// By how much, greatest first.
    public let values: [Double]
    /// A column of length 1 for each value.
    ///
    /// Either of two opposite directions would do: here the entry of greatest size is positive, of
    /// several within 10⁻⁹ of it the first.
    public let vectors: Matrix

    /// Finds them.
    ///
    /// - Parameter matrix: Symmetric to the last bit.
    /// - Throws: ``LinearAlgebraError`` for one that is not, is larger than ``Matrix/limit``, or
    ///   holds an infinity or NaN.
    public init(of matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.checkSymmetric()
        guard matrix.rows > 0 else {
            (values, vectors) = ([], matrix)
            return
        }
        var ascending = matrix
        var stretches = [Double](repeating: 0, count: matrix.rows)
        let size = Int32(matrix.rows)
        let code = unsafe LAPACKE_dsyev(
            LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "U")), size,
            &ascending.elements, size, &stretches)
        guard code == 0, stretches.allSatisfy(\.isFinite) else { throw .notConverged }
        values = stretches.reversed()
        let all = Array(0..<matrix.rows)
        var vectors = ascending.part(rows: all, columns: all.reversed())
        for column in all where Self.pointsBackwards(vectors.column(column)) {
            for row in all { vectors[row, column].negate() }
        }
        self.vectors = vectors
    }

    private static func pointsBackwards(_ vector: ArraySlice<Double>) -> Bool {
        let greatest = vector.lazy.map { $0.magnitude }.max() ?? 0
        return vector.first { $0.magnitude >= greatest - 1e-9 }.map { $0 < 0 } ?? false
    }
}

internal import LinearAlgebra

/// The directions in which the scores of a group spread most.
public struct PrincipalComponents: Hashable, Sendable {
    /// How many bodies have all scores; only these count.
    public let bodies: Int
    /// The variance along each direction, greatest first; they sum to the number of elements.
    public let variances: [Double]
    /// For each direction, how much of each element lies in it; of length 1, and its entry of
    /// greatest size is positive.
    public let loadings: [[Double]]

    /// Finds them from the correlations, so that every element has the same variance.
    ///
    /// Fails of fewer than two elements or bodies, of more than a thousand elements, and where an
    /// element is constant.
    ///
    /// - Parameter columns: One for each element, by body; NaN where there is none.
    package init?(_ columns: [[Double]]) {
        guard columns.count > 1, columns.count <= Matrix.limit else { return nil }
        let whole = CompleteRows(columns)
        guard let covariance = whole.covariance, whole.columns.allSatisfy(Correlation.varies) else {
            return nil
        }
        var correlations = covariance
        for column in columns.indices {
            for row in columns.indices {
                let scale =
                    covariance[row, row].squareRoot() * covariance[column, column].squareRoot()
                correlations[row, column] = row == column ? 1 : covariance[row, column] / scale
            }
        }
        // What is symmetric, finite and not too large has them.
        guard let found = try? Eigenvectors(of: correlations) else { return nil }
        bodies = whole.count
        // Rounding can carry a variance of 0 below it.
        variances = found.values.map { max(0, $0) }
        loadings = columns.indices.map { Array(found.vectors.column($0)) }
    }

    /// The standard deviation along each direction.
    public var deviations: [Double] { variances.map { $0.squareRoot() } }

    /// The share of all variance that each direction explains.
    public var shares: [Double] { variances.map { $0 / Double(variances.count) } }
}

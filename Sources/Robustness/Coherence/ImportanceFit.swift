internal import LinearAlgebra

/// How well the correlations of elements with a weighted mean of them are in proportion to what
/// they should be.
struct ImportanceFit {
    /// Of the elements.
    let covariance: Matrix
    /// The share of each in what they should come to; they sum to 1.
    let intended: [Double]

    /// Each element's share in the sum of their correlations with the mean.
    ///
    /// With S the covariance, the correlation of element i is (S w)ᵢ / √(Sᵢᵢ wᵀ S w).
    ///
    /// - Parameter weights: How much each element counts in the mean.
    /// - Returns: `nil` where the mean is constant, or the correlations do not sum to more than 0.
    func shares(_ weights: [Double]) -> [Double]? {
        var variance = 0.0
        var correlations: [Double] = []
        for (row, weight) in weights.enumerated() {
            var product = 0.0
            for (column, other) in weights.enumerated() {
                product += covariance[row, column] * other
            }
            variance += weight * product
            correlations.append(product / covariance[row, row].squareRoot())
        }
        guard variance > 0 else { return nil }
        return correlations.reduce(0, +) > 0 ? WeightSearch.normalised(correlations) : nil
    }

    /// The mean of the squared differences of shares and intended shares; infinite without shares.
    func distance(_ shares: [Double]?) -> Double {
        guard let shares else { return .infinity }
        let squares = zip(shares, intended).map { ($0 - $1) * ($0 - $1) }
        return squares.reduce(0, +) / Double(squares.count)
    }
}

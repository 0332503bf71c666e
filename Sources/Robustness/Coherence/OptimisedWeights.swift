/// Weights that would make each child of a node as important as the edition's weights say.
///
/// What the edition says by its weights is one thing; how far a child decides the result depends
/// on how the children spread and go together as well. Importance is each child's share in the sum
/// of their correlations with the node.
///
/// - Source: W. Becker, M. Saisana, P. Paruolo, I. Vandecasteele, Weights and importance in
///   composite indicators: closing the gap, Ecological Indicators 80 (2017); the objective is that
///   of COINr 1.1.14 (`get_opt_weights`, balance).
public struct OptimisedWeights: Hashable, Sendable {
    /// How many bodies have all children's scores; only these count.
    public let bodies: Int
    /// The edition's weights, which are what is intended, by child; they sum to 1.
    public let intended: [Double]
    /// How important each child is with the edition's weights; shares of 1, and below 0 where a
    /// child goes against the node; `nil` where correlations do not sum to more than 0.
    public let obtained: [Double]?
    /// The weights that come closest; they sum to 1.
    public let weights: [Double]
    /// How important each child is with these weights.
    public let reached: [Double]
    /// The mean squared difference of what is intended and obtained; `nil` without the latter.
    public let distance: Double?
    /// The mean squared difference of what is intended and reached.
    public let leastDistance: Double

    /// Searches for them.
    ///
    /// Fails of fewer than two children or three bodies, where a child is constant, and where no
    /// weights give an importance.
    ///
    /// - Parameters:
    ///   - columns: The scores of each child, by body; NaN where there is none.
    ///   - nominal: The weight of each child; at least 0.
    package init?(_ columns: [[Double]], nominal: [Double]) {
        let whole = CompleteRows(columns)
        guard columns.count > 1, whole.count > 2, let covariance = whole.covariance,
            whole.columns.allSatisfy(Correlation.varies),
            let intended = WeightSearch.normalised(nominal)
        else { return nil }
        let fit = ImportanceFit(covariance: covariance, intended: intended)
        let equal = columns.map { _ in 1.0 }
        guard let search = WeightSearch(from: [intended, equal], { fit.distance(fit.shares($0)) }),
            let reached = fit.shares(search.weights)
        else { return nil }
        self.intended = intended
        obtained = fit.shares(intended)
        distance = obtained.map { fit.distance($0) }
        (bodies, weights, self.reached) = (whole.count, search.weights, reached)
        leastDistance = search.value
    }
}

/// How far the indicators of a group measure the same thing.
enum Reliability {
    /// Cronbach's alpha.
    ///
    ///     α = k / (k − 1) · (1 − Σ variances / Σ covariances)
    ///
    /// - Parameter columns: One for each indicator, by body; NaN where there is none. Each
    ///   covariance is that of the bodies that have both.
    /// - Returns: `nil` of fewer than two indicators, where two of them have fewer than two bodies
    ///   in common, and where covariances do not sum to more than 0.
    /// - Source: L. J. Cronbach, Coefficient alpha and the internal structure of tests,
    ///   Psychometrika 16 (1951).
    static func alpha(_ columns: [[Double]]) -> Double? {
        guard columns.count > 1 else { return nil }
        var (variances, all) = (0.0, 0.0)
        for (place, column) in columns.enumerated() {
            for other in columns[place...] {
                let (one, second) = Correlation.complete(column, other)
                guard one.count > 1 else { return nil }
                let covariance = Correlation.sums(one, second).both / Double(one.count - 1)
                all += 2 * covariance
            }
            let own = column.filter { !$0.isNaN }
            let variance = Correlation.sums(own, own).one / Double(own.count - 1)
            variances += variance
            all -= variance
        }
        guard all > 0 else { return nil }
        let count = Double(columns.count)
        return count / (count - 1) * (1 - variances / all)
    }
}

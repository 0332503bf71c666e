/// Means and covariance of a normal distribution.
struct NormalModel {
    private var means: [Double]
    private var covariance: Matrix

    /// All means 0, all variances 1, no correlation.
    init(columns: Int) {
        means = [Double](repeating: 0, count: columns)
        covariance = Matrix(rows: columns, columns: columns)
        for column in 0..<columns { covariance[column, column] = 1 }
    }

    /// Those of filled rows.
    ///
    /// - Parameters:
    ///   - cells: Without a missing cell in the rows.
    ///   - rows: Which take part; at least one.
    ///   - kept: The sum over the rows of the covariances that their missing cells keep.
    init(_ cells: Matrix, rows: [Int], kept: Matrix) {
        let count = Double(rows.count)
        let columns = cells.columns
        var means = [Double](repeating: 0, count: columns)
        // Around the means each column lies in one piece, which the sums below run over.
        let apart = (0..<columns).map { column in
            let values = rows.map { cells[$0, column] }
            let mean = values.reduce(0, +) / count
            means[column] = mean
            return values.map { $0 - mean }
        }
        var covariance = kept
        for column in 0..<columns {
            for row in 0...column {
                var sum = kept[row, column]
                for (one, other) in zip(apart[row], apart[column]) { sum += one * other }
                (covariance[row, column], covariance[column, row]) = (sum / count, sum / count)
            }
        }
        (self.means, self.covariance) = (means, covariance)
    }

    /// The greatest difference of a mean or a covariance.
    func change(from other: NormalModel) -> Double {
        let means = zip(means, other.means).lazy.map { ($0 - $1).magnitude }.max() ?? 0
        let covariances =
            zip(covariance.elements, other.covariance.elements).lazy
            .map { ($0 - $1).magnitude }.max() ?? 0
        return max(means, covariances)
    }

    /// Fills the missing cells of rows that have others with their means beside those.
    ///
    /// With P the inverse of the covariance, m the missing and o the other columns:
    ///
    ///     x_m = mean_m − P_mm⁻¹ · P_mo · (x_o − mean_o), with the covariance P_mm⁻¹
    ///
    /// - Returns: The sum over the rows of the covariances that their missing cells keep.
    func fill(
        _ cells: inout Matrix, _ patterns: MissingPatterns
    ) throws(ExpectationMaximisationError) -> Matrix {
        var kept = Matrix(rows: means.count, columns: means.count)
        do throws(LinearAlgebraError) {
            let precision = try Cholesky(of: covariance).inverse()
            for pattern in patterns.open {
                // What is positive definite is so in every part of it, but for rounding.
                let missing = try Cholesky(
                    of: precision.part(rows: pattern.missing, columns: pattern.missing))
                let slopes = try missing.solving(
                    precision.part(rows: pattern.missing, columns: pattern.present))
                fill(&cells, pattern, slopes)
                try add(missing.inverse(), of: pattern, to: &kept)
            }
        } catch {
            // Nothing else is wrong with sums of finite cells, unless they outgrew doubles.
            if case .singular(let column) = error { throw .singular(column: column) }
            throw .singular(column: 0)
        }
        return kept
    }

    private func fill(
        _ cells: inout Matrix, _ pattern: MissingPatterns.Pattern, _ slopes: Matrix
    ) {
        for row in pattern.rows {
            let apart = pattern.present.map { cells[row, $0] - means[$0] }
            for (place, column) in pattern.missing.enumerated() {
                var value = means[column]
                for (other, distance) in apart.enumerated() {
                    value -= slopes[place, other] * distance
                }
                cells[row, column] = value
            }
        }
    }

    private func add(
        _ covariance: Matrix, of pattern: MissingPatterns.Pattern, to kept: inout Matrix
    ) {
        let count = Double(pattern.rows.count)
        for (place, column) in pattern.missing.enumerated() {
            for (other, row) in pattern.missing.enumerated() {
                kept[row, column] += count * covariance[other, place]
            }
        }
    }

    /// Fills the rows without a value with the means.
    func fillRest(_ cells: inout Matrix, _ patterns: MissingPatterns) {
        for row in patterns.blank {
            for (column, mean) in means.enumerated() { cells[row, column] = mean }
        }
    }
}

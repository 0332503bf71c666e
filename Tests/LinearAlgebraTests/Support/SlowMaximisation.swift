import LinearAlgebra

/// Expectation–maximisation as the book writes it: in the units of the data, one row after the
/// other, each with its own system of equations, until nothing moves; the reference of tests.
enum SlowMaximisation {
    static func filled(_ rows: [[Double]], rounds: Int) -> [[Double]] {
        let columns = rows[0].indices
        let known = columns.map { column in rows.map { $0[column] }.filter { !$0.isNaN } }
        var means = known.map { $0.reduce(0, +) / Double($0.count) }
        var covariance = columns.map { row in
            columns.map { column in
                row != column
                    ? 0
                    : known[row].map { ($0 - means[row]) * ($0 - means[row]) }.reduce(0, +)
                        / Double(known[row].count)
            }
        }
        for _ in 0..<rounds {
            var sums = columns.map { _ in 0.0 }
            var products = columns.map { _ in columns.map { _ in 0.0 } }
            for row in rows {
                let (full, kept) = fill(row, means, covariance)
                for one in columns {
                    sums[one] += full[one]
                    for other in columns {
                        products[one][other] += full[one] * full[other] + kept[one][other]
                    }
                }
            }
            means = sums.map { $0 / Double(rows.count) }
            for one in columns {
                for other in columns {
                    covariance[one][other] =
                        products[one][other] / Double(rows.count) - means[one] * means[other]
                }
            }
        }
        return rows.map { fill($0, means, covariance).full }
    }

    /// The row with its missing cells' means beside the others, and the covariance they keep.
    private static func fill(
        _ row: [Double], _ means: [Double], _ covariance: [[Double]]
    ) -> (full: [Double], kept: [[Double]]) {
        let missing = row.indices.filter { row[$0].isNaN }
        let present = row.indices.filter { !row[$0].isNaN }
        var full = row
        var kept = row.map { _ in row.map { _ in 0.0 } }
        let left = present.map { one in present.map { covariance[one][$0] } }
        let right = present.map { one in missing.map { covariance[one][$0] } }
        let slopes = SlowAlgebra.solve(left, right)
        for (place, column) in missing.enumerated() {
            full[column] = means[column]
            for (other, from) in present.enumerated() {
                full[column] += slopes[other][place] * (row[from] - means[from])
            }
            for second in missing {
                kept[column][second] = covariance[column][second]
                for (other, from) in present.enumerated() {
                    kept[column][second] -= slopes[other][place] * covariance[from][second]
                }
            }
        }
        return (full, kept)
    }
}

internal import LinearAlgebra

/// Columns without the bodies that lack a value in one of them.
struct CompleteRows {
    /// One for each column, all of the same length.
    let columns: [[Double]]
    /// How many bodies are left.
    let count: Int

    init(_ columns: [[Double]]) {
        let places = (columns.first ?? []).indices.filter { place in
            columns.allSatisfy { !$0[place].isNaN }
        }
        self.columns = columns.map { column in places.map { column[$0] } }
        count = places.count
    }

    /// Of a sample, over n − 1; `nil` of fewer than two bodies.
    var covariance: Matrix? {
        guard count > 1 else { return nil }
        let apart = columns.map { column in
            let mean = Correlation.mean(column)
            return column.map { $0 - mean }
        }
        var covariance = Matrix(rows: columns.count, columns: columns.count)
        for column in columns.indices {
            for row in 0...column {
                let sum = zip(apart[row], apart[column]).reduce(0) { $0 + $1.0 * $1.1 }
                covariance[row, column] = sum / Double(count - 1)
                covariance[column, row] = covariance[row, column]
            }
        }
        return covariance
    }
}

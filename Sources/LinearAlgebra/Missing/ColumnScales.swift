internal import Arithmetic

/// Columns brought to a mean of 0 and a standard deviation of 1, and back.
struct ColumnScales {
    /// The value furthest from 0, then mean and standard deviation in it: nothing overflows.
    private struct Scale {
        let unit: Double
        let mean: Double
        let deviation: Double
    }

    private let scales: [Scale]

    /// Finds them from the values that are there.
    init(_ matrix: Matrix) throws(ExpectationMaximisationError) {
        var scales: [Scale] = []
        for column in 0..<matrix.columns {
            let values = matrix.column(column).filter { !$0.isNaN }
            guard let first = values.first else { throw .empty(column: column) }
            guard values.contains(where: { $0 != first }) else { throw .constant(column: column) }
            let unit = values.reduce(0) { max($0, $1.magnitude) }
            guard let moments = Moments(values.map { $0 / unit }),
                let deviation = moments.deviation, deviation > 0
            else { throw .constant(column: column) }
            scales.append(Scale(unit: unit, mean: moments.mean, deviation: deviation))
        }
        self.scales = scales
    }

    /// What is missing stays missing.
    func standardised(_ matrix: Matrix) -> Matrix {
        var cells = matrix
        for (column, scale) in scales.enumerated() {
            for row in 0..<matrix.rows {
                let apart = matrix[row, column] / scale.unit - scale.mean
                cells[row, column] = apart / scale.deviation
            }
        }
        return cells
    }

    /// The matrix with its missing cells from those.
    func returned(
        _ cells: Matrix, into matrix: Matrix
    ) throws(ExpectationMaximisationError) -> Matrix {
        var matrix = matrix
        for (column, scale) in scales.enumerated() {
            for row in 0..<matrix.rows where matrix[row, column].isNaN {
                let apart = cells[row, column] * scale.deviation
                let value = (apart + scale.mean) * scale.unit
                guard value.isFinite else { throw .infinite(row: row, column: column) }
                matrix[row, column] = value
            }
        }
        return matrix
    }
}

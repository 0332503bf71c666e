import LinearAlgebra

/// Linear algebra as it is done by hand: the reference of tests.
enum SlowAlgebra {
    /// The X of A · X = B by Gauss and Jordan, with the greatest pivot of each column.
    static func solve(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
        var rows = zip(left, right).map { $0 + $1 }
        for column in left.indices {
            let pivot = (column..<rows.count).max {
                rows[$0][column].magnitude < rows[$1][column].magnitude
            }
            guard let pivot else { return [] }
            rows.swapAt(column, pivot)
            rows[column] = rows[column].map { $0 / rows[column][column] }
            for row in rows.indices where row != column {
                let times = rows[row][column]
                for place in rows[row].indices { rows[row][place] -= times * rows[column][place] }
            }
        }
        return rows.map { Array($0.dropFirst(left.count)) }
    }

    /// The rows of a matrix.
    static func rows(_ matrix: Matrix) -> [[Double]] {
        (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
    }

    /// The matrix of rows.
    static func matrix(_ rows: [[Double]]) -> Matrix {
        Matrix(columns: (rows.first ?? []).indices.map { column in rows.map { $0[column] } })
    }

    /// A · B.
    static func product(_ left: Matrix, _ right: Matrix) -> Matrix {
        var product = Matrix(rows: left.rows, columns: right.columns)
        for row in 0..<left.rows {
            for column in 0..<right.columns {
                for place in 0..<left.columns {
                    product[row, column] += left[row, place] * right[place, column]
                }
            }
        }
        return product
    }

    /// The same with rows and columns exchanged.
    static func transposed(_ matrix: Matrix) -> Matrix { self.matrix(self.columns(matrix)) }

    private static func columns(_ matrix: Matrix) -> [[Double]] {
        (0..<matrix.columns).map { Array(matrix.column($0)) }
    }

    /// The greatest difference of two numbers in the same place.
    static func distance(_ one: Matrix, _ other: Matrix) -> Double {
        guard one.rows == other.rows, one.columns == other.columns else { return .infinity }
        return zip(one.elements, other.elements).map { ($0 - $1).magnitude }.max() ?? 0
    }

    /// Numbers between -1 and 1.
    static func random(
        rows: Int, columns: Int, _ generator: inout some RandomNumberGenerator
    ) -> Matrix {
        var matrix = Matrix(rows: rows, columns: columns)
        for place in matrix.elements.indices {
            matrix.elements[place] = Double.random(in: -1...1, using: &generator)
        }
        return matrix
    }
}

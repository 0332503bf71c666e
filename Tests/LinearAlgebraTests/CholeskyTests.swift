import LinearAlgebra
import TestSupport
import Testing

@Suite struct CholeskyTests {
    /// Of as many random rows as twice its columns: positive definite.
    private func covariance(_ size: Int, _ generator: inout SeededGenerator) -> Matrix {
        let any = SlowAlgebra.random(rows: 2 * size, columns: size, &generator)
        return SlowAlgebra.product(SlowAlgebra.transposed(any), any)
    }

    @Test(arguments: [1, 2, 5, 30])
    func `systems come out as by Gauss and Jordan`(size: Int) throws {
        var generator = SeededGenerator.fresh(UInt64(size))
        let matrix = covariance(size, &generator)
        let right = SlowAlgebra.random(rows: size, columns: 3, &generator)

        let solution = try Cholesky(of: matrix).solving(right)

        let slow = SlowAlgebra.solve(SlowAlgebra.rows(matrix), SlowAlgebra.rows(right))
        #expect(
            SlowAlgebra.distance(solution, SlowAlgebra.matrix(slow)) < 1e-9,
            "seed \(generator.seed)")
    }

    @Test func `the inverse of a small matrix is the one by hand`() throws {
        let inverse = try Cholesky(of: SlowAlgebra.matrix([[4, 2], [2, 3]])).inverse()

        let expected = SlowAlgebra.matrix([[0.375, -0.25], [-0.25, 0.5]])
        #expect(SlowAlgebra.distance(inverse, expected) < 1e-15)
        #expect(inverse[0, 1] == inverse[1, 0])
    }

    @Test func `the first column that follows from those before it is named`() throws {
        var generator = SeededGenerator.fresh(3)
        var rows = SlowAlgebra.random(rows: 20, columns: 4, &generator)
        for row in 0..<20 { rows[row, 2] = rows[row, 0] - 3 * rows[row, 1] }
        let matrix = SlowAlgebra.product(SlowAlgebra.transposed(rows), rows)

        #expect(throws: LinearAlgebraError.singular(column: 2)) { try Cholesky(of: matrix) }
        #expect(throws: LinearAlgebraError.singular(column: 1)) {
            try Cholesky(of: SlowAlgebra.matrix([[1, 2], [2, 1]]))
        }
        #expect(throws: LinearAlgebraError.singular(column: 0)) {
            try Cholesky(of: Matrix(rows: 2, columns: 2))
        }
    }

    @Test func `what does not fit together is refused`() throws {
        let cholesky = try Cholesky(of: SlowAlgebra.matrix([[4, 2], [2, 3]]))

        #expect(throws: LinearAlgebraError.differentSizes) {
            try cholesky.solving(Matrix(rows: 3, columns: 1))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
            try cholesky.solving(Matrix(columns: [[1, .infinity]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
            try Cholesky(of: Matrix(rows: 1, columns: 1, repeating: .nan))
        }
        #expect(try Cholesky(of: Matrix(rows: 0, columns: 0)).inverse().rows == 0)
    }
}

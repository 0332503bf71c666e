import LinearAlgebra
import TestSupport
import Testing

@Suite struct EigenvectorsTests {
    /// Strang, Introduction to Linear Algebra: 2 − √2, 2 and 2 + √2.
    @Test func `the second difference of three points stretches as the textbook says`() throws {
        let matrix = SlowAlgebra.matrix([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])

        let found = try Eigenvectors(of: matrix)

        let root = 2.0.squareRoot()
        for (value, expected) in zip(found.values, [2 + root, 2, 2 - root]) {
            #expect((value - expected).magnitude < 1e-14)
        }
        let expected = SlowAlgebra.matrix([
            [-0.5, root / 2, 0.5], [root / 2, 0, root / 2], [-0.5, -root / 2, 0.5],
        ])
        #expect(SlowAlgebra.distance(found.vectors, expected) < 1e-14)
    }

    @Test(arguments: [1, 2, 7, 40])
    func `vectors and values put the matrix together again`(size: Int) throws {
        var generator = SeededGenerator.fresh(UInt64(size))
        let any = SlowAlgebra.random(rows: size, columns: size, &generator)
        var matrix = any
        for row in 0..<size {
            for column in 0..<size { matrix[row, column] = any[row, column] + any[column, row] }
        }

        let found = try Eigenvectors(of: matrix)

        var stretched = found.vectors
        var unit = Matrix(rows: size, columns: size)
        for column in 0..<size {
            unit[column, column] = 1
            for row in 0..<size { stretched[row, column] *= found.values[column] }
        }
        let turned = SlowAlgebra.transposed(found.vectors)
        let again = SlowAlgebra.product(stretched, turned)
        #expect(SlowAlgebra.distance(again, matrix) < 1e-12, "seed \(generator.seed)")
        #expect(SlowAlgebra.distance(SlowAlgebra.product(turned, found.vectors), unit) < 1e-12)
        #expect(found.values == found.values.sorted(by: >))
    }

    @Test func `what is no symmetric matrix of numbers is refused`() throws {
        var matrix = Matrix(rows: 2, columns: 2, repeating: 1)
        matrix[0, 1] = 2
        #expect(throws: LinearAlgebraError.notSymmetric) { try Eigenvectors(of: matrix) }
        matrix[0, 1] = .nan
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
            try Eigenvectors(of: matrix)
        }
        #expect(throws: LinearAlgebraError.notSymmetric) {
            try Eigenvectors(of: Matrix(rows: 2, columns: 3))
        }
        #expect(throws: LinearAlgebraError.tooLarge(rows: 1_001)) {
            try Eigenvectors(of: Matrix(rows: 1_001, columns: 1_001))
        }
    }

    @Test func `an empty matrix has none, and numbers at the ends of doubles do no harm`() throws {
        #expect(try Eigenvectors(of: Matrix(rows: 0, columns: 0)).values.isEmpty)
        let least = try Eigenvectors(
            of: Matrix(rows: 2, columns: 2, repeating: .leastNonzeroMagnitude))
        #expect(least.values.count == 2)
        let found = try? Eigenvectors(
            of: Matrix(rows: 3, columns: 3, repeating: .greatestFiniteMagnitude))
        #expect(found?.values.allSatisfy(\.isFinite) ?? true)
    }
}

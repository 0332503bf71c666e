import LinearAlgebra
import Testing

@Suite struct MatrixTests {
    @Test func `numbers are found by row and column`() {
        var matrix = Matrix(columns: [[1, 2], [3, 4], [5, 6]])
        matrix[1, 0] = 9

        #expect((matrix.rows, matrix.columns) == (2, 3))
        #expect((matrix[0, 2], matrix[1, 1]) == (5, 4))
        #expect(Array(matrix.column(0)) == [1, 9])
    }

    @Test func `a matrix without columns has no rows`() {
        #expect(Matrix(columns: []) == Matrix(rows: 0, columns: 0))
    }
}

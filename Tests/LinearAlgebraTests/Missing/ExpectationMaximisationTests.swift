import LinearAlgebra
import TestSupport
import Testing

@Suite struct ExpectationMaximisationTests {
    private typealias Failure = ExpectationMaximisationError

    /// With one column whole and one not, greatest likelihood is the regression of the complete
    /// rows (Anderson 1957; Little and Rubin 2002, section 7.2.1): here y = 2.5 + 0.6 (x − 2.5).
    @Test func `one column that lacks cells is filled by regression on the whole one`() throws {
        let matrix = Matrix(columns: [[1, 2, 3, 4, 5, 10], [2, 1, 4, 3, .nan, .nan]])

        let (filled, _) = try ExpectationMaximisation.filled(matrix)

        #expect((filled[4, 1] - 4).magnitude < 1e-8)
        #expect((filled[5, 1] - 7).magnitude < 1e-8)
    }

    @Test(arguments: 1...12)
    func `random matrices are filled as by hand, row by row`(seed: UInt64) throws {
        var generator = SeededGenerator.fresh(seed)
        let columns = Int.random(in: 2...6, using: &generator)
        let matrix = sparse(rows: 60, columns: columns, &generator)

        let (filled, rounds) = try ExpectationMaximisation.filled(matrix)

        let slow = SlowMaximisation.filled(SlowAlgebra.rows(matrix), rounds: rounds + 50)
        #expect(
            SlowAlgebra.distance(filled, SlowAlgebra.matrix(slow)) < 1e-7, "seed \(generator.seed)")
        for (cell, before) in zip(filled.elements, matrix.elements) where !before.isNaN {
            #expect(cell == before)
        }
    }

    /// Columns that go together through a common one, a tenth of whose cells are missing.
    private func sparse(rows: Int, columns: Int, _ generator: inout SeededGenerator) -> Matrix {
        var matrix = SlowAlgebra.random(rows: rows, columns: columns, &generator)
        for row in 0..<rows {
            let common = Double.random(in: -2...2, using: &generator)
            for column in 0..<columns {
                matrix[row, column] += Double(column + 1) * common
                if Int.random(in: 0..<10, using: &generator) == 0 { matrix[row, column] = .nan }
            }
        }
        return matrix
    }

    /// Of ten indicators in very different units that lack 44 cells themselves, and more here.
    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `indicators of countries are filled as by hand, row by row`() throws {
        var generator = SeededGenerator.fresh(51)
        var matrix = try SharedTable("coinr-asem/steps/01_Raw.csv").matrix(
            "LPI", "Elec", "ConSpeed", "Cov4G", "Tariff", "StMob", "Research", "Pat", "CPI", "NEET")
        for place in matrix.elements.indices where Int.random(in: 0..<20, using: &generator) == 0 {
            matrix.elements[place] = .nan
        }

        let (filled, rounds) = try ExpectationMaximisation.filled(matrix)

        let slow = SlowMaximisation.filled(SlowAlgebra.rows(matrix), rounds: rounds + 200)
        for (row, expected) in slow.enumerated() {
            for column in expected.indices where matrix[row, column].isNaN {
                let distance = (filled[row, column] - expected[column]).magnitude
                let scale = slow.map { $0[column].magnitude }.max() ?? 0
                #expect(distance < 1e-7 * scale, "seed \(generator.seed), column \(column)")
            }
        }
    }

    @Test func `other units and other orders give the same cells`() throws {
        var generator = SeededGenerator.fresh(8)
        let matrix = sparse(rows: 40, columns: 3, &generator)
        let rows = SlowAlgebra.rows(matrix)
        let other = SlowAlgebra.matrix(
            rows.reversed().map { [$0[2] * 1e9 - 5, $0[0] / 1e9, $0[1]] })

        let (filled, _) = try ExpectationMaximisation.filled(matrix)
        let (turned, _) = try ExpectationMaximisation.filled(other)

        let again = SlowAlgebra.matrix(
            SlowAlgebra.rows(turned).reversed().map { [$0[1] * 1e9, $0[2], ($0[0] + 5) / 1e9] })
        #expect(SlowAlgebra.distance(filled, again) < 1e-6, "seed \(generator.seed)")
    }

    @Test func `what lacks nothing stays as it is, and a row without cells gets the means`() throws
    {
        let whole = Matrix(columns: [[1, 1], [2, 2]])
        #expect(try ExpectationMaximisation.filled(whole) == (whole, 0))

        let (filled, _) = try ExpectationMaximisation.filled(
            Matrix(columns: [[1, 2, 3, 6, .nan], [2, 1, 4, 5, .nan]]))
        #expect((filled[4, 0] - 3).magnitude < 1e-12)
        #expect((filled[4, 1] - 3).magnitude < 1e-12)
    }

    @Test func `what the data do not determine is refused`() {
        func expect(_ failure: Failure, _ columns: [[Double]], rounds: Int = 1_000) {
            #expect(throws: failure) {
                _ = try ExpectationMaximisation.filled(Matrix(columns: columns), rounds: rounds)
            }
        }
        let none = Double.nan
        expect(.empty(column: 1), [[1, 2, 3], [none, none, none]])
        expect(.constant(column: 0), [[0.1, none, 0.1, 0.1], [1, 2, 3, 4]])
        expect(.infinite(row: 2, column: 0), [[1, none, .infinity], [1, 2, 3]])
        expect(.tooFewRows(rows: 3, columns: 3), [[1, 2, 3], [4, 5, none], [6, none, 8]])
        expect(.apart(column: 0, other: 1), [[1, 2, 4, none, none], [none, none, none, 1, 2]])
        expect(.singular(column: 1), [[1, 2, 3, 4, none], [2, 4, 6, 8, 10]])
    }

    @Test func `rounds that do not end are told with how far they came`() throws {
        var generator = SeededGenerator.fresh(4)
        let matrix = sparse(rows: 40, columns: 3, &generator)

        let failure = try #require(throws: Failure.self) {
            _ = try ExpectationMaximisation.filled(matrix, rounds: 2)
        }

        guard case .notConverged(rounds: 2, let change) = failure else {
            Issue.record("\(failure)")
            return
        }
        #expect(change > 1e-10 && change < 1)
    }

    @Test func `a matrix that takes too much work is refused at once`() {
        var matrix = Matrix(rows: 2, columns: 1_001, repeating: 1)
        matrix[0, 0] = .nan
        #expect(throws: Failure.tooLarge(rows: 2, columns: 1_001)) {
            _ = try ExpectationMaximisation.filled(matrix)
        }
    }
}

internal import Arithmetic
internal import LinearAlgebra

/// What is expected of missing values of one node in one period, beside those of other leaves.
struct Fit: Sendable {
    /// Leaves whose values are looked at together in a period.
    struct Subject: Hashable {
        /// Rising positions.
        let leaves: [Int]
        let period: Int
    }

    /// What came of a subject.
    enum Result: Sendable {
        /// Known and expected values, a row for each body; how many bodies have a value, and how
        /// many rounds it took.
        case filled(Matrix, bodies: Int, rounds: Int)
        case refused(Unfitted)
        /// A value cannot be: it stops the assessment.
        case failed(Failure)

        /// Fits a normal distribution to the known values, those that are not being NaN.
        init(_ matrix: Matrix, of subject: Subject) {
            let bodies = (0..<matrix.rows).count { row in
                (0..<matrix.columns).contains { !matrix[row, $0].isNaN }
            }
            do throws(ExpectationMaximisationError) {
                let (filled, rounds) = try ExpectationMaximisation.filled(matrix)
                self = .filled(filled, bodies: bodies, rounds: rounds)
            } catch {
                self = .refused(Unfitted(error, nodes: subject.leaves))
            }
        }
    }

    private let result: Result
    private let column: Int
    private let firstUnit: Int

    init(_ result: Result, of node: Int, in subject: Subject, firstUnit: Int) {
        self.result = result
        self.firstUnit = firstUnit
        column = subject.leaves.firstIndex(of: node) ?? 0
    }

    /// The expected value; `nil` where there is none.
    func step(at unit: Int) throws(Failure) -> SubstituteStep? {
        switch result {
        case .filled(let matrix, let bodies, let rounds):
            (try? matrix[unit - firstUnit, column].stepResult()).map {
                SubstituteStep(source: .fitted(bodies: bodies, rounds: rounds), value: $0)
            }
        case .refused: nil
        case .failed(let failure): throw failure
        }
    }

    /// Why there is no expected value.
    var obstacle: Unfitted { if case .refused(let why) = result { why } else { .beyond } }
}

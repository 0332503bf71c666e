/// Missing cells from the cells that are there, as if rows came from one normal distribution.
///
/// Means and covariance of greatest likelihood are found in rounds. A round takes each missing
/// cell's mean beside the row's own cells under the means and covariance so far, and then means
/// and covariance (over n) of the rows that are filled so, with the covariance that the missing
/// cells keep beside them.
///
/// Rounds begin with each column's mean and standard deviation (over n − 1) of the values it has,
/// and without correlation. They end when no mean and no covariance changes by more than the
/// tolerance, where columns are counted in those standard deviations; the missing cells are then
/// taken once more. Units of columns make no difference but for rounding. A row without a value
/// takes no part, and is filled with the means.
///
/// - Source: Little and Rubin, Statistical Analysis with Missing Data, second edition (2002),
///   section 11.2.
public enum ExpectationMaximisation {
    /// At most so many multiplications, over all rounds.
    static let work = 1e11

    /// Fills missing cells.
    ///
    /// - Parameters:
    ///   - matrix: A row for each body and a column for each indicator; NaN where one is missing.
    ///   - tolerance: The change, in standard deviations, at which the rounds end; above 0.
    ///   - rounds: At most so many; fewer where they take more than 10¹¹ multiplications.
    /// - Returns: The same with missing cells filled, and how many rounds it took: 0 where
    ///   nothing is missing.
    /// - Throws: ``ExpectationMaximisationError`` where the data do not determine what is missing,
    ///   or the rounds do not end.
    public static func filled(
        _ matrix: Matrix, tolerance: Double = 1e-10, rounds: Int = 1_000
    ) throws(ExpectationMaximisationError) -> (matrix: Matrix, rounds: Int) {
        if let place = matrix.elements.firstIndex(where: \.isInfinite) {
            throw .infinite(row: place % matrix.rows, column: place / matrix.rows)
        }
        guard matrix.elements.contains(where: \.isNaN) else { return (matrix, 0) }
        guard matrix.columns <= Matrix.limit else {
            throw .tooLarge(rows: matrix.rows, columns: matrix.columns)
        }
        let scales = try ColumnScales(matrix)
        let patterns = MissingPatterns(matrix)
        try patterns.check(columns: matrix.columns)
        let affordable = work / patterns.work(columns: matrix.columns)
        guard affordable >= 1 else {
            throw .tooLarge(rows: matrix.rows, columns: matrix.columns)
        }
        var cells = scales.standardised(matrix)
        let (model, count) = try settled(
            &cells, patterns, tolerance: tolerance, rounds: min(rounds, Int(affordable)))
        _ = try model.fill(&cells, patterns)
        model.fillRest(&cells, patterns)
        return (try scales.returned(cells, into: matrix), count)
    }

    private static func settled(
        _ cells: inout Matrix, _ patterns: MissingPatterns, tolerance: Double, rounds: Int
    ) throws(ExpectationMaximisationError) -> (NormalModel, Int) {
        var model = NormalModel(columns: cells.columns)
        var change = Double.infinity
        for round in 0..<max(0, rounds) {
            let kept = try model.fill(&cells, patterns)
            let next = NormalModel(cells, rows: patterns.rows, kept: kept)
            change = next.change(from: model)
            model = next
            if change <= tolerance { return (model, round + 1) }
        }
        throw .notConverged(rounds: max(0, rounds), change: change)
    }
}

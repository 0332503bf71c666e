/// Rows by which of their cells are missing: what is alike in a pattern is computed once.
struct MissingPatterns {
    /// Rows with the same cells missing.
    struct Pattern {
        /// Columns in order.
        let missing: [Int]
        /// Columns in order.
        let present: [Int]
        /// In order.
        var rows: [Int]
    }

    /// Those in which something is missing and something is not, by their first row.
    private(set) var open: [Pattern] = []
    /// The rows that have a value, in order.
    private(set) var rows: [Int] = []
    /// The rows that have none, in order.
    private(set) var blank: [Int] = []
    private let hasWhole: Bool

    init(_ matrix: Matrix) {
        var positions: [[Int]: Int] = [:]
        var whole = false
        for row in 0..<matrix.rows {
            let missing = (0..<matrix.columns).filter { matrix[row, $0].isNaN }
            guard missing.count < matrix.columns else {
                blank.append(row)
                continue
            }
            rows.append(row)
            if missing.isEmpty {
                whole = true
            } else if let position = positions[missing] {
                open[position].rows.append(row)
            } else {
                positions[missing] = open.count
                let present = (0..<matrix.columns).filter { !matrix[row, $0].isNaN }
                open.append(Pattern(missing: missing, present: present, rows: [row]))
            }
        }
        hasWhole = whole
    }

    /// That the rows determine a covariance.
    func check(columns: Int) throws(ExpectationMaximisationError) {
        guard rows.count > columns else { throw .tooFewRows(rows: rows.count, columns: columns) }
        guard !hasWhole else { return }
        var together = [Bool](repeating: false, count: columns * columns)
        for pattern in open {
            for column in pattern.present {
                for other in pattern.present { together[column * columns + other] = true }
            }
        }
        guard let place = together.firstIndex(of: false) else { return }
        throw .apart(column: place / columns, other: place % columns)
    }

    /// About how many multiplications a round takes.
    func work(columns: Int) -> Double {
        let columns = Double(columns)
        let patterns = open.reduce(0) { sum, pattern in
            let (missing, present) = (Double(pattern.missing.count), Double(pattern.present.count))
            return sum + missing * (missing + present) * (missing + Double(pattern.rows.count))
        }
        return patterns + columns * columns * (columns + Double(rows.count) / 2)
    }
}

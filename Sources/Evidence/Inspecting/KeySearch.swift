/// Finds which columns together name a row.
enum KeySearch {
    /// So many columns are tried, and so many rows looked at.
    private static let (mostColumns, mostRows) = (12, 20_000)

    /// The smallest sets of columns of which no two rows have the same values, at most five.
    ///
    /// - Parameters:
    ///   - columns: Positions that may name a row; the first twelve are tried.
    ///   - rows: The cells of the rows.
    /// - Returns: Positions of columns.
    static func keys(_ columns: [Int], _ rows: [FileSample.Row]) -> [[Int]] {
        let rows = rows.prefix(mostRows)
        let columns = columns.prefix(mostColumns).filter { column in
            rows.allSatisfy { !$0.cells[column].isEmpty }
        }
        guard rows.count > 1 else { return [] }
        var keys: [[Int]] = []
        for size in 1...3 {
            for set in sets(Array(columns), size) where keys.count < 5 {
                let isLarger = keys.contains { $0.allSatisfy(set.contains) }
                if !isLarger, isUnique(set, rows) { keys.append(set) }
            }
        }
        return keys
    }

    private static func isUnique(_ set: [Int], _ rows: ArraySlice<FileSample.Row>) -> Bool {
        var seen: Set<[String]> = []
        return rows.allSatisfy { row in seen.insert(set.map { row.cells[$0] }).inserted }
    }

    private static func sets(_ columns: [Int], _ size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        return columns.indices.flatMap { first in
            sets(Array(columns[(first + 1)...]), size - 1).map { [columns[first]] + $0 }
        }
    }
}

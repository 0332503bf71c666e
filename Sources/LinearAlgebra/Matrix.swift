/// Numbers in rows and columns.
public struct Matrix: Hashable, Sendable {
    /// How many rows.
    public let rows: Int
    /// How many columns.
    public let columns: Int
    /// Column after column, each from its first row to its last.
    public var elements: [Double]

    /// All numbers the same.
    public init(rows: Int, columns: Int, repeating number: Double = 0) {
        self.rows = rows
        self.columns = columns
        elements = [Double](repeating: number, count: rows * columns)
    }

    /// The number in a row and a column, counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[column * rows + row] }
        set { elements[column * rows + row] = newValue }
    }
}

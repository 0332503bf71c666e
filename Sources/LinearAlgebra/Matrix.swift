/// Numbers in rows and columns.
public struct Matrix: Hashable, Sendable {
    /// How many rows.
    public let rows: Int
    /// How many columns.
    public let columns: Int
    /// Column after column, each from its first row to its last.
    public var elements: [Double]

    /// As many rows and columns as a symmetric matrix may have; its work grows with the third
    /// power of their number.
    public static let limit = 1_000

    /// All numbers the same.
    public init(rows: Int, columns: Int, repeating number: Double = 0) {
        self.rows = rows
        self.columns = columns
        elements = [Double](repeating: number, count: rows * columns)
    }

    /// Columns side by side.
    ///
    /// - Parameter columns: Each as long as the first; this is the caller's promise.
    public init(columns: [[Double]]) {
        rows = columns.first?.count ?? 0
        self.columns = columns.count
        elements = Array(columns.joined())
        precondition(elements.count == rows * columns.count, "columns differ in length")
    }

    /// The number in a row and a column, counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[column * rows + row] }
        set { elements[column * rows + row] = newValue }
    }

    /// The numbers of a column from the first row to the last.
    public func column(_ column: Int) -> ArraySlice<Double> {
        elements[column * rows..<(column + 1) * rows]
    }

    /// Some rows and columns, in the order in which they are named.
    func part(rows: [Int], columns: [Int]) -> Matrix {
        var part = Matrix(rows: rows.count, columns: columns.count)
        for (column, from) in columns.enumerated() {
            for (row, place) in rows.enumerated() { part[row, column] = self[place, from] }
        }
        return part
    }

    /// That it has as many rows as columns, is the same when both are exchanged, holds finite
    /// numbers only, and not too many.
    func checkSymmetric() throws(LinearAlgebraError) {
        guard rows == columns else { throw .notSymmetric }
        guard rows <= Self.limit else { throw .tooLarge(rows: rows) }
        try checkFinite()
        for column in 0..<columns {
            for row in 0..<column where self[row, column] != self[column, row] {
                throw .notSymmetric
            }
        }
    }

    /// That no number is an infinity or NaN.
    func checkFinite() throws(LinearAlgebraError) {
        guard let place = elements.firstIndex(where: { !$0.isFinite }) else { return }
        throw .notFinite(row: place % rows, column: place / rows)
    }
}

internal import Arithmetic
internal import Domain

/// Turns the rows of a wide table into columns by unit.
enum WideColumns {
    /// How many columns are made at a time: eight numbers of a row share a line of the cache.
    static let chunk = 8
    /// How many rows are gone through before the next column's turn, so that they are near.
    private static let stretch = 256

    /// The columns of some inputs, by their positions in the parts.
    ///
    /// - Parameters:
    ///   - inputs: Positions among the inputs of the table.
    ///   - types: Their types.
    ///   - parts: The rows.
    ///   - placed: Of each part, its rows and the units that they are about.
    ///   - count: How many units there are; those without a row are no data.
    /// - Returns: One for each of the inputs.
    static func make(
        _ inputs: ArraySlice<Int>, of types: [ValueType], _ parts: [WideInputs],
        _ placed: [[NumberRows.Placed]], count: Int
    ) -> [ColumnBuilder] {
        var columns = types.map { ColumnBuilder($0, blanks: count) }
        for (part, kept) in zip(parts, placed) {
            for start in stride(from: 0, to: kept.count, by: stretch) {
                let rows = start..<min(start + stretch, kept.count)
                for (column, input) in inputs.enumerated() {
                    if let position = part.numberColumn(input) {
                        columns[column].place(
                            kept.span.extracting(rows), of: position, part.numbers)
                    } else {
                        for place in kept[rows] {
                            columns[column].set(
                                Int(place.position), to: part[Int(place.row), input])
                        }
                    }
                }
            }
        }
        return columns
    }
}

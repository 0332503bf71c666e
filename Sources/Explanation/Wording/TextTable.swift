/// Text in aligned columns.
public struct TextTable: Sendable {
    /// Which side of its column a cell stands on.
    public enum Side: Sendable {
        case left
        case right
    }

    private let headings: [String]
    private let sides: [Side]
    private var rows: [[String]] = []

    /// An empty table; headings that are all empty are not written.
    public init(_ columns: KeyValuePairs<String, Side>) {
        headings = columns.map(\.key)
        sides = columns.map(\.value)
    }

    /// Whether it has no rows.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds a row with a cell for each column.
    public mutating func add(_ cells: [String]) { rows.append(cells) }

    /// One line for each row, headings first, without spaces at their ends.
    public func lines(indent: Int = 0) -> [String] {
        let hasHeadings = headings.contains { !$0.isEmpty }
        let all = (hasHeadings ? [headings] : []) + rows
        let widths = headings.indices.map { column in
            all.reduce(0) { max($0, column < $1.count ? $1[column].count : 0) }
        }
        return all.map { cells in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
                if column > 0 { line += "  " }
                line += sides[column] == .right ? space + cell : cell + space
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

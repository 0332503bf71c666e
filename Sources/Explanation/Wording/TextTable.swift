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
        self.init(columns.map { (heading: $0.key, side: $0.value) })
    }

    /// An empty table of columns that are chosen as it is made.
    public init(_ columns: [(heading: String, side: Side)]) {
        headings = columns.map(\.heading)
        sides = columns.map(\.side)
    }

    /// Whether it has no rows.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds a row with a cell for each column.
    public mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The least that a column of text is narrowed to.
    private static let narrowest = 16

    /// One line for each row, headings first, without spaces at their ends.
    ///
    /// - Parameters:
    ///   - indent: Spaces before each line.
    ///   - width: Characters that a line has room for: the widest column of text is shortened
    ///     to fit, its cells ending with `…`; `nil` for any number.
    /// - Returns: Lines without ends; longer than `width` where even that does not help.
    public func lines(indent: Int = 0, width: Int? = nil) -> [String] {
        let hasHeadings = headings.contains { !$0.isEmpty }
        let all = (hasHeadings ? [headings] : []) + rows
        var widths = headings.indices.map { column in
            all.reduce(0) { max($0, column < $1.count ? $1[column].count : 0) }
        }
        let total = widths.reduce(indent, +) + 2 * max(widths.count - 1, 0)
        let texts = widths.indices.filter { sides[$0] == .left }
        // No line is narrower than nothing.
        let width = width.map { max($0, 0) }
        if let width, total > width, let widest = texts.max(by: { widths[$0] < widths[$1] }) {
            let room = max(Self.narrowest, widths[widest] - (total - width))
            widths[widest] = min(widths[widest], room)
        }
        return all.map { cells in
            var line = String(repeating: " ", count: indent)
            for (column, whole) in cells.enumerated() {
                let cell =
                    whole.count > widths[column] ? whole.prefix(widths[column] - 1) + "…" : whole
                let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
                if column > 0 { line += "  " }
                line += sides[column] == .right ? space + cell : cell + space
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

/// Where in what was handed in something stands.
public struct Place: Hashable, Sendable {
    /// The file's name relative to the folder it was read from.
    public let file: String
    /// Counted from 1; in a table the row as a spreadsheet shows it, the heading being row 1.
    public let line: Int?
    /// Counted from 1 in characters; `nil` where the line as a whole is meant.
    public let column: Int?
    /// The column's heading, for places in a table.
    public let field: String?

    /// A place in a text file.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
        field = nil
    }

    /// A place in a table: the row as a spreadsheet shows it and the column's heading.
    public init(file: String, row: Int, field: String?) {
        self.file = file
        line = row
        column = nil
        self.field = field ?? ""
    }

    /// Whether this is a place in a table rather than in a text.
    public var isInTable: Bool { field != nil }
}

extension Place: CustomStringConvertible {
    /// `file:line:column`, or `file: row 17, column target` in a table.
    public var description: String {
        guard let line else { return file }
        if let field {
            let row = "\(file): row \(line)"
            return field.isEmpty ? row : "\(row), column \(heading)"
        }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}

extension Place {
    /// The column's heading, of a long one its first 100 characters.
    private var heading: String {
        let characters = (field ?? "").unicodeScalars
        let first = String(characters.prefix(100))
        return characters.count > 100 ? first + "…" : first
    }
}

extension Place: Comparable {
    /// By file, then line, then column: the order in which a reader meets them.
    ///
    /// What is meant as a whole comes before its parts.
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: (String, Int, Int, Int, String) {
        (file, line ?? .min, column ?? .min, isInTable ? 1 : 0, field ?? "")
    }
}

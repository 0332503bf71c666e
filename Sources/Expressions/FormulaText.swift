public import Diagnostics

/// A formula as it stands in a file.
public struct FormulaText: Hashable, Sendable {
    /// The formula.
    public let text: String
    /// Where its first character stands.
    public let place: Place
    /// Whether offsets in the text are columns of one line, so that errors can point at them.
    public let isOnOneLine: Bool

    /// A formula and the place of its first character.
    public init(_ text: String, at place: Place, isOnOneLine: Bool = true) {
        self.text = text
        self.place = place
        self.isOnOneLine = isOnOneLine
    }

    /// The place of the character at an offset in UTF-8 bytes.
    public func place(at offset: Int) -> Place {
        guard isOnOneLine, let column = place.column else { return place }
        let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
        return Place(file: place.file, line: place.line, column: column + before.count)
    }

    /// The characters between two offsets in UTF-8 bytes.
    public func slice(_ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}

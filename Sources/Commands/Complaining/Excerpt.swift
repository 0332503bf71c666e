internal import Diagnostics
internal import Domain

/// The line that a diagnostic speaks of, with a caret under the column.
struct Excerpt {
    /// The widest line that is shown whole, in characters.
    static let width = 100
    private static let longestFile = 16 << 20
    /// Bytes of a line that is looked at: hundreds of faults may lie in one that is endless.
    private static let longestLine = 1 << 16

    private let source: any Source
    private var files: [String: [Substring]] = [:]

    init(_ source: any Source) { self.source = source }

    /// Two lines for a place in a text; none for a place in a table, without a line, or in a line
    /// of more than 65,536 bytes.
    mutating func lines(at place: Place?) -> [[Span]] {
        guard let place, !place.isInTable, let number = place.line,
            let text = line(number, of: place.file), text.utf8.count <= Self.longestLine
        else { return [] }
        // A tab is one character for whoever counts columns, so it is shown as one.
        let characters = text.map { $0 == "\t" ? " " : $0 }
        let column = min(max(place.column ?? 1, 1), characters.count + 1)
        let start = column > Self.width ? column - Self.width / 2 : 0
        let shown = String(characters.dropFirst(start).prefix(Self.width))
        let margin = "\(number)"
        let blank = String(repeating: " ", count: margin.count)
        var lines = [[Span("  \(margin) | ", .faint), Span(shown)]]
        if place.column != nil {
            let space = String(repeating: " ", count: column - 1 - start)
            lines.append([Span("  \(blank) | ", .faint), Span(space + "^", .good)])
        }
        return lines
    }

    private mutating func line(_ number: Int, of file: String) -> Substring? {
        if files[file] == nil {
            // A file that cannot be read any more is shown without its line.
            let bytes = try? source.bytes(of: file, limit: Self.longestFile)
            files[file] =
                bytes.map {
                    String(decoding: $0, as: UTF8.self)
                        .split(omittingEmptySubsequences: false) { $0.isNewline }
                } ?? []
        }
        guard let lines = files[file], lines.indices.contains(number - 1) else { return nil }
        return lines[number - 1]
    }
}

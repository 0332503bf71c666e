package import Explanation

/// Lines for one of the two streams, standard output or standard error.
package struct Page: Sendable {
    /// What has been written before the bytes at hand; results are made as they go out.
    private var parts: [PiecedBytes] = []
    /// What has been written since.
    private var last: [UInt8] = []
    let ink: Ink
    /// How many characters a line has room for; `nil` for any number.
    let width: Int?

    /// An empty page.
    package init(_ ink: Ink, width: Int? = nil) {
        self.ink = ink
        self.width = width
    }

    /// What has been written, as UTF-8.
    package var bytes: [UInt8] {
        // Not copied where nothing stands before them.
        parts.isEmpty ? last : parts.flatMap(\.bytes) + last
    }

    /// What has been written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a line in one style.
    package mutating func line(_ text: String = "", _ style: Style = .plain) {
        guard let width else { return line([Span(text, style)]) }
        for piece in Wrapping.lines(text, width: width) { line([Span(piece, style)]) }
    }

    /// Adds a line.
    package mutating func line(_ spans: [Span]) {
        last += ink.text(spans).utf8
        last.append(UInt8(ascii: "\n"))
    }

    /// Adds lines in plain style.
    package mutating func lines(_ lines: [String]) {
        for line in lines { self.line(line) }
    }

    /// Adds a table, its headings faint.
    package mutating func table(_ table: TextTable, hasHeadings: Bool = true, indent: Int = 0) {
        for (index, line) in table.lines(indent: indent, width: width).enumerated() {
            self.line(line, index == 0 && hasHeadings ? .faint : .plain)
        }
    }

    /// Adds bytes as they are: CSV and JSON.
    package mutating func data(_ data: [UInt8]) {
        // Results may be large: where nothing stands before them they are not copied.
        if last.isEmpty { last = data } else { last += data }
    }

    /// Adds bytes that are made as they go out.
    package mutating func data(_ data: PiecedBytes) {
        if !last.isEmpty { parts.append(PiecedBytes(last)) }
        last = []
        parts.append(data)
    }

    /// Adds what another page holds, as it is.
    package mutating func data(_ page: Page) {
        for part in page.parts { data(part) }
        data(page.last)
    }

    /// Hands on what has been written, piece by piece.
    ///
    /// - Throws: What `take` throws; then nothing further is handed on.
    package func send<Problem: Error>(
        to take: @Sendable ([UInt8]) throws(Problem) -> Void
    ) throws(Problem) {
        for part in parts { try part.send(to: take) }
        if !last.isEmpty { try take(last) }
    }

    /// The same for somebody's eyes: lines stay, what a terminal would obey does not.
    ///
    /// Whatever is made as it goes out is made of whole lines.
    package var shown: Page {
        var page = self
        page.parts = parts.map { $0.mapped(Self.shown) }
        page.last = Self.shown(last)
        return page
    }

    private static func shown(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let plain = Ink(hasColour: false)
        let texts = lines.map { plain.text([Span(String(decoding: $0, as: UTF8.self))]) }
        return Array(texts.joined(separator: "\n").utf8)
    }
}

public import Locales

/// Lays paragraphs out for a terminal: headings on the left, their lines beside them.
///
///       Value       weighted mean = 90
///                         score  weight
///                   ...
struct TextLayout {
    /// The language of the paragraphs.
    let locale: Locale
    /// Characters that headings have room for, with the space after them.
    private let width: Int
    private let margin = "  "

    /// A layout with room for all headings of the paragraphs.
    init(_ paragraphs: [Paragraph], _ locale: Locale) {
        self.locale = locale
        width = paragraphs.reduce(12) { max($0, $1.title.count + 2) }
    }

    /// Lines without ends.
    func lines(_ paragraphs: [Paragraph]) -> [String] { paragraphs.flatMap(lines) }

    private func lines(_ paragraph: Paragraph) -> [String] {
        var lines: [String] = []
        for (index, content) in paragraph.contents.enumerated() {
            switch content {
            case .line(let phrase, let depth):
                lines.append(
                    head(index == 0 ? paragraph.title : "") + Self.indent(depth)
                        + phrase.written(locale))
            case .table(let table):
                if index == 0 { lines.append(margin + paragraph.title) }
                lines += TextTable(table, locale).lines(indent: margin.count + width)
            }
        }
        return lines
    }

    private func head(_ title: String) -> String {
        margin + title + String(repeating: " ", count: width - title.count)
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}

extension TextTable {
    /// A table of phrases as text; rows that stand beneath others are indented.
    public init(_ table: PhraseTable, _ locale: Locale) {
        self.init(table.columns.map { (heading: $0.heading, side: $0.isRight ? .right : .left) })
        for row in table.rows {
            var cells = row.cells.map { $0.written(locale) }
            cells[0] = String(repeating: "  ", count: row.depth) + cells[0]
            add(cells)
        }
    }
}

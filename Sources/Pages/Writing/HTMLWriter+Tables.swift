internal import Explanation
internal import Locales

extension HTMLWriter {
    /// A column of a table: its heading, and whether its cells are numbers.
    struct Column {
        let heading: Phrase
        let isNumber: Bool
        /// The heading, where each cell repeats it for rows that a narrow page sets as blocks.
        fileprivate(set) var label: String?

        /// A column; the heading of one whose cells speak for themselves may be empty.
        init(_ heading: Phrase, isNumber: Bool = false) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    /// Writes the cells of rows; each has to write as many as the table has columns.
    struct RowWriter: ~Copyable {
        fileprivate var page: HTMLWriter
        fileprivate let columns: [Column]
        fileprivate var column = 0

        /// The cell that names the row, with whatever stands in it.
        mutating func head(depth: Int = 0, _ content: (inout HTMLWriter) -> Void) {
            let level = depth > 0 ? "depth-\(min(depth, 6))" : nil
            page.element("th", ["scope": "row", "class": level], content)
            column += 1
        }

        /// The next cell; one with a class of its own is no number.
        mutating func cell(kind: String? = nil, _ content: (inout HTMLWriter) -> Void) {
            let own = column < columns.count ? columns[column] : nil
            let side = kind ?? (own?.isNumber == true ? "num" : nil)
            page.element("td", ["class": side, "data-label": own?.label], content)
            column += 1
        }

        /// The next cell, with a text.
        mutating func cell(_ text: String) { cell { $0.text(text) } }
    }

    /// A table with its caption and headings, which scrolls sideways where it is too wide.
    ///
    /// - Parameters:
    ///   - id: Unique on the page.
    ///   - caption: What it shows.
    ///   - columns: Their headings.
    ///   - kind: A class of its own, as in `league`.
    ///   - setting: The page.
    ///   - rows: What rows are made of.
    ///   - row: Writes the cells of one.
    mutating func table<Row>(
        id: String, caption: Phrase, _ columns: [Column], kind: String? = nil, _ setting: Setting,
        rows: some Sequence<Row>, _ row: (Row, inout RowWriter) -> Void
    ) {
        let columns = setting.isPaper ? columns.map(\.labelled) : columns
        scrolling(id: id) { page in
            page.element("table", ["class": kind, "id": kind == nil ? nil : id + "-table"]) {
                page in
                page.element("caption", ["id": id]) { $0.phrase(caption, setting) }
                page.headings(columns, setting)
                page.element("tbody") { page in
                    for one in rows { page.row(columns) { row(one, &$0) } }
                }
            }
        }
    }

    /// A table of phrases; the first cell of a row names it.
    ///
    /// - Parameters:
    ///   - table: Its columns and rows.
    ///   - caption: What it shows, for those who hear the page; empty where the text before says.
    ///   - setting: The page, for what its phrases refer to.
    mutating func table(_ table: PhraseTable, caption: String, _ setting: Setting) {
        let columns = table.columns.map { Column(Phrase($0.heading), isNumber: $0.isRight) }
        element("div", ["class": "table-scroll", "tabindex": "0"]) { page in
            page.element("table") { page in
                if !caption.isEmpty {
                    page.element("caption", ["class": "visually-hidden"], text: caption)
                }
                if columns.contains(where: { !$0.heading.isEmpty }) {
                    page.headings(columns, setting)
                }
                page.element("tbody") { page in
                    for row in table.rows { page.row(row, columns, setting) }
                }
            }
        }
    }

    private mutating func row(
        _ row: PhraseTable.Row, _ columns: [Column], _ setting: Setting
    ) {
        self.row(columns) { cells in
            for (position, phrase) in row.cells.enumerated() {
                if position == 0 {
                    cells.head(depth: row.depth) { $0.phrase(phrase, setting) }
                } else {
                    cells.cell { $0.phrase(phrase, setting) }
                }
            }
        }
    }

    /// A part of the page that scrolls sideways, by keyboard as well.
    mutating func scrolling(id: String, _ content: (inout HTMLWriter) -> Void) {
        element(
            "div",
            ["class": "table-scroll", "role": "region", "tabindex": "0", "aria-labelledby": id],
            content)
    }

    /// The row of headings.
    mutating func headings(_ columns: [Column], _ setting: Setting) {
        element("thead") { page in
            page.element("tr") { page in
                for column in columns {
                    let side = column.isNumber ? "num" : nil
                    if column.heading.isEmpty {
                        page.element("td", ["class": side]) { _ in }
                    } else {
                        page.element("th", ["scope": "col", "class": side]) {
                            $0.phrase(column.heading, setting)
                        }
                    }
                }
            }
        }
    }

    /// A row whose cells are written one after the other.
    mutating func row(
        _ columns: [Column], id: String? = nil, _ cells: (inout RowWriter) -> Void
    ) {
        element("tr", ["id": id]) { page in
            var own = HTMLWriter()
            swap(&own, &page)
            var row = RowWriter(page: own, columns: columns)
            cells(&row)
            page = row.finished()
        }
    }
}

extension HTMLWriter.Column {
    /// The same, its heading repeated by each cell.
    fileprivate var labelled: Self {
        var own = self
        own.label = heading.isEmpty ? nil : heading.plain
        return own
    }
}

extension HTMLWriter.RowWriter {
    /// What was written.
    fileprivate consuming func finished() -> HTMLWriter { page }
}

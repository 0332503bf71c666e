internal import Locales

/// The figures of a chart as a table, which stands beneath it.
struct ChartTable: Sendable {
    /// A cell.
    enum Cell: Sendable {
        /// Words, with the address of what they name where it has one.
        case words(Phrase, address: String? = nil)
        /// A number, with the address of its explanation where it has one.
        case figure(Plotted, address: String? = nil)
        /// A whole number.
        case count(Int)
        /// Nothing to be told.
        case empty

        /// A number, or nothing.
        static func figure(_ number: Plotted?, address: String? = nil) -> Cell {
            guard let number else { return .empty }
            return .figure(number, address: address)
        }

        /// Words, or nothing.
        static func words(_ words: Phrase?) -> Cell {
            guard let words else { return .empty }
            return .words(words)
        }
    }

    /// A column's heading, and which side its cells stand on.
    struct Column: Sendable {
        let heading: String
        /// Right for numbers.
        let isRight: Bool

        init(_ heading: String, isRight: Bool = false) {
            self.heading = heading
            self.isRight = isRight
        }
    }

    /// The first names the row.
    let columns: [Column]
    /// Each with a cell for every column.
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row with a cell for each column.
    mutating func add(_ cells: [Cell]) { rows.append(cells) }

    /// Writes the table, closed until a reader opens it.
    func write(_ figure: ChartFigure, to page: inout HTMLWriter) {
        let caption = figure.id + "-caption"
        page.element("details") { page in
            page.element("summary", text: figure.phrases.chartData)
            page.element(
                "div",
                [
                    "class": "table-scroll", "role": "region", "tabindex": "0",
                    "aria-labelledby": caption,
                ]
            ) { page in
                page.element("table") { page in
                    page.element("caption", ["id": caption], text: figure.title)
                    head(to: &page)
                    body(figure.phrases.locale, to: &page)
                }
            }
        }
    }

    private func head(to page: inout HTMLWriter) {
        page.element("thead") { page in
            page.element("tr") { page in
                for column in columns {
                    let side = column.isRight ? "num" : nil
                    page.element("th", ["scope": "col", "class": side], text: column.heading)
                }
            }
        }
        page.line()
    }

    private func body(_ locale: Locale, to page: inout HTMLWriter) {
        page.element("tbody") { page in
            for row in rows {
                page.element("tr") { page in
                    for (column, cell) in zip(columns.indices, row) {
                        write(cell, at: column, locale, to: &page)
                    }
                }
                page.line()
            }
        }
    }

    private func write(
        _ cell: Cell, at column: Int, _ locale: Locale, to page: inout HTMLWriter
    ) {
        if column == 0 {
            page.element("th", ["scope": "row"]) { cell.write(locale, to: &$0) }
        } else {
            page.element("td", ["class": columns[column].isRight ? "num" : nil]) {
                cell.write(locale, to: &$0)
            }
        }
    }
}

extension ChartTable.Cell {
    fileprivate func write(_ locale: Locale, to page: inout HTMLWriter) {
        switch self {
        case .words(let words, nil): page.words(words)
        case .words(let words, let address?):
            page.element("a", ["href": address]) { $0.words(words) }
        case .figure(let number, nil): page.figure(number)
        case .figure(let number, let address?):
            page.element("a", ["href": address]) { $0.figure(number) }
        case .count(let count):
            page.element("data", ["value": String(count)], text: locale.count(count))
        case .empty: break
        }
    }
}

extension HTMLWriter {
    /// A number that machines can read.
    fileprivate mutating func figure(_ number: Plotted) {
        element("data", ["value": number.exact], text: number.shown)
    }
}

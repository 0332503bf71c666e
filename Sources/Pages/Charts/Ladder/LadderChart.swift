internal import Diagnosis
internal import Locales

/// Dimensions by stages: in every cell its score, and what is said of it as a shape and a word.
struct LadderChart: Chart {
    /// A stage.
    struct Column: Sendable {
        /// What it is called.
        var name: Phrase
        /// The mean of its cells; `nil` where there is none.
        var mean: Plotted?
        /// What is said of the whole stage, as in `attained`.
        var standing: Phrase
    }

    /// A dimension.
    struct Row: Sendable {
        /// What it is called.
        var name: Phrase
        /// For every stage.
        var cells: [Cell]
        /// The address of its page.
        var address: String?
    }

    /// What there is of a dimension in a stage.
    struct Cell: Sendable {
        var status: CellResult.Status
        /// The status in a word.
        var word: Phrase
        /// The score; `nil` where there is none.
        var score: Plotted?
        /// What else has to be known, as that it is capped; `nil` for nothing.
        var remark: Phrase?
        /// Whether a decisive criterion caps it.
        var isCapped = false
        /// The address of its explanation.
        var address: String?
    }

    /// Lowest stage first, from left to right.
    let columns: [Column]
    /// From top to bottom.
    let rows: [Row]

    /// The height of a row: its name, its cells.
    static let rowHeight = 72.0
    /// The height of the stages' names above.
    static let top = 26.0
    /// So many stages stand side by side on a narrow page.
    static let mostNarrow = 3

    func description(_ phrases: Phrases) -> String { phrases.ladderAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        if columns.count > Self.mostNarrow {
            drawing.width = .pixels(Double(columns.count) * Drawing.narrow / 3)
        }
        let grid = LadderGrid(count: columns.count)
        for (index, column) in columns.enumerated() {
            grid.head(column.name, index, in: &drawing)
        }
        drawing.height = Self.top
        for row in rows {
            let top = drawing.height
            grid.name(row.name, top, in: &drawing)
            for (index, (column, cell)) in zip(columns, row.cells).enumerated() {
                drawing.group(told(row.name, column.name, cell)) {
                    grid.cell(cell, index, top + 22, in: &$0)
                }
            }
            drawing.height += Self.rowHeight
        }
        whole(grid, phrases, in: &drawing)
        if rows.contains(where: { $0.cells.contains(where: \.isCapped) }) {
            let key = Key(beneath: &drawing)
            key.add(phrases.ladderCapped, in: &drawing) { part, across, middle in
                part.add(Label("★", across, middle + 5, .middle))
            }
        }
        return drawing
    }

    /// The mean of each stage, and what is said of it.
    private func whole(_ grid: LadderGrid, _ phrases: Phrases, in drawing: inout Drawing) {
        drawing.add(.axis, .line(.left, drawing.height, .right, drawing.height))
        let top = drawing.height + 6
        grid.name(Phrase(phrases.ladderWhole), top, in: &drawing)
        for (index, column) in columns.enumerated() {
            grid.words(column.mean?.shown ?? "–", column.standing, index, top + 22, in: &drawing)
        }
        drawing.height += Self.rowHeight
    }

    private func told(_ row: Phrase, _ column: Phrase, _ cell: Cell) -> String {
        let outcome = [cell.score.map { Phrase($0.shown) }, cell.word, cell.remark]
        return "\(row.plain), \(column.plain): "
            + outcome.compactMap { $0?.plain }.joined(separator: ", ")
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable(
            [.init(phrases.ladderDimension)] + columns.map { .init($0.name.plain) })
        for row in rows {
            table.add(
                [.words(row.name, address: row.address)]
                    + row.cells.map { .words($0.phrase, address: $0.address) })
        }
        table.add(
            [.words(Phrase(phrases.ladderWhole))]
                + columns.map { column in
                    .words(
                        [column.mean?.phrase, column.standing].compactMap(\.self)
                            .joined(separator: ", "))
                })
        return table
    }
}

extension LadderChart.Cell {
    /// The score with its word, and what else has to be known.
    var phrase: Phrase {
        [score?.phrase, word, remark].compactMap(\.self).joined(separator: ", ")
    }
}

internal import Locales
internal import Scoring

/// Bodies by blocks, the score in every cell and a shade for how far it lies up the scale.
struct HeatTable: Chart {
    /// A block.
    struct Column: Sendable {
        /// What it is called.
        var name: Phrase
        /// The ends of its scale.
        var lowest: Plotted
        var highest: Plotted
    }

    /// A body.
    struct Row: Sendable {
        /// What it is called.
        var name: Phrase
        /// For every column.
        var cells: [Cell]
        /// The address of its page.
        var address: String?
    }

    /// A score, or why there is none.
    struct Cell: Sendable {
        /// `nil` where there is none.
        var score: Plotted?
        /// Whether there is a score, and if not, why.
        var state: State
        /// The address of its explanation.
        var address: String?
    }

    /// From left to right.
    let columns: [Column]
    /// From top to bottom; all of them are drawn.
    let rows: [Row]

    func description(_ phrases: Phrases) -> String { phrases.chartHeatAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        let grid = HeatGrid(self)
        var drawing = Drawing()
        drawing.width = .pixels(grid.width)
        for (index, column) in columns.enumerated() {
            grid.head(column, index, in: &drawing)
        }
        for (index, row) in rows.enumerated() {
            let top = grid.top + Double(index) * HeatGrid.rowHeight
            grid.name(row, top, in: &drawing)
            for (position, (column, cell)) in zip(columns, row.cells).enumerated() {
                drawing.group(told(row, column, cell, phrases)) { part in
                    grid.cell(cell, column, position, top, in: &part)
                }
            }
        }
        drawing.height = grid.top + Double(rows.count) * HeatGrid.rowHeight
        HeatKey(self, phrases).draw(in: &drawing)
        return drawing
    }

    private func told(_ row: Row, _ column: Column, _ cell: Cell, _ phrases: Phrases) -> String {
        let outcome = cell.score?.shown ?? phrases.chartState(cell.state)
        return "\(row.name.plain), \(column.name.plain): \(outcome)"
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable(
            [.init(phrases.chartBody)] + columns.map { .init($0.name.plain, isRight: true) })
        for row in rows {
            table.add(
                [.words(row.name, address: row.address)]
                    + row.cells.map { cell in
                        guard let score = cell.score else {
                            return .words(
                                Phrase(phrases.chartState(cell.state)), address: cell.address)
                        }
                        return .figure(score, address: cell.address)
                    })
        }
        return table
    }
}

extension Phrases {
    /// Why a cell has no score.
    func chartState(_ state: State) -> String {
        switch state {
        case .score: chartScore
        case .notApplicable: chartNotApplicable
        case .missing: chartMissing
        case .excluded: chartExcluded
        }
    }
}

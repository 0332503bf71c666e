internal import Locales
internal import Scoring

/// The measures of a heat table, and what each of its parts looks like.
struct HeatGrid: Hashable, Sendable {
    /// The height of a row, which has room for two lines of a name.
    static let rowHeight = 38.0
    /// The size of the headings' letters.
    static let heading = 12.0
    /// The height of a line.
    static let line = 15.0

    /// What the names of bodies take at the left.
    let names: Double
    /// What each column takes.
    let column: Double
    /// The height of the headings.
    let top: Double
    /// Of all of it.
    let width: Double

    init(_ table: HeatTable) {
        let widest = table.rows.map { Self.width($0.name.plain) }.max() ?? 0
        names = min(max(widest, 80), 168) + 12
        let words = table.columns.flatMap { $0.name.plain.split(separator: " ") }
        let figures = table.rows.flatMap(\.cells).compactMap(\.score?.shown)
        let needed =
            words.map { min(Lettering.width(String($0), size: Self.heading), 120) }
            + figures.map { Lettering.width($0, size: Label.size) }
        column = min(max((needed.max() ?? 0) + 10, 56), 280)
        let column = column
        let lines = table.columns.map { Self.heading($0, column).count }
        top = Double(lines.max() ?? 1) * Self.line + 10
        width = names + Double(table.columns.count) * column
    }

    private static func width(_ text: String) -> Double {
        Lettering.width(Lettering.line(text), size: Label.small)
    }

    private static func heading(_ one: HeatTable.Column, _ width: Double) -> [String] {
        Lettering.wrapped(one.name.plain, within: width - 6, size: heading, lines: 3)
    }

    /// A heading, whose last line stands directly above its cells.
    func head(_ one: HeatTable.Column, _ index: Int, in drawing: inout Drawing) {
        let lines = Self.heading(one, column)
        let middle = names + (Double(index) + 0.5) * column
        for (number, text) in lines.enumerated() {
            let base = top - 8 - Double(lines.count - 1 - number) * Self.line
            var label = Label(text, .pixels(middle), base, .middle, size: Self.heading, .quiet)
            label.tag = one.name.tag
            drawing.add(label)
        }
    }

    /// The name of a body in one line or two.
    func name(_ row: HeatTable.Row, _ top: Double, in drawing: inout Drawing) {
        let lines = Lettering.wrapped(
            row.name.plain, within: names - 10, size: Label.small, lines: 2)
        let first = top + Self.rowHeight / 2 + 4 - Double(lines.count - 1) * Self.line / 2
        drawing.group(row.name.plain) { part in
            for (number, text) in lines.enumerated() {
                let base = first + Double(number) * Self.line
                var label = Label(text, .left, base, size: Label.small)
                label.tag = row.name.tag
                part.add(label)
            }
        }
    }

    /// The shade and the number, or the sign of what there is instead.
    func cell(
        _ cell: HeatTable.Cell, _ one: HeatTable.Column, _ index: Int, _ top: Double,
        in drawing: inout Drawing
    ) {
        let left = names + Double(index) * column
        let tile = HeatTile(left: left + 1, top: top + 1, width: column - 2, height: 36)
        if let score = cell.score {
            tile.fill(HeatTile.step(score, one), in: &drawing)
            let text = Lettering.fitted(score.shown, within: column - 4, size: Label.size)
            drawing.add(
                Label(
                    text, .pixels(left + column / 2), top + 24, .middle, size: Label.size, .cell))
        } else {
            tile.absent(cell.state, in: &drawing)
        }
    }
}

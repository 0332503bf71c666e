internal import Scoring

/// What the shades and signs of a heat table mean, beneath it.
struct HeatKey: Sendable {
    private let table: HeatTable
    private let phrases: Phrases

    init(_ table: HeatTable, _ phrases: Phrases) {
        self.table = table
        self.phrases = phrases
    }

    /// Draws only what the table has, one beneath the other.
    func draw(in drawing: inout Drawing) {
        let cells = table.rows.flatMap(\.cells)
        drawing.height += 16
        if cells.contains(where: { $0.score != nil }) { shades(in: &drawing) }
        for state in State.allCases
        where state != .score && cells.contains(where: { $0.score == nil && $0.state == state }) {
            tile(in: drawing).absent(state, in: &drawing)
            line(phrases.chartState(state), after: 28, in: &drawing)
        }
    }

    private func shades(in drawing: inout Drawing) {
        for step in HeatTile.steps.indices {
            tile(Double(step) * 24, in: drawing).fill(step, in: &drawing)
        }
        line(phrases.chartShades, after: 5 * 24, in: &drawing)
    }

    private func tile(_ left: Double = 0, in drawing: Drawing) -> HeatTile {
        HeatTile(left: left, top: drawing.height, width: 22, height: 22)
    }

    private func line(_ text: String, after left: Double, in drawing: inout Drawing) {
        let room = Drawing.narrow - left - 6
        let lines = Lettering.wrapped(text, within: room, size: Label.small, lines: 3)
        for line in lines {
            drawing.add(
                Label(
                    line, .pixels(left + 6), drawing.height + 16, .start, size: Label.small,
                    .quiet))
            drawing.height += 16
        }
        drawing.height += 12
    }
}

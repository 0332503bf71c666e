internal import Locales
internal import Scoring

/// Bodies by blocks, the score in every cell and a shade for how far it lies up the scale.
struct HeatTable: Chart, Sendable {
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
}

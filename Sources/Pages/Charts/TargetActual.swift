internal import Locales

/// What was reached beside what was aimed at, a bar and a mark for each.
struct TargetActual: Chart, Sendable {
    /// Whether a target was met.
    enum Verdict: Sendable {
        case met
        case notMet
        /// There is nothing to compare.
        case open
    }

    /// A record or a node.
    struct Row: Sendable {
        /// What it is called.
        var name: Phrase
        /// What was reached; `nil` where it is not known.
        var actual: Plotted?
        /// What was aimed at; `nil` where it is not known.
        var target: Plotted?
        /// Whether the target was met.
        var verdict: Verdict
        /// The verdict in a word, as in `met`.
        var word: Phrase
        /// The ends of its scale; `nil` for one of its own from 0 to the greater of both.
        var range: PlotRange?
        /// The address of its explanation.
        var address: String?
    }

    /// In the order they are drawn in; all of them are drawn.
    let rows: [Row]
}

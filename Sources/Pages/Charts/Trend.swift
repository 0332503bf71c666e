internal import Locales

/// Scores over the periods, with gaps where there is none.
struct Trend: Chart, Sendable {
    /// What stands upright.
    enum Upright: Sendable {
        /// Numbers, and the bands they fall into.
        case numbers(PlotRange)
        /// The titles of grades, lowest first.
        case grades([Phrase])
    }

    /// A body or a median over the periods.
    struct Line: Sendable {
        /// What it is called.
        var name: Phrase
        /// For every period; `nil` where there is no score.
        var points: [Plotted?]
    }

    /// What stands upright.
    let upright: Upright
    /// Titles of the periods, earliest first.
    let periods: [Phrase]
    /// The first is the one that the page is about; at most three are drawn.
    let lines: [Line]
    /// Positions of periods before which the rules changed, so that no line may cross.
    var breaks: Set<Int> = []
}

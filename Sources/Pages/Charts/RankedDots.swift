internal import Locales

/// Bodies by rank: a dot for each score, a line for its bounds, the bands behind them.
struct RankedDots: Chart, Sendable {
    /// A body.
    struct Row: Sendable {
        /// Its name.
        var name: Phrase
        /// Its rank as it is written, as in `3` or `3=`; `nil` where it has none.
        var rank: String?
        /// Its score; `nil` where it has none.
        var score: Plotted?
        /// The least and the greatest its score can become; `nil` where they are the score.
        var bounds: (lower: Plotted, upper: Plotted)?
        /// Why there is no score, or what else has to be known of it; stands beside the score.
        var note: Phrase?
        /// Whether it is the body that the page is about.
        var isOwn = false
        /// The address of its page.
        var address: String?
    }

    /// Where scores can lie.
    let range: PlotRange
    /// In the order they are drawn in; all of them are drawn.
    let rows: [Row]
}

internal import Locales

/// How scores are spread over their scale, and where one of them and the median lie.
struct DistributionChart: Chart, Sendable {
    /// Where scores can lie.
    let range: PlotRange
    /// All scores, in any order.
    let scores: [Plotted]
    /// How many bodies have no score.
    var unscored = 0
    /// The median; `nil` where it is not to be shown.
    var median: Plotted?
    /// The body that the page is about, and its score.
    var own: (name: Phrase, score: Plotted)?
}

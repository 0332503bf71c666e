internal import Locales

/// Where the scores of a chart can lie, and the bands they fall into.
struct PlotRange: Hashable, Sendable {
    /// The lower end of the scale.
    let lowest: Plotted
    /// The upper end of the scale.
    let highest: Plotted
    /// Lowest first; empty where the edition has none.
    let bands: [Band]

    /// A range of scores that has a name.
    struct Band: Hashable, Sendable {
        /// What it is called.
        let title: Phrase
        /// The least score in it; `nil` for no limit.
        let from: Plotted?
        /// The least score above it; `nil` for no limit.
        let below: Plotted?
    }

    /// A range with its bands, lowest first.
    init(_ lowest: Plotted, _ highest: Plotted, bands: [Band] = []) {
        self.lowest = lowest
        self.highest = highest
        self.bands = bands
    }
}

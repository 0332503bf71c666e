internal import Locales

/// Where the points went: from the maximum down to the score, a bar for each cause.
struct Waterfall: Chart, Sendable {
    /// What took points or added some.
    struct Step: Sendable {
        /// What it is called.
        var name: Phrase
        /// What it changes: below 0 for points lost, above for points gained.
        var change: Plotted
        /// Whether the points are lost because something is missing or excluded.
        var isOpen = false
        /// Why, in a few words; stands in the table.
        var reason: Phrase?
        /// The address of its explanation.
        var address: String?
    }

    /// What the first bar is called, and how long it is.
    let start: (name: Phrase, points: Plotted)
    /// In the order they are drawn in; they add up to the difference between start and end.
    let steps: [Step]
    /// What the last bar is called, and how long it is.
    let end: (name: Phrase, points: Plotted)
}

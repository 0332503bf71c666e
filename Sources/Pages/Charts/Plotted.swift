internal import Arithmetic
internal import Locales

/// A number in a chart: where it lies, its exact digits, and how it is shown.
///
/// It comes from a number of the assessment or from a position, so that it is always finite.
struct Plotted: Hashable, Sendable {
    /// Where it lies, in the units of its scale; only for geometry.
    let position: Double
    /// Its exact value, as the CSV writes it.
    let exact: String
    /// As the edition displays it, in the language of the page.
    let shown: String

    /// A number, and how it is shown.
    init(_ number: Fixed, shown: String) {
        position = Double(number)
        exact = number.description
        self.shown = shown
    }

    /// A grade by its position among the grades, the lowest being 0.
    init(grade: Int, exact: String, shown: String) {
        position = Double(grade)
        self.exact = exact
        self.shown = shown
    }
}

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

internal import Arithmetic
internal import Locales

/// A number in a chart: where it lies, its exact digits, and how it is shown.
///
/// It comes from a number of the assessment or from a position, so that it is always finite.
struct Plotted: Hashable, Sendable {
    /// The number itself, for comparing; of a grade its position.
    let number: Fixed
    /// Where it lies, in the units of its scale; only for geometry.
    let position: Double
    /// Its exact value, as the CSV writes it.
    let exact: String
    /// As the edition displays it, in the language of the page.
    let shown: String

    /// A number, and how it is shown; what it is exactly where it is a rounded one.
    init(_ number: Fixed, exact: String? = nil, shown: String) {
        self.number = number
        position = Double(number)
        self.exact = exact ?? number.description
        self.shown = shown
    }

    /// A grade by its position among the grades, the lowest being 0.
    init(grade: Int, exact: String, shown: String) {
        number = Fixed(grade)
        position = Double(grade)
        self.exact = exact
        self.shown = shown
    }

    /// The number within a sentence.
    var phrase: Phrase { .figure(exact: exact, shown: shown) }

    /// As it is shown, with a plus sign above 0.
    var signed: String { number > .zero && !shown.hasPrefix("+") ? "+" + shown : shown }

    /// The number within a sentence that says in words that it is below 0.
    var size: Phrase {
        guard number < .zero else { return phrase }
        let signs: [Character] = ["-", "\u{2212}"]
        return .figure(
            exact: String(exact.drop { $0 == "-" }),
            shown: String(shown.drop { signs.contains($0) }))
    }
}

internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Scores and means of cells as they are shown.
extension PageContext {
    /// A mean, with as many digits as keep it on its side of every edge of the rule.
    func plot(_ mean: Fraction, by rule: Stages) -> Plotted {
        let display = assessment.plan.display
        let edges = [rule.established, rule.emerging, rule.attained.mean].map { Fraction($0) }
        for digits in display.digits...max(display.digits, Fixed.fractionDigits) {
            guard let rounded = try? mean.rounded(to: digits, display.mode) else { continue }
            let shown = Fraction(rounded)
            guard edges.allSatisfy({ ($0 <= mean) == ($0 <= shown) }) else { continue }
            return Plotted(
                rounded, exact: mean.reduced.description,
                shown: locale.decimal(Display.text(rounded, digits: digits)))
        }
        // Means lie within the scale of scores, where every number can be rounded.
        return Plotted(.zero, exact: mean.description, shown: mean.description)
    }

    /// A score, with as many digits as keep it on its side of every edge of the rule.
    func plot(_ score: Fixed, by rule: Stages) -> Plotted { plot(Fraction(score), by: rule) }

    /// The value of a node, with all its digits where they are few: what is rounded to the digits
    /// of scores may not be told from its thresholds.
    func fullValue(of node: Int, at unit: Int) -> OutcomeFigure? {
        guard let value = value(of: node, at: unit) else { return nil }
        let parts = value.exact.split(separator: ".")
        guard parts.count == 2, parts[1].count <= 3 else { return value }
        return OutcomeFigure(
            exact: value.exact, shown: locale.decimal(value.exact), place: value.place)
    }
}

extension CellResult.Status {
    /// What is said of a mean over bodies; `nil` stands for none.
    init(_ mean: Fraction?, by rule: Stages) {
        guard let mean else {
            self = .notAssessed
            return
        }
        self =
            Fraction(rule.established) <= mean
            ? .established : Fraction(rule.emerging) <= mean ? .emerging : .absent
    }
}

/// How far the score of an element decides the score of a node above it.
///
/// - Source: P. Paruolo, M. Saisana, A. Saltelli, Ratings and rankings: voodoo or science?,
///   Journal of the Royal Statistical Society A 176 (2013), section 3.
public struct Influence: Hashable, Sendable {
    /// Pearson's correlation.
    public let correlation: Double
    /// The correlation ratio along a straight line: the square of the correlation.
    ///
    /// The share of the variance above that would be gone if the element were known.
    public let linear: Double
    /// The correlation ratio along a curve: the share of the variance above that the best
    /// polynomial of degree 3 in the element explains; at least ``linear``.
    ///
    /// The polynomial stands for the mean above at each value of the element. It has three terms
    /// to fit, and so explains 3 / (n − 1) of n bodies by chance.
    public let curved: Double

    /// Compares two series.
    ///
    /// Fails where fewer than three bodies have both, or one is constant.
    ///
    /// - Parameters:
    ///   - element: By body; NaN where there is none.
    ///   - above: As many.
    package init?(of element: [Double], on above: [Double]) {
        let (element, above) = Correlation.complete(element, above)
        guard element.count > 2, let correlation = Correlation.straight(element, above) else {
            return nil
        }
        self.correlation = correlation
        linear = correlation * correlation
        curved = min(1, max(linear, Self.explained(above, by: element)))
    }

    /// The share of the variance of a series that powers of another explain.
    ///
    /// Each power is freed of those before it (Gram and Schmidt, twice), and explains what its
    /// product with the series says; a power that follows from those before it is left out.
    private static func explained(_ above: [Double], by element: [Double]) -> Double {
        let mean = Correlation.mean(above)
        let apart = above.map { $0 - mean }
        let middle = Correlation.mean(element)
        let reach = element.reduce(0) { max($0, ($1 - middle).magnitude) }
        let steps = element.map { ($0 - middle) / reach }
        let one = [Double](repeating: 1 / Double(steps.count).squareRoot(), count: steps.count)
        var basis = [one]
        var power = [Double](repeating: 1, count: steps.count)
        var explained = 0.0
        for _ in 1...3 {
            for place in steps.indices { power[place] *= steps[place] }
            var free = power
            for _ in 0..<2 {
                for vector in basis {
                    let share = product(free, vector)
                    for place in free.indices { free[place] -= share * vector[place] }
                }
            }
            let length = product(free, free).squareRoot()
            guard length > 1e-8 * product(power, power).squareRoot() else { continue }
            let unit = free.map { $0 / length }
            let share = product(apart, unit)
            explained += share * share
            basis.append(unit)
        }
        return explained / product(apart, apart)
    }

    private static func product(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

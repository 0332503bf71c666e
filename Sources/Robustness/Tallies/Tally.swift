/// Figures that were counted, in order; each is known to lie in a range.
protocol Tally: Sendable {
    /// How many figures there are.
    var count: Int { get }

    /// Between what lies the figure at a position, from 0 for the least to below ``count``; a single
    /// number where it is known exactly.
    func figure(_ position: Int) -> ClosedRange<Double>
}

extension Tally {
    /// The middle and nine tenths; `nil` without figures.
    func quantiles() -> Quantiles? {
        guard count > 0 else { return nil }
        let (lower, median, upper) = (quantile(0.05), quantile(0.5), quantile(0.95))
        return Quantiles(
            lower: lower.value, median: median.value, upper: upper.value,
            medianRange: medianRange, error: max(lower.error, median.error, upper.error))
    }

    /// The number below which a share of the figures lies, and how far it is from the exact one at
    /// most; there must be figures.
    ///
    ///     h = 1 + (n − 1) p,   (1 − (h − ⌊h⌋)) · x⌊h⌋ + (h − ⌊h⌋) · x⌊h⌋₊₁
    ///
    /// - Source: R. Hyndman, Y. Fan, Sample quantiles in statistical packages (1996), definition 7.
    func quantile(_ share: Double) -> (value: Double, error: Double) {
        let place = 1 + Double(count - 1) * share
        let part = place - place.rounded(.down)
        let first = figure(Int(place) - 1)
        guard part > 0, Int(place) < count else { return (first.middle, first.reach) }
        let second = figure(Int(place))
        guard first != second else { return (first.middle, first.reach) }
        return (
            (1 - part) * first.middle + part * second.middle, max(first.reach, second.reach)
        )
    }

    /// Between which figures lies the median of that of which they are drawn, with 99 % confidence.
    ///
    /// It lies below the k-th of n figures as rarely as k of n coins fall on one side; 2.576 · √n/2
    /// off one half of n is reached once in 200 times. Fewer than 8 figures cannot say so much, and
    /// all of them are in the range.
    ///
    /// - Source: W. Conover, Practical nonparametric statistics (1999), 3.2.
    var medianRange: ClosedRange<Double> {
        let spread = 2.576 * Double(count).squareRoot() / 2
        let half = Double(count) / 2
        let first = max(Int((half - spread).rounded(.down)), 1)
        let last = min(Int((half + spread + 1).rounded(.up)), count)
        return figure(first - 1).lowerBound...figure(last - 1).upperBound
    }
}

extension ClosedRange<Double> {
    fileprivate var middle: Double {
        lowerBound == upperBound ? lowerBound : lowerBound / 2 + upperBound / 2
    }

    /// How far its ends lie from the middle.
    fileprivate var reach: Double { upperBound / 2 - lowerBound / 2 }
}

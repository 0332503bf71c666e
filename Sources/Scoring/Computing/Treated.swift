package import Arithmetic
package import Methodology

/// What became of a series of values with those far from the others.
package struct Treated: Sendable {
    /// The treated values, in the order in which they were given.
    package let values: [Double]
    /// How many points were drawn in, those of a tie one by one; also where a logarithm then took
    /// their place.
    package let points: Int
    /// The logarithm that was taken; `nil` for none.
    package let transform: Node.Treatment.Transform?
    /// What the series was like before; `nil` without values.
    package let before: Moments?
    /// What it was like with points drawn in; `nil` where none was.
    package let drawnIn: Moments?
    /// Between what values were held: the ends of the series with its points drawn in.
    let hold: (least: Double, greatest: Double)
    /// The ends of the series as it was.
    let ends: (least: Double, greatest: Double)

    /// What the series is like after all that was done with it; `nil` without values.
    package var after: Moments? { transform == nil ? drawnIn ?? before : Moments(values.sorted()) }
}

extension Node.Treatment {
    /// What becomes of a series of values.
    ///
    /// While the series fails and fewer points than may be are changed, its greatest value, or its
    /// least where it is lopsided to that side, is set to the next value inward; those of a tie
    /// are set together, so that they may come to more. If it still fails, the logarithm is taken
    /// of the values as they were. Sums run over the sorted values, so the order in which they
    /// are given changes no bit.
    ///
    /// - Parameters:
    ///   - values: Finite, in any order; `nil` and the like left out.
    ///   - points: At most so many points are drawn in, in the place of the number in the edition;
    ///     without effect where that draws in none.
    /// - Returns: The values and what was done with them.
    /// - Source: COINr 1.1.14, Treat with winsorise and log_CT.
    package func treated(_ values: [Double], points: Int? = nil) -> Treated {
        var series = Series(values)
        let before = Moments(series.sorted)
        var moments = before
        if let most = atMost.map({ points ?? $0 }) {
            while series.points < most, let skewness = skewness(ofFailing: moments),
                series.drawIn(isFromAbove: skewness >= 0)
            {
                moments = Moments(series.held)
            }
        }
        let transform = skewness(ofFailing: moments) == nil ? nil : otherwise
        return Treated(
            values: values.map { value in
                transform.map { Self.logarithm(of: value, series.ends, $0) } ?? series.held(value)
            },
            points: series.points, transform: transform, before: before,
            drawnIn: series.points > 0 ? moments : nil, hold: series.hold, ends: series.ends)
    }

    /// The skewness of a series that fails; `nil` where it does not.
    ///
    /// Series of fewer than four values, and constant ones, never fail.
    private func skewness(ofFailing moments: Moments?) -> Double? {
        guard let skewness = moments?.skewness, let kurtosis = moments?.kurtosis,
            abs(skewness) > Double(self.skewness), kurtosis > Double(self.kurtosis)
        else { return nil }
        return skewness
    }

    /// The logarithm of a value; one outside of the series counts as its nearest end.
    static func logarithm(
        of value: Double, _ ends: (least: Double, greatest: Double), _ transform: Transform
    ) -> Double {
        let above = min(max(value, ends.least), ends.greatest) - ends.least
        let shift =
            switch transform {
            case .log: 0.01 * (ends.greatest - ends.least)
            case .logPlusOne: 1.0
            }
        // A series that fails is not constant, so this is above 0.
        return (try? Double.value(of: .naturalLogarithm, [above + shift])) ?? value
    }
}

/// The values of a series, and between what they are held so far.
private struct Series {
    let sorted: [Double]
    /// The positions of the first value that is not drawn in, and of the one after the last.
    private var kept: Range<Int>

    init(_ values: [Double]) {
        sorted = values.sorted()
        kept = sorted.indices
    }

    var points: Int { sorted.count - kept.count }
    var ends: (least: Double, greatest: Double) { (sorted.first ?? 0, sorted.last ?? 0) }
    var hold: (least: Double, greatest: Double) {
        kept.isEmpty ? ends : (sorted[kept.lowerBound], sorted[kept.upperBound - 1])
    }

    func held(_ value: Double) -> Double { min(max(value, hold.least), hold.greatest) }

    var held: [Double] {
        let hold = hold
        return sorted.map { min(max($0, hold.least), hold.greatest) }
    }

    /// Sets the values at one end to the next value inward; fails where there is none.
    mutating func drawIn(isFromAbove: Bool) -> Bool {
        let (least, greatest) = hold
        if isFromAbove {
            guard let last = sorted[kept].lastIndex(where: { $0 < greatest }) else { return false }
            kept = kept.lowerBound..<(last + 1)
        } else {
            guard let first = sorted[kept].firstIndex(where: { least < $0 }) else { return false }
            kept = first..<kept.upperBound
        }
        return true
    }
}

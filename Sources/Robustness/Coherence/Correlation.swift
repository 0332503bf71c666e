/// How far two series go together.
public enum Correlation: String, CaseIterable, Hashable, Sendable {
    /// Of the values: along a straight line.
    case pearson
    /// Of the ranks, ties sharing their mean: in one direction.
    case spearman
    /// Of pairs in the same order less pairs in the other (Kendall's tau-b).
    case kendall

    /// How far they go together, -1…1.
    ///
    /// - Parameters:
    ///   - one: Values, NaN where there is none.
    ///   - other: As many; only where both have a value they count.
    /// - Returns: `nil` where fewer than two places count, or a series is constant in them.
    package func callAsFunction(_ one: [Double], _ other: [Double]) -> Double? {
        self(RankedColumn(one), RankedColumn(other))
    }

    func callAsFunction(_ one: RankedColumn, _ other: RankedColumn) -> Double? {
        switch self {
        case .pearson:
            let (values, others) = Self.complete(one.values, other.values)
            return Self.straight(values, others)
        case .spearman: return Self.straight(one.ranks(beside: other), other.ranks(beside: one))
        case .kendall: return Kendall.tau(one, other)
        }
    }

    /// Both where both have a value.
    static func complete(_ one: [Double], _ other: [Double]) -> ([Double], [Double]) {
        let places = one.indices.filter { !one[$0].isNaN && !other[$0].isNaN }
        guard places.count < one.count else { return (one, other) }
        return (places.map { one[$0] }, places.map { other[$0] })
    }

    /// The sums of squares and of products around the means.
    static func sums(
        _ one: [Double], _ other: [Double]
    ) -> (one: Double, other: Double, both: Double) {
        let (mean, otherMean) = (Self.mean(one), Self.mean(other))
        var (squares, otherSquares, products) = (0.0, 0.0, 0.0)
        for (value, second) in zip(one, other) {
            let (apart, otherApart) = (value - mean, second - otherMean)
            squares += apart * apart
            otherSquares += otherApart * otherApart
            products += apart * otherApart
        }
        return (squares, otherSquares, products)
    }

    /// Whether two values differ.
    static func varies(_ values: [Double]) -> Bool {
        values.contains { $0 != values[0] }
    }

    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    /// Of places that all have values; `nil` of fewer than two, and where one series is constant.
    static func straight(_ one: [Double], _ other: [Double]) -> Double? {
        guard one.count > 1, varies(one), varies(other) else { return nil }
        let sums = sums(one, other)
        // Beyond the range of doubles nothing can be told.
        let scale = (sums.one * sums.other).squareRoot()
        guard scale > 0, scale.isFinite else { return nil }
        return min(max(sums.both / scale, -1), 1)
    }
}

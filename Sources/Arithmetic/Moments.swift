/// What a series of doubles is like: its mean, its spread, and how lopsided and heavy-tailed it is.
///
/// Sums run in the order of the values, so the same series gives the same bytes.
public struct Moments: Hashable, Sendable {
    /// How many values there are; at least one.
    public let count: Int
    /// Their mean.
    public let mean: Double
    private let squares: Double
    private let cubes: Double
    private let fourths: Double

    /// Fails without a value.
    public init?(_ values: some Collection<Double>) {
        guard !values.isEmpty else { return nil }
        count = values.count
        mean = values.reduce(0, +) / Double(count)
        var (squares, cubes, fourths) = (0.0, 0.0, 0.0)
        for value in values {
            let distance = value - mean
            let square = distance * distance
            squares += square
            cubes += square * distance
            fourths += square * square
        }
        (self.squares, self.cubes, self.fourths) = (squares, cubes, fourths)
    }

    /// The variance of a sample, over n − 1; `nil` of one value.
    public var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }

    /// The standard deviation of a sample; `nil` of one value.
    public var deviation: Double? { variance?.squareRoot() }

    /// How lopsided the series is; `nil` of fewer than three values, or where all are the same.
    ///
    ///     g1 = m3 / m2^(3/2),   G1 = g1 · √(n (n − 1)) / (n − 2)
    ///
    /// Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, G1.
    public var skewness: Double? {
        guard count > 2, squares > 0 else { return nil }
        let n = Double(count)
        let second = squares / n
        let first = cubes / n / (second * second.squareRoot())
        return first * (n * (n - 1)).squareRoot() / (n - 2)
    }

    /// How heavy its tails are, 0 for a normal series; `nil` of fewer than four values, or where
    /// all are the same.
    ///
    ///     g2 = m4 / m2² − 3,   G2 = ((n + 1) g2 + 6) (n − 1) / ((n − 2) (n − 3))
    ///
    /// Joanes and Gill (1998), G2.
    public var kurtosis: Double? {
        guard count > 3, squares > 0 else { return nil }
        let n = Double(count)
        let second = squares / n
        let excess = fourths / n / (second * second) - 3
        return ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3))
    }
}

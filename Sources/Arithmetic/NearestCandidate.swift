/// Rounding of doubles as the statistics language R does it since version 4.0.0.
public enum NearestCandidate {
    /// The nearer of the two decimal candidates around `x`.
    ///
    ///     p = 10^digits, lo = floor(|x| · p) / p, hi = ceil(|x| · p) / p
    ///
    /// all in double. The candidate nearer to |x| is taken, with the differences in double; when
    /// they are equal, the one whose whole number is even. The sign comes back last, so -0.001
    /// gives -0.
    ///
    /// - Parameters:
    ///   - x: Any double; zeros, infinities and NaN come back as they are.
    ///   - digits: After the point; below 0 they are places before it (-2: to hundreds). Where
    ///     `x` has no digits beyond these, it comes back as it is.
    /// - Returns: The double nearest to the rounded decimal.
    /// - Source: R Core Team, `src/nmath/fround.c` (R 4.0.0 and later), the algorithm `"r3d.C"`.
    public static func round(_ x: Double, digits: Int) -> Double {
        guard x.isFinite, x != 0, digits <= 308 + 15 else { return x }
        guard digits >= -308 else { return x < 0 ? -0.0 : 0 }
        let size = x.magnitude
        let power = powerOfTen(Swift.abs(digits))
        let scaled = digits < 0 ? size / power : size * power
        // From 2^53 on every double is whole: there is nothing to round.
        guard scaled < 9_007_199_254_740_992 else { return x }
        let floor = scaled.rounded(.down)
        let ceiling = scaled.rounded(.up)
        let low = digits < 0 ? floor * power : floor / power
        let high = digits < 0 ? ceiling * power : ceiling / power
        let below = size - low
        let above = high - size
        let isLow = below < above || (below == above && floor.remainder(dividingBy: 2) == 0)
        let nearest = isLow ? low : high
        return x < 0 ? -nearest : nearest
    }

    /// The double nearest to 10^exponent; infinity above 308.
    private static func powerOfTen(_ exponent: Int) -> Double {
        guard exponent > 18 else { return Double(WholeNumbers.powersOfTen[exponent]) }
        return Double("1e\(exponent)") ?? .infinity
    }
}

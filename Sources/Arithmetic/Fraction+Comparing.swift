extension Fraction: Comparable, Hashable {
    /// Whether this number is smaller, decided by cross multiplication in 256 bits.
    @inlinable
    public func isLess(than other: Fraction) -> Bool {
        if denominator == other.denominator { return numerator < other.numerator }
        let left = numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: denominator)
        return (left.high, left.low) < (right.high, right.low)
    }

    /// Whether both are the same number, in lowest terms or not.
    @inlinable
    public func isEqual(to other: Fraction) -> Bool {
        if denominator == other.denominator { return numerator == other.numerator }
        let left = numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: denominator)
        return left.high == right.high && left.low == right.low
    }

    /// Smaller numbers come first.
    @inlinable
    public static func < (left: Fraction, right: Fraction) -> Bool { left.isLess(than: right) }

    /// Whether both are the same number, in lowest terms or not.
    @inlinable
    public static func == (left: Fraction, right: Fraction) -> Bool { left.isEqual(to: right) }

    /// The same number hashes the same, in lowest terms or not.
    public func hash(into hasher: inout Hasher) {
        let lowest = reduced
        hasher.combine(lowest.numerator)
        hasher.combine(lowest.denominator)
    }
}

/// An exact fraction of two 128-bit whole numbers: what nearly every formula counts with.
///
/// It needs no memory of its own. Terms are reduced only when an operation would not fit
/// otherwise; what does not fit even then throws ``ArithmeticError/overflow``, and the step is
/// done again with ``BigFraction``.
public struct Fraction: Number {
    /// The upper term, above -2^127; perhaps not in lowest terms.
    public let numerator: Int128
    /// The lower term, above 0.
    public let denominator: Int128

    /// The number `numerator` / `denominator`.
    ///
    /// - Parameters:
    ///   - numerator: Above -2^127.
    ///   - denominator: Above 0; both are the caller's promise, texts are read by
    ///     ``init(parsing:)``.
    @inlinable
    public init(numerator: Int128, denominator: Int128) {
        precondition(denominator > 0 && numerator != .min, "a fraction's terms are out of range")
        self.numerator = numerator
        self.denominator = denominator
    }

    @inlinable
    init(unchecked numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The number itself; its terms have no power of ten in common.
    public init(_ value: Fixed) {
        let size = value.raw.magnitude
        let isNegative = value.raw < 0
        guard size < UInt128(WholeNumbers.one) &<< 64 else {
            self.init(reducing: size, UInt128(WholeNumbers.one), isNegative: isNegative)
            return
        }
        let (whole, part) = WholeNumbers.divide(size, by: WholeNumbers.one)
        let (upper, lower) = Self.withoutCommonTens(part, WholeNumbers.one)
        let terms = Int128(truncatingIfNeeded: whole &* UInt128(lower) &+ UInt128(upper))
        self.init(unchecked: isNegative ? 0 &- terms : terms, Int128(lower))
    }

    /// The same number in lowest terms.
    public var reduced: Fraction {
        let divisor = Int128(
            truncatingIfNeeded: WholeNumbers.greatestCommonDivisor(
                numerator.magnitude, denominator.magnitude))
        return Fraction(unchecked: numerator / divisor, denominator / divisor)
    }

    /// -1, 0 or 1.
    @inlinable
    public var sign: Int { numerator < 0 ? -1 : numerator == 0 ? 0 : 1 }

    /// The number with the other sign.
    @inlinable
    public var negated: Fraction { Fraction(unchecked: 0 &- numerator, denominator) }

    /// Both terms over their greatest common divisor, which leaves them below 2^127.
    ///
    /// That holds for the one caller above: the size 2^127 itself is divisible by 2^18, as
    /// 10^18 is.
    private init(reducing upper: UInt128, _ lower: UInt128, isNegative: Bool) {
        let divisor = WholeNumbers.greatestCommonDivisor(upper, lower)
        let size = Int128(truncatingIfNeeded: upper / divisor)
        let rest = Int128(truncatingIfNeeded: lower / divisor)
        self.init(unchecked: isNegative ? 0 &- size : size, rest)
    }

    /// Both terms over the largest power of ten in both, where `lower` is 10^18 and `upper` less.
    private static func withoutCommonTens(
        _ upper: UInt64, _ lower: UInt64
    ) -> (upper: UInt64, lower: UInt64) {
        guard upper != 0 else { return (0, 1) }
        var (upper, lower) = (upper, lower)
        if upper % 100_000_000 == 0 {
            (upper, lower) = (upper / 100_000_000, lower / 100_000_000)
        }
        while upper % 10_000 == 0 { (upper, lower) = (upper / 10_000, lower / 10_000) }
        while upper % 10 == 0 { (upper, lower) = (upper / 10, lower / 10) }
        return (upper, lower)
    }
}

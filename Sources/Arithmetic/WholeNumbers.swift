/// Work on whole numbers that the standard library has no short form of.
@usableFromInline
enum WholeNumbers {
    /// 10^18: the raw value of a ``Fixed`` that is 1.
    @usableFromInline static let one: UInt64 = 1_000_000_000_000_000_000
    /// 10^38: the magnitude no raw value of a ``Fixed`` reaches.
    @usableFromInline static let limit: UInt128 =
        100_000_000_000_000_000_000_000_000_000_000_000_000

    /// 10^0 to 10^18.
    static let powersOfTen: [19 of UInt64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
        100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ]

    /// Divides by one 64-bit limb; `divisor` is above 0.
    static func divide(
        _ value: UInt128, by divisor: UInt64
    ) -> (quotient: UInt128, remainder: UInt64) {
        var high = UInt64(truncatingIfNeeded: value &>> 64)
        var first: UInt64 = 0
        if high >= divisor { (first, high) = high.quotientAndRemainder(dividingBy: divisor) }
        let low = UInt64(truncatingIfNeeded: value)
        let (second, remainder) = divisor.dividingFullWidth((high, low))
        return (UInt128(first) &<< 64 | UInt128(second), remainder)
    }

    /// Divides a 256-bit magnitude; `nil` when the quotient needs more than 128 bits.
    ///
    /// `divisor` is above 0.
    static func divide(
        _ value: (high: UInt128, low: UInt128), by divisor: UInt128
    ) -> (quotient: UInt128, remainder: UInt128)? {
        guard value.high < divisor else { return nil }
        if value.high == 0 { return value.low.quotientAndRemainder(dividingBy: divisor) }
        guard divisor &>> 64 == 0 else { return divisor.dividingFullWidth(value) }
        let limb = UInt64(truncatingIfNeeded: divisor)
        let (first, rest) = limb.dividingFullWidth(
            (UInt64(truncatingIfNeeded: value.high), UInt64(truncatingIfNeeded: value.low &>> 64)))
        let (second, remainder) = limb.dividingFullWidth(
            (rest, UInt64(truncatingIfNeeded: value.low)))
        return (UInt128(first) &<< 64 | UInt128(second), UInt128(remainder))
    }

    /// The greatest common divisor; that of 0 and a number is the number.
    ///
    /// - Source: J. Stein, Computational problems associated with Racah algebra (1967).
    static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        guard first != 0 else { return second }
        guard second != 0 else { return first }
        let shift = min(first.trailingZeroBitCount, second.trailingZeroBitCount)
        var left = first &>> UInt128(first.trailingZeroBitCount)
        var right = second &>> UInt128(second.trailingZeroBitCount)
        while left != right {
            if left &>> 64 == 0, right &>> 64 == 0 {
                left = UInt128(
                    oddDivisor(
                        UInt64(truncatingIfNeeded: left),
                        UInt64(truncatingIfNeeded: right)))
                break
            }
            if left < right { swap(&left, &right) }
            left &-= right
            left &>>= UInt128(left.trailingZeroBitCount)
        }
        return left &<< UInt128(shift)
    }

    /// The greatest common divisor of two odd numbers.
    private static func oddDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var left = first
        var right = second
        while left != right {
            if left < right { swap(&left, &right) }
            left &-= right
            left &>>= UInt64(left.trailingZeroBitCount)
        }
        return left
    }
}

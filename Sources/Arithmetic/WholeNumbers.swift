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
        return (joined(first, second), remainder)
    }

    /// Divides a 256-bit magnitude; `nil` when the quotient needs more than 128 bits.
    ///
    /// `divisor` is above 0.
    @inline(__always)
    static func divide(
        _ value: (high: UInt128, low: UInt128), by divisor: UInt128
    ) -> (quotient: UInt128, remainder: UInt128)? {
        guard value.high < divisor else { return nil }
        guard divisor &>> 64 == 0 else { return longDivision(value, by: divisor) }
        let limb = UInt64(truncatingIfNeeded: divisor)
        let (quotient, remainder) = shortDivision(value, by: limb)
        return (quotient, UInt128(remainder))
    }

    /// Divides a 256-bit magnitude by one limb, where the quotient fits: `value.high` < `divisor`.
    static func shortDivision(
        _ value: (high: UInt128, low: UInt128), by divisor: UInt64
    ) -> (quotient: UInt128, remainder: UInt64) {
        let (first, rest) = divisor.dividingFullWidth((low(value.high), high(value.low)))
        let (second, remainder) = divisor.dividingFullWidth((rest, low(value.low)))
        return (joined(first, second), remainder)
    }

    /// Divides a 256-bit magnitude by two limbs, where the quotient fits: `value.high` < `divisor`.
    ///
    /// Both are shifted until the divisor's first bit is 1. Then each limb of the quotient is
    /// estimated from the first limb of the divisor and is at most 2 too large.
    ///
    /// - Source: D. Knuth, The Art of Computer Programming, volume 2 (1997), section 4.3.1,
    ///   algorithm D.
    static func longDivision(
        _ value: (high: UInt128, low: UInt128), by divisor: UInt128
    ) -> (quotient: UInt128, remainder: UInt128) {
        let shift = UInt64(truncatingIfNeeded: divisor.leadingZeroBitCount) & 63
        let wide = UInt128(shift)
        let moved = (high(value.low) &>> 1) &>> (63 &- shift)
        let upper = value.high &<< wide | UInt128(moved)
        let lower = value.low &<< wide
        let shifted = divisor &<< wide
        let (first, rest) = quotientLimb(upper, high(lower), shifted)
        let (second, remainder) = quotientLimb(rest, low(lower), shifted)
        return (joined(first, second), remainder &>> wide)
    }

    /// Divides three limbs by two, where `upper` < `divisor` and the divisor's first bit is 1.
    ///
    /// The first correction is needed about every third time, so it is not a branch.
    @inline(__always)
    private static func quotientLimb(
        _ upper: UInt128, _ lower: UInt64, _ divisor: UInt128
    ) -> (quotient: UInt64, remainder: UInt128) {
        let first = high(divisor)
        guard high(upper) < first else { return largestLimb(upper, lower, divisor) }
        let (estimate, left) = first.dividingFullWidth((high(upper), low(upper)))
        let product = estimate.multipliedFullWidth(by: low(divisor))
        let (rest, isBelow) = joined(left, lower)
            .subtractingReportingOverflow(joined(product.high, product.low))
        let step: UInt64 = isBelow ? 1 : 0
        let (mended, isMended) = rest.addingReportingOverflow(divisor & (0 &- UInt128(step)))
        guard isBelow, !isMended else { return (estimate &- step, mended) }
        return (estimate &- 2, mended &+ divisor)
    }

    /// The same where the first limbs are equal: the quotient is 2^64 - 1, or one less.
    private static func largestLimb(
        _ upper: UInt128, _ lower: UInt64, _ divisor: UInt128
    ) -> (quotient: UInt64, remainder: UInt128) {
        let (left, isLong) = low(upper).addingReportingOverflow(high(divisor))
        let product = UInt64.max.multipliedFullWidth(by: low(divisor))
        let (rest, isBelow) = joined(left, lower)
            .subtractingReportingOverflow(joined(product.high, product.low))
        return isBelow && !isLong ? (.max - 1, rest &+ divisor) : (.max, rest)
    }

    private static func joined(_ high: UInt64, _ low: UInt64) -> UInt128 {
        UInt128(high) &<< 64 | UInt128(low)
    }

    private static func high(_ value: UInt128) -> UInt64 {
        UInt64(truncatingIfNeeded: value &>> 64)
    }

    private static func low(_ value: UInt128) -> UInt64 { UInt64(truncatingIfNeeded: value) }

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
                left = UInt128(oddDivisor(low(left), low(right)))
                break
            }
            if left < right { swap(&left, &right) }
            left &-= right
            left &>>= UInt128(left.trailingZeroBitCount)
        }
        return left &<< UInt128(shift)
    }

    /// The greatest common divisor of 256 bits and a number above 0.
    static func commonDivisor(
        _ value: (high: UInt128, low: UInt128), _ other: UInt128
    ) -> UInt128 {
        let (_, rest) = other.dividingFullWidth((value.high % other, value.low))
        return greatestCommonDivisor(rest, other)
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

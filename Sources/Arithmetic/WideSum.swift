/// An exact sum of numbers, and of numbers times whole weights, in 256 bits.
///
/// Adding has no order: whoever joins partial sums gets the same sum. More than 2^62 of the
/// largest products fit, which is more than any memory holds; should a sum still grow beyond
/// its bits, whatever is made of it throws ``ArithmeticError/overflow``.
public struct WideSum: Hashable, Sendable {
    /// The upper half of the sum of raw values, in two's complement.
    @usableFromInline var high: Int128 = 0
    /// The lower half.
    @usableFromInline var low: UInt128 = 0
    /// Whether a bit was ever lost.
    @usableFromInline var isExceeded = false

    /// The sum of nothing: 0.
    @inlinable
    public init() {}

    /// Adds a number.
    @inlinable
    public mutating func add(_ value: Fixed) {
        add(high: value.raw &>> 127, low: UInt128(truncatingIfNeeded: value.raw))
    }

    /// Adds a number times a whole weight, exactly.
    @inlinable
    public mutating func add(_ value: Fixed, times weight: Int64) {
        let product = value.raw.multipliedFullWidth(by: Int128(weight))
        add(high: product.high, low: product.low)
    }

    /// Adds the product of two numbers in units of 10^-36, exactly.
    ///
    /// What is added to a sum of such products counts in the same units; divided by the raw value
    /// of a number it is in those of ``Fixed`` again.
    @inlinable
    public mutating func add(_ value: Fixed, times other: Fixed) {
        let product = value.raw.multipliedFullWidth(by: other.raw)
        add(high: product.high, low: product.low)
    }

    /// Adds what another sum holds.
    @inlinable
    public mutating func add(_ other: WideSum) {
        add(high: other.high, low: other.low)
        isExceeded = isExceeded || other.isExceeded
    }

    /// This sum less another one.
    @inlinable
    public func subtracting(_ other: WideSum) -> WideSum {
        var difference = self
        difference.add(other.negated)
        return difference
    }

    /// The sum with the other sign.
    @inlinable
    public var negated: WideSum {
        var result = self
        result.low = 0 &- low
        result.high = 0 &- high &- (low != 0 ? 1 : 0)
        result.isExceeded = isExceeded || (high == .min && low == 0)
        return result
    }

    /// -1, 0 or 1.
    @inlinable
    public var sign: Int { high < 0 ? -1 : isZero ? 0 : 1 }

    /// Whether the sum is 0.
    @inlinable
    public var isZero: Bool { high == 0 && low == 0 }

    @inlinable
    mutating func add(high addedHigh: Int128, low addedLow: UInt128) {
        let (newLow, carry) = low.addingReportingOverflow(addedLow)
        let (middle, isOver) = high.addingReportingOverflow(addedHigh)
        let (newHigh, isOverAgain) = middle.addingReportingOverflow(carry ? 1 : 0)
        low = newLow
        high = newHigh
        // Two overflows in opposite directions cancel out.
        isExceeded = isExceeded || (isOver != isOverAgain)
    }
}

extension WideSum {
    /// The sum over a whole number, rounded once to eighteen digits.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` when the
    ///   result is 10^20 or more in size.
    public func divided(
        by divisor: Int128, _ mode: Rounding = .halfEven
    ) throws(ArithmeticError) -> Fixed {
        guard divisor != 0 else { throw .divisionByZero }
        guard !isExceeded,
            let (quotient, remainder) = WholeNumbers.divide(magnitude, by: divisor.magnitude)
        else { throw .overflow }
        return try Fixed(
            quotient: quotient, remainder: remainder, divisor: divisor.magnitude,
            isNegative: (high < 0) != (divisor < 0), mode)
    }

    /// The size of the sum of raw values.
    var magnitude: (high: UInt128, low: UInt128) {
        let positive = high < 0 ? negated : self
        return (UInt128(bitPattern: positive.high), positive.low)
    }
}

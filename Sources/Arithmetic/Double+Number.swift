/// What a formula of a double edition counts with: each operation is rounded to the nearest double.
///
/// No infinity and no NaN comes out of an operation; where IEEE 754 has one of them, it throws.
extension Double: Number {
    /// The double nearest to the number; of two as near the even one.
    public init(_ value: Fixed) {
        let fraction = Fraction(value)
        self.init(numerator: fraction.numerator, denominator: fraction.denominator)
    }

    /// The double nearest to `numerator` / `denominator`; of two as near the even one.
    ///
    /// - Parameters:
    ///   - numerator: Any.
    ///   - denominator: Above 0; this is the caller's promise.
    public init(numerator: Int128, denominator: Int128) {
        precondition(denominator > 0, "a fraction's terms are out of range")
        let size = Self.nearest(numerator.magnitude, denominator.magnitude)
        self = numerator < 0 ? -size : size
    }

    /// The double nearest to the exact number `sum` / `count`.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``; ``ArithmeticError/overflow`` only when the
    ///   sum itself went beyond its bits.
    public init(_ sum: WideSum, dividedBy count: Int128) throws(ArithmeticError) {
        guard count != 0 else { throw .divisionByZero }
        guard !sum.isExceeded else { throw .overflow }
        let (high, low) = sum.magnitude
        let (divisor, isOver) = count.magnitude
            .multipliedReportingOverflow(by: UInt128(WholeNumbers.one))
        if high == 0, !isOver {
            let size = Self.nearest(low, divisor)
            self = (sum.sign < 0) != (count < 0) ? -size : size
        } else {
            self = try BigFraction(sum, dividedBy: count).nearestDouble
        }
    }

    /// The sum.
    ///
    /// - Throws: ``ArithmeticError/overflow`` beyond the largest double.
    @inlinable
    public func adding(_ other: Double) throws(ArithmeticError) -> Double {
        try (self + other).finite()
    }

    /// The difference.
    ///
    /// - Throws: ``ArithmeticError/overflow`` beyond the largest double.
    @inlinable
    public func subtracting(_ other: Double) throws(ArithmeticError) -> Double {
        try (self - other).finite()
    }

    /// The product.
    ///
    /// - Throws: ``ArithmeticError/overflow`` beyond the largest double.
    @inlinable
    public func multiplied(by other: Double) throws(ArithmeticError) -> Double {
        try (self * other).finite()
    }

    /// The quotient.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` beyond the
    ///   largest double.
    @inlinable
    public func divided(by other: Double) throws(ArithmeticError) -> Double {
        guard other != 0 else { throw .divisionByZero }
        return try (self / other).finite()
    }

    /// The number with the other sign.
    @inlinable public var negated: Double { -self }

    /// -1, 0 or 1.
    @inlinable public var sign: Int { self < 0 ? -1 : self == 0 ? 0 : 1 }

    /// The number itself, unless it is an infinity or NaN.
    @inlinable
    func finite() throws(ArithmeticError) -> Double {
        guard isFinite else { throw .overflow }
        return self
    }
}

extension Double {
    /// The double nearest to a fraction of two magnitudes; `lower` is above 0.
    ///
    /// Where both are doubles themselves, one division rounds to the nearest. Otherwise the
    /// quotient is taken to at least 62 bits; a rest sets its last bit, which so decides between
    /// two doubles as the exact quotient does.
    static func nearest(_ upper: UInt128, _ lower: UInt128) -> Double {
        guard upper != 0 else { return 0 }
        if let upper = exact(upper), let lower = exact(lower) { return upper / lower }
        let (upperShift, lowerShift) = (upper.leadingZeroBitCount, lower.leadingZeroBitCount)
        let top = upper &<< UInt128(upperShift)
        let (quotient, rest) = WholeNumbers.longDivision(
            (high: top &>> 66, low: top &<< 62), by: lower &<< UInt128(lowerShift))
        let bits = UInt64(truncatingIfNeeded: quotient) | (rest == 0 ? 0 : 1)
        return Double(
            sign: .plus, exponent: lowerShift - upperShift - 62, significand: Double(bits))
    }

    /// The number as a double when it is one of 64 bits.
    private static func exact(_ value: UInt128) -> Double? {
        guard value &>> 64 == 0 else { return nil }
        let limb = UInt64(truncatingIfNeeded: value)
        return limb &>> UInt64(limb.trailingZeroBitCount & 63) < 1 &<< 53 ? Double(limb) : nil
    }
}

extension Fixed {
    /// The product, rounded once to eighteen digits.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it is 10^20 or more in size.
    public func multiplied(
        by other: Fixed, _ rounding: Rounding = .halfEven
    ) throws(ArithmeticError) -> Fixed {
        let product = raw.magnitude.multipliedFullWidth(by: other.raw.magnitude)
        guard product.high < UInt128(WholeNumbers.one) else { throw .overflow }
        let (quotient, remainder) = WholeNumbers.shortDivision(product, by: WholeNumbers.one)
        return try Fixed(
            quotient: quotient, remainder: remainder, divisor: WholeNumbers.one,
            isNegative: (raw < 0) != (other.raw < 0), rounding)
    }

    /// The quotient, rounded once to eighteen digits.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` when the
    ///   quotient is 10^20 or more in size.
    public func divided(
        by other: Fixed, _ rounding: Rounding = .halfEven
    ) throws(ArithmeticError) -> Fixed {
        let divisor = other.raw.magnitude
        guard divisor != 0 else { throw .divisionByZero }
        let scaled = raw.magnitude.multipliedFullWidth(by: UInt128(WholeNumbers.one))
        guard let (quotient, remainder) = WholeNumbers.divide(scaled, by: divisor) else {
            throw .overflow
        }
        return try Fixed(
            quotient: quotient, remainder: remainder, divisor: divisor,
            isNegative: (raw < 0) != (other.raw < 0), rounding)
    }

    /// The raw value `quotient` + `remainder` / `divisor`, rounded to a whole one.
    init<T: FixedWidthInteger & UnsignedInteger>(
        quotient: UInt128, remainder: T, divisor: T, isNegative: Bool, _ rounding: Rounding
    ) throws(ArithmeticError) {
        guard quotient < WholeNumbers.limit else { throw .overflow }
        let step = rounding.increment(
            remainder: remainder, divisor: divisor, quotient: T(truncatingIfNeeded: quotient))
        try self.init(magnitude: quotient &+ UInt128(step), isNegative: isNegative)
    }
}

extension Double {
    /// The number rounded once, from its exact binary value, to so many digits after the point.
    ///
    /// - Parameters:
    ///   - digits: 0…18; below 0 counts as 0, above 18 as 18.
    ///   - mode: What happens between two such numbers; half means an exact tie, which 0.15 as
    ///     a double is not. ``Rounding/nearestCandidate`` compares as R does instead.
    /// - Returns: The nearest such number that `mode` names.
    /// - Throws: ``ArithmeticError/overflow`` when the result is 10^20 or more in size, and for
    ///   infinities and NaN.
    public func rounded(to digits: Int, _ mode: Rounding) throws(ArithmeticError) -> Fixed {
        guard magnitude < 1e20 else { throw .overflow }
        let kept = min(max(digits, 0), Fixed.fractionDigits)
        if mode == .nearestCandidate {
            return try NearestCandidate.round(self, digits: kept).rounded(to: kept, .halfEven)
        }
        let quotient = Self.quotient(magnitude, UInt128(WholeNumbers.powersOfTen[kept]), mode)
        let unit = UInt128(WholeNumbers.powersOfTen[Fixed.fractionDigits - kept])
        return try Fixed(magnitude: quotient &* unit, isNegative: self < 0)
    }

    /// A number below 10^20 times a scale of at most 10^18, as a whole number.
    private static func quotient(_ size: Double, _ scale: UInt128, _ mode: Rounding) -> UInt128 {
        guard size > 0 else { return 0 }
        // Less than 2^-60 of anything a digit could show: below every half, above nothing.
        guard size.exponent >= -120 else {
            return mode.increment(remainder: UInt128(1), divisor: 4, quotient: 0)
        }
        let bits = UInt128(size.significandBitPattern | 1 &<< 52)
        let power = Int(size.exponent) - 52
        guard power < 0 else { return bits &<< UInt128(power) &* scale }
        let shift = UInt128(-power)
        // 53 bits times 60 bits; the shift may be longer than that, and than 128 bits.
        let product = bits &* scale
        guard shift < 120 else {
            return mode.increment(remainder: UInt128(1), divisor: 4, quotient: 0)
        }
        let quotient = product &>> shift
        let divisor = UInt128(1) &<< shift
        return quotient
            &+ mode.increment(
                remainder: product & (divisor &- 1), divisor: divisor, quotient: quotient)
    }
}

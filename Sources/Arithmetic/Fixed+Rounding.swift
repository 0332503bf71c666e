extension Fixed {
    /// The number with only so many digits after the point.
    ///
    /// - Parameters:
    ///   - digits: 0…18; below 0 counts as 0, above 18 changes nothing.
    ///   - mode: What happens between two such numbers; half means an exact tie.
    /// - Returns: The nearest such number that `mode` names.
    /// - Throws: ``ArithmeticError/overflow`` when rounding reaches 10^20.
    public func rounded(to digits: Int, _ mode: Rounding) throws(ArithmeticError) -> Fixed {
        if mode == .nearestCandidate { return try Double(self).rounded(to: digits, mode) }
        return try Fixed(magnitude: roundedMagnitude(to: digits, mode), isNegative: raw < 0)
    }

    /// How many digits after the point are needed to write the number exactly: 0…18.
    public var leastDigits: Int {
        var (_, part) = WholeNumbers.divide(raw.magnitude, by: WholeNumbers.one)
        guard part != 0 else { return 0 }
        var digits = Self.fractionDigits
        while part % 1000 == 0 { (part, digits) = (part / 1000, digits - 3) }
        while part % 10 == 0 { (part, digits) = (part / 10, digits - 1) }
        return digits
    }

    /// The size of ``raw`` after rounding, which may reach 10^38.
    func roundedMagnitude(to digits: Int, _ mode: Rounding) -> UInt128 {
        let dropped = Self.fractionDigits - min(max(digits, 0), Self.fractionDigits)
        guard dropped > 0 else { return raw.magnitude }
        let unit = WholeNumbers.powersOfTen[dropped]
        let (quotient, remainder) = WholeNumbers.divide(raw.magnitude, by: unit)
        let step = mode.increment(
            remainder: remainder, divisor: unit, quotient: UInt64(truncatingIfNeeded: quotient))
        return (quotient &+ UInt128(step)) &* UInt128(unit)
    }
}

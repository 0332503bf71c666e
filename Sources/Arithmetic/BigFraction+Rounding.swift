internal import CGmp

extension BigFraction {
    /// The number rounded once, from its exact value, to so many digits after the point.
    ///
    /// - Parameters:
    ///   - digits: 0…18; below 0 counts as 0, above 18 as 18.
    ///   - mode: What happens between two such numbers; half means an exact tie.
    /// - Returns: The nearest such number that `mode` names.
    /// - Throws: ``ArithmeticError/overflow`` when the result is 10^20 or more in size.
    public func rounded(to digits: Int, _ mode: Rounding) throws(ArithmeticError) -> Fixed {
        if mode == .nearestCandidate { return try nearestDouble.rounded(to: digits, mode) }
        let kept = min(max(digits, 0), Fixed.fractionDigits)
        let unit = UInt128(WholeNumbers.powersOfTen[Fixed.fractionDigits - kept])
        guard let quotient = roundedQuotient(UInt(WholeNumbers.powersOfTen[kept]), mode) else {
            throw .overflow
        }
        let (size, isOver) = quotient.multipliedReportingOverflow(by: unit)
        guard !isOver else { throw .overflow }
        return try Fixed(magnitude: size, isNegative: sign < 0)
    }

    /// The size of the number times `scale` as a whole number; `nil` at 2^127 and above.
    private func roundedQuotient(_ scale: UInt, _ mode: Rounding) -> UInt128? {
        let divisor = unsafe cgmp_denominator(terms.pointer)
        var (scaled, quotient) = unsafe (__mpz_struct(), __mpz_struct())
        var (remainder, twice) = unsafe (__mpz_struct(), __mpz_struct())
        unsafe __gmpz_init(&scaled)
        unsafe __gmpz_init(&quotient)
        unsafe __gmpz_init(&remainder)
        unsafe __gmpz_init(&twice)
        defer {
            unsafe __gmpz_clear(&scaled)
            unsafe __gmpz_clear(&quotient)
            unsafe __gmpz_clear(&remainder)
            unsafe __gmpz_clear(&twice)
        }
        unsafe __gmpz_mul_ui(&scaled, cgmp_numerator(terms.pointer), scale)
        unsafe __gmpz_tdiv_qr(&quotient, &remainder, &scaled, divisor)
        guard unsafe __gmpz_sizeinbase(&quotient, 2) <= 127 else { return nil }
        let low = unsafe UInt128(__gmpz_getlimbn(&quotient, 0))
        let size = unsafe UInt128(__gmpz_getlimbn(&quotient, 1)) &<< 64 | low
        // The remainder only matters as 0, below, at or above one half: 0, 1, 2, 3 of 4 parts.
        let isWhole = unsafe __gmpz_size(&remainder) == 0
        unsafe __gmpz_mul_2exp(&twice, &remainder, 1)
        let half = unsafe __gmpz_cmpabs(&twice, divisor)
        let quarters: UInt128 = isWhole ? 0 : half < 0 ? 1 : half == 0 ? 2 : 3
        return size + mode.increment(remainder: quarters, divisor: 4, quotient: size)
    }
}

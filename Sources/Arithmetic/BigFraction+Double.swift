internal import CGmp

extension BigFraction {
    /// The nearest double; of two as near the even one, and an infinity beyond the largest.
    ///
    /// The quotient is taken to at least 62 bits; a rest sets its last bit. Below 2^-1022 the
    /// number is rounded a second time.
    var nearestDouble: Double {
        let (upper, lower) = unsafe (
            cgmp_numerator(terms.pointer), cgmp_denominator(terms.pointer)
        )
        let lengths = unsafe (__gmpz_sizeinbase(upper, 2), __gmpz_sizeinbase(lower, 2))
        let shift = 63 + Int(lengths.1) - Int(lengths.0)
        var (scaled, divisor) = unsafe (__mpz_struct(), __mpz_struct())
        var (quotient, rest) = unsafe (__mpz_struct(), __mpz_struct())
        unsafe __gmpz_init(&scaled)
        unsafe __gmpz_init(&divisor)
        unsafe __gmpz_init(&quotient)
        unsafe __gmpz_init(&rest)
        defer {
            unsafe __gmpz_clear(&scaled)
            unsafe __gmpz_clear(&divisor)
            unsafe __gmpz_clear(&quotient)
            unsafe __gmpz_clear(&rest)
        }
        unsafe __gmpz_mul_2exp(&scaled, upper, UInt(max(shift, 0)))
        unsafe __gmpz_mul_2exp(&divisor, lower, UInt(max(-shift, 0)))
        unsafe __gmpz_tdiv_qr(&quotient, &rest, &scaled, &divisor)
        let isWhole = unsafe __gmpz_size(&rest) == 0
        let bits = unsafe UInt64(__gmpz_getlimbn(&quotient, 0)) | (isWhole ? 0 : 1)
        let size = Double(sign: .plus, exponent: -shift, significand: Double(bits))
        return sign < 0 ? -size : size
    }
}

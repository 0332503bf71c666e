internal import CGmp

extension BigFraction: CustomStringConvertible {
    /// The plain decimal where it ends within eighteen digits, otherwise as in `2/3`.
    public var description: String {
        let upper = unsafe Self.text(cgmp_numerator(terms.pointer))
        let lower = unsafe Self.text(cgmp_denominator(terms.pointer))
        // A denominator that ends within eighteen digits is at most 10^18.
        guard let divisor = UInt64(lower), WholeNumbers.one % divisor == 0 else {
            return "\(upper)/\(lower)"
        }
        var scaled = unsafe __mpz_struct()
        unsafe __gmpz_init(&scaled)
        defer { unsafe __gmpz_clear(&scaled) }
        unsafe __gmpz_mul_ui(
            &scaled, cgmp_numerator(terms.pointer), UInt(WholeNumbers.one / divisor))
        var digits = unsafe Array(Self.text(&scaled).utf8)
        if sign < 0 { digits.removeFirst() }
        let missing = Fixed.fractionDigits + 1 - digits.count
        digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, missing)), at: 0)
        digits.insert(UInt8(ascii: "."), at: digits.count - Fixed.fractionDigits)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        return (sign < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
    }

    /// A whole number in decimal digits.
    private static func text(_ number: mpz_ptr) -> String {
        // A sign and the closing zero byte need two more places.
        let size = unsafe __gmpz_sizeinbase(number, 10) + 2
        var buffer = [CChar](repeating: 0, count: size)
        unsafe buffer.withUnsafeMutableBufferPointer { bytes in
            _ = unsafe __gmpz_get_str(bytes.baseAddress, 10, number)
        }
        let digits = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: digits, as: UTF8.self)
    }
}

extension Fraction: CustomStringConvertible {
    /// The plain decimal where it ends within eighteen digits, otherwise as in `2/3`.
    public var description: String {
        let lowest = reduced
        let divisor = lowest.denominator.magnitude
        let one = UInt128(WholeNumbers.one)
        guard one % divisor == 0 else { return "\(lowest.numerator)/\(lowest.denominator)" }
        let (whole, rest) = lowest.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        let part = Int128(truncatingIfNeeded: rest &* (one / divisor))
        let digits = Fixed(raw: part).description.dropFirst()
        return (lowest.numerator < 0 ? "-" : "") + String(whole) + digits
    }

    /// Reads `2/3`, `1/12`, `0.4` or `-3` exactly.
    ///
    /// Fails for anything ``Fixed/init(_:_:)`` refuses, for terms that are not whole numbers, and
    /// for a lower term that is 0 or has a sign.
    public init?(parsing text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let upper = Self.decimal(parts[0]) else { return nil }
        guard parts.count == 2 else {
            self.init(upper)
            return
        }
        guard let first = parts[1].first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first,
            let lower = Self.decimal(parts[1]), lower.raw > 0,
            !parts.joined().contains(UInt8(ascii: "."))
        else { return nil }
        let one = Int128(WholeNumbers.one)
        self.init(unchecked: upper.raw / one, lower.raw / one)
    }

    /// The decimal number; why it is none does not matter here, since the caller shows the text.
    private static func decimal(_ text: Substring.UTF8View) -> Fixed? {
        try? Fixed(String(Substring(text)))
    }
}

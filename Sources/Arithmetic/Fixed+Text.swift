extension Fixed: CustomStringConvertible {
    /// Plain digits with a point, no trailing zeros, no exponent, `-` before negative numbers.
    public var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends ``description`` as ASCII, without making a string.
    public func write(to bytes: inout [UInt8]) {
        let (whole, part) = WholeNumbers.divide(raw.magnitude, by: WholeNumbers.one)
        if raw < 0 { bytes.append(UInt8(ascii: "-")) }
        Self.append(whole, to: &bytes)
        guard part != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var digits = Self.fractionDigits
        var rest = part
        while rest % 1000 == 0 { (rest, digits) = (rest / 1000, digits - 3) }
        while rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        Self.append(rest, digits: digits, to: &bytes)
    }

    /// The number with exactly so many digits after the point, for display.
    ///
    /// A number that rounds to 0 has no sign. This never fails: unlike ``rounded(to:_:)`` the
    /// text may show 10^20.
    ///
    /// - Parameters:
    ///   - digits: Below 0 counts as 0; those above 18 are zeros.
    ///   - mode: How the number is rounded to these digits.
    /// - Returns: Plain digits with a point, exactly `digits` of them after it.
    public func text(digits: Int, _ mode: Rounding) -> String {
        let magnitude = roundedMagnitude(to: digits, mode)
        let (whole, part) = WholeNumbers.divide(magnitude, by: WholeNumbers.one)
        var bytes: [UInt8] = []
        if raw < 0, magnitude != 0 { bytes.append(UInt8(ascii: "-")) }
        Self.append(whole, to: &bytes)
        guard digits > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(UInt8(ascii: "."))
        let shown = min(digits, Self.fractionDigits)
        let unit = WholeNumbers.powersOfTen[Self.fractionDigits - shown]
        Self.append(part / unit, digits: shown, to: &bytes)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - shown))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a whole number without leading zeros.
    private static func append(_ whole: UInt128, to bytes: inout [UInt8]) {
        let (above, below) = WholeNumbers.divide(whole, by: WholeNumbers.one)
        var digits = 1
        if above != 0 {
            append(above, to: &bytes)
            digits = fractionDigits
        } else {
            while digits < fractionDigits, below >= WholeNumbers.powersOfTen[digits] {
                digits += 1
            }
        }
        append(below, digits: digits, to: &bytes)
    }

    /// Appends exactly so many digits, with zeros before the number.
    private static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
        var rest = number
        var index = start + digits
        while rest != 0, index > start {
            index -= 1
            bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}

extension Locale {
    /// A decimal in plain digits, as in `-1234567.50`, as the language writes it.
    ///
    /// English groups by commas; French, Russian and Kazakh by narrow spaces that do not break,
    /// and write a decimal comma. A minus sign is U+2212. A text that is no number stays as it is.
    public func decimal(_ plain: String) -> String {
        var digits = plain.utf8[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let whole = digits.prefix { $0 != UInt8(ascii: ".") }
        let rest = digits[whole.endIndex...]
        guard Self.areDigits(whole), rest.isEmpty || Self.areDigits(rest.dropFirst()) else {
            return plain
        }
        // Most numbers are short, and reports write millions of them.
        if !isNegative, whole.count <= 3, rest.isEmpty || self == .english { return plain }
        var text = isNegative ? "\u{2212}" : ""
        var left = whole.count
        for digit in whole {
            text.unicodeScalars.append(Unicode.Scalar(digit))
            left -= 1
            if left > 0, left % 3 == 0 { text += groupMark }
        }
        if !rest.isEmpty {
            text += decimalMark
            text += Substring(rest.dropFirst())
        }
        return text
    }

    private static func areDigits(_ text: Substring.UTF8View) -> Bool {
        !text.isEmpty && text.allSatisfy { (48...57).contains($0) }
    }

    /// A whole number as the language writes it.
    public func count(_ number: Int) -> String { decimal(String(number)) }

    /// A percentage in plain digits, 0…100, with its sign, as in `12.5%` and `12,5 %`.
    ///
    /// French and Russian have a space that does not break before the sign. A text that is no
    /// number stays as it is, without a sign.
    ///
    /// - Source: Unicode CLDR, percent patterns of the four languages.
    public func percent(_ plain: String) -> String {
        let shown = decimal(plain)
        guard let last = plain.utf8.last, (48...57).contains(last) else { return shown }
        return shown + (self == .french || self == .russian ? "\u{A0}%" : "%")
    }

    private var groupMark: String { self == .english ? "," : "\u{202F}" }
    private var decimalMark: String { self == .english ? "." : "," }
}

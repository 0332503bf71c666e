extension Locale {
    /// A decimal in plain digits, as in `-1234567.50`, as the language writes it.
    ///
    /// English groups by commas; French, Russian and Kazakh by narrow spaces that do not break,
    /// and write a decimal comma. A minus sign is U+2212. A text that is no number stays as it is.
    public func decimal(_ plain: String) -> String {
        var digits = Substring(plain)
        let isNegative = digits.first == "-"
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return plain }
        var text = isNegative ? "\u{2212}" : ""
        let whole = parts[0]
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        if parts.count == 2 { text += decimalMark + parts[1] }
        return text
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

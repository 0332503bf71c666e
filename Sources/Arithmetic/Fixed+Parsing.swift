extension Fixed {
    /// Reads a number exactly; nothing is trimmed, repaired or rounded.
    ///
    /// A sign, `-` or `+`, may come first. `.5` is a number and `5.` is not: a mark with
    /// nothing after it looks like a number cut short.
    ///
    /// - Parameters:
    ///   - bytes: The whole text in UTF-8.
    ///   - notation: The marks that may stand in it.
    /// - Throws: The ``NumberProblem`` that was found; too large comes before too many digits.
    public init(parsing bytes: Span<UInt8>, _ notation: Notation = .plain) throws(NumberProblem) {
        if let short = Self.short(bytes, notation.decimalMark) {
            self = short
            return
        }
        var reading = NumberReading(notation)
        self = try reading.number(bytes)
    }

    /// Reads a number as ``init(parsing:_:)`` does.
    ///
    /// - Throws: The ``NumberProblem`` that was found.
    public init(_ text: String, _ notation: Notation = .plain) throws(NumberProblem) {
        try self.init(parsing: text.utf8.span, notation)
    }

    /// The number, when it is at most eighteen digits with perhaps a sign and a decimal mark.
    ///
    /// Nearly all evidence is like this, and here it costs one multiplication. `nil` says
    /// nothing about the text: the complete reading decides.
    private static func short(_ bytes: Span<UInt8>, _ decimalMark: UInt8) -> Fixed? {
        guard (1...19).contains(bytes.count) else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var coefficient: UInt64 = 0
        var mark = bytes.count
        for index in start..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                coefficient = coefficient &* 10 &+ UInt64(digit)
            } else if bytes[index] == decimalMark, mark == bytes.count {
                mark = index
            } else {
                return nil
            }
        }
        let fraction = bytes.count - mark - 1
        let digits = bytes.count - start - (fraction >= 0 ? 1 : 0)
        guard (1...18).contains(digits), fraction != 0 else { return nil }
        let unit = WholeNumbers.powersOfTen[fractionDigits - max(fraction, 0)]
        let size = Int128(truncatingIfNeeded: UInt128(coefficient) &* UInt128(unit))
        return Fixed(raw: isNegative ? 0 &- size : size)
    }
}

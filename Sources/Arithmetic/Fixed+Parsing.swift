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
        // Nearly all evidence is short, and here it costs one multiplication.
        if let short = ShortDecimal(parsing: bytes, decimalMark: notation.decimalMark) {
            self.init(short)
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
}

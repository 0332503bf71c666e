internal import Arithmetic

extension FormulaText {
    /// The formula in the one way that all its spellings share.
    ///
    /// Spaces and line ends do not matter, nor the case of function names and words such as `AND`,
    /// nor how a number is written: `0.50` is `0.5`. Two formulas with the same meaning text
    /// compute the same; the reverse does not hold, as in `a + b` and `b + a`.
    ///
    /// - Parameter text: A formula as it stands in a file.
    /// - Returns: Its tokens with one space between them; `nil` when it cannot be cut into tokens.
    public static func meaning(of text: String) -> String? {
        // What is no formula is compared as it is written.
        guard let tokens = try? Lexer.tokens(of: text) else { return nil }
        var pieces: [String] = []
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            pieces.append(piece(token, isCalled: next.isSymbol(.open)))
        }
        return pieces.joined(separator: " ")
    }

    private static let words: Set<String> = [
        "AND", "OR", "NOT", "BETWEEN", "IS", "WHERE", "OVER", "TRUE", "FALSE", "KNOWN", "UNKNOWN",
        "WITHHELD", "NOT-APPLICABLE",
    ]

    private static func piece(_ token: Token, isCalled: Bool) -> String {
        switch token.kind {
        case .number(let digits): Fraction(parsing: digits)?.reduced.description ?? digits
        case .text(let text): "\"\(text)\""
        case .name(let name):
            isCalled || words.contains(name.uppercased()) ? name.uppercased() : name
        case .symbol(let symbol): symbol.rawValue
        case .end: ""
        }
    }
}

/// The smallest meaningful piece of a formula.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Digits with at most one point, as written.
        case number(String)
        /// What stands between double quotes.
        case text(String)
        /// An id, a path of ids joined by points, a function name or a word such as `AND`.
        case name(String)
        case symbol(Symbol)
        case end
    }

    enum Symbol: String, CaseIterable, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case percent = "%"
        case equal = "="
        case unequal = "<>"
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
        case open = "("
        case close = ")"
        case comma = ","
    }

    let kind: Kind
    /// Offsets in UTF-8 bytes.
    let range: Range<Int>

    /// The upper-case word of a name, for comparing with keywords.
    var word: String? {
        guard case .name(let name) = kind else { return nil }
        return name.uppercased()
    }

    func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// A problem in a formula: where, what, and what to do.
struct FormulaProblem: Error, Hashable, Sendable {
    let code: String
    let offset: Int
    let what: String
    let help: String
}

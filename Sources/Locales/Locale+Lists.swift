extension Locale {
    /// Things that all hold, as in `a, b and c`; nothing for none.
    public func list(_ items: [Phrase]) -> Phrase { joined(items, last: conjunctions.and) }

    /// Things that all hold, as in `a, b and c`; nothing for none.
    public func list(_ items: [String]) -> String { list(items.map { Phrase($0) }).plain }

    /// Things of which one holds, as in `a, b or c`; nothing for none.
    public func alternatives(_ items: [Phrase]) -> Phrase { joined(items, last: conjunctions.or) }

    /// Things of which one holds, as in `a, b or c`; nothing for none.
    public func alternatives(_ items: [String]) -> String {
        alternatives(items.map { Phrase($0) }).plain
    }

    /// No comma stands before the conjunction in any of the four.
    private func joined(_ items: [Phrase], last word: String) -> Phrase {
        var list = items.dropLast().joined(separator: ", ")
        guard let last = items.last else { return list }
        if items.count > 1 { list.append(" \(word) ") }
        list.append(last)
        return list
    }

    private var conjunctions: (and: String, or: String) {
        switch self {
        case .english: ("and", "or")
        case .french: ("et", "ou")
        case .russian: ("и", "или")
        case .kazakh: ("және", "немесе")
        }
    }
}

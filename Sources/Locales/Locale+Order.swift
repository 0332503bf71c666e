extension Locale {
    /// Where a text stands in an alphabetical list of the language.
    ///
    /// Keys are made once for each text and compared many times. Making one takes time in
    /// proportion to the text's length.
    public func sortKey(_ text: String) -> SortKey { SortKey(text, alphabet) }

    /// Whether a text stands before another in an alphabetical list; two texts of different bytes
    /// always have an order.
    public func isBefore(_ first: String, _ second: String) -> Bool {
        sortKey(first) < sortKey(second)
    }

    /// Items in the alphabetical order of their names; those with the same name stay as they were.
    public func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
        let keys = items.map { sortKey(name($0)) }
        let order = items.indices.sorted { first, second in
            keys[first] == keys[second] ? first < second : keys[first] < keys[second]
        }
        return order.map { items[$0] }
    }

    private var alphabet: Alphabet {
        switch self {
        case .english, .french: .latinFirst
        case .russian: .cyrillicFirst
        case .kazakh: .kazakh
        }
    }
}

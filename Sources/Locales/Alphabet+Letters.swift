extension Alphabet {
    /// As in English, with letters of others where dictionaries have them.
    static let latin = "abcdeəfghiıjklmnŋopqĸrstŧuvwxyzþ"

    static let greek = "αβγδεζηθικλμνξοπρστυφχψω"

    /// As in Russian, with letters of others where Unicode's root collation has them.
    ///
    /// - Source: Unicode CLDR 42, root collation.
    static let cyrillic =
        "аәӕбвгғҕдђҙеєжҗзѕӡиійјкқҡҟҝлљмнңҥњоөпҧрсҫтҭћуүұфхҳһцҵчҷҹҽҿџшщъыьэюяҩӏ"

    /// The forty-two letters of Kazakh in their order, with letters of others between them.
    ///
    /// `ё` is a letter after `е`, `ұ` comes before `ү`, and `і` after `ы`.
    ///
    /// - Source: The Kazakh Cyrillic alphabet; Unicode CLDR 42, collation of Kazakh.
    static let kazakhCyrillic =
        "аәӕбвгғҕдђҙеёєжҗзѕӡийјкқҡҟҝлљмнңҥњоөпҧрсҫтҭћуұүфхҳһцҵчҷҹҽҿџшщъыіьэюяҩӏ"

    /// Signs in the order of Unicode's root collation, with `№` beside `#`.
    static let signs =
        "_-‐‑‒–—―,;:!¡?¿.…·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#№%‰†‡•`´^¨°©®+±÷×<=>|~−¤¢$£¥€₸₽"

    /// Letters that are sorted as others with a mark.
    static let expansions: [(letter: Unicode.Scalar, parts: [Unicode.Scalar])] = [
        ("đ", ["d", Composition.stroke]), ("ð", ["d", "\u{327}"]),
        ("ħ", ["h", Composition.stroke]),
        ("ł", ["l", Composition.stroke]), ("ø", ["o", Composition.stroke]),
        ("ґ", ["г", Composition.stroke]), ("æ", ["a", "e", "\u{304}"]),
        ("œ", ["o", "e", "\u{304}"]), ("ß", ["s", "s", "\u{304}"]), ("ĳ", ["i", "j", "\u{304}"]),
        ("ſ", ["s", "\u{304}"]), ("ς", ["σ", "\u{304}"]),
    ]
}

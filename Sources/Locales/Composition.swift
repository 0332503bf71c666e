/// A letter and a mark that follows it, which together may be one letter, as `и` and a breve `й`.
struct Composition: Hashable {
    let letter: UInt32
    let mark: UInt32

    init(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) {
        self.init(letter.value, mark.value)
    }

    init(_ letter: UInt32, _ mark: UInt32) {
        self.letter = letter
        self.mark = mark
    }

    /// The letters that have a code of their own, by what they are made of.
    static let wholes: [Composition: UInt32] = {
        let found = expansions.map { (Composition($0.parts[0], $0.parts[1]), $0.letter.value) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }()

    /// Letters with the letter and the mark that they are made of.
    ///
    /// The standard library knows which text is the same as a letter and a mark (canonical
    /// equivalence); it is asked for the letters of Latin, Greek and Cyrillic alphabets. Letters
    /// with one mark come before those with two.
    static let expansions: [(letter: Unicode.Scalar, parts: [Unicode.Scalar])] = {
        var wholes: [String: Unicode.Scalar] = [:]
        for letter in letters { wholes[String(letter)] = letter }
        return (small + small.uppercased() + marked + marked.uppercased()).unicodeScalars
            .flatMap { letter in
                marks.compactMap { mark in
                    wholes[String(letter) + String(mark)].map { ($0, [letter, mark]) }
                }
            }
    }()

    /// The codes of Latin, Greek and Cyrillic letters, and others between them.
    static let letters: [Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [
            0x41...0x5A, 0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF,
        ]
        return ranges.joined().compactMap { Unicode.Scalar($0) }
    }()

    /// Marks in the order in which they decide between words that are otherwise the same.
    ///
    /// - Source: Unicode CLDR 42, root collation, level 2; the marks it does not tell apart follow.
    static let marks: [Unicode.Scalar] = [
        "\u{301}", "\u{300}", "\u{306}", "\u{302}", "\u{30C}", "\u{30A}", "\u{308}", "\u{30B}",
        "\u{303}", "\u{307}", stroke, "\u{327}", "\u{328}", "\u{304}", "\u{309}", "\u{30F}",
        "\u{311}", "\u{31B}", "\u{323}", "\u{324}", "\u{325}", "\u{326}", "\u{32D}", "\u{32E}",
        "\u{330}", "\u{331}",
    ]

    /// The stroke through a letter, as in `đ`.
    static let stroke: Unicode.Scalar = "\u{338}"

    /// Letters that take a mark.
    private static let small =
        "abcdefghijklmnopqrstuvwxyzαειηουωабвгдежзийклмнопрстуфхцчшщъыьэюяәөіѵ"
    /// Letters with a mark that take a second one.
    private static let marked = "ạẹọơưăâêôäöüõçśšṣǫøæ"
}

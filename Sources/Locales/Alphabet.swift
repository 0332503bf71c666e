/// The order of letters and signs in a language.
///
/// Letters of the languages that are written in Latin or Cyrillic letters today, and Greek ones,
/// have their place; other letters follow by their code. A language's own script comes first.
struct Alphabet: Sendable {
    /// English and French.
    static let latinFirst = Alphabet(latin + greek + cyrillic)
    /// Russian, where `ё` is `е` with an accent, and `й` a letter of its own.
    static let cyrillicFirst = Alphabet(cyrillic + latin + greek)
    /// Kazakh.
    static let kazakh = Alphabet(kazakhCyrillic + latin + greek)

    /// The characters that have a place, by their code.
    private let elements: [UInt32: [SortElement]]

    private init(_ letters: String) {
        var table: [UInt32: [SortElement]] = [:]
        for (index, sign) in Self.signs.unicodeScalars.enumerated() {
            table[sign.value] = [SortElement(letter: SortElement.Place.signs + UInt16(index))]
        }
        for (index, mark) in Composition.marks.enumerated() {
            table[mark.value] = [SortElement(accent: 2 + UInt16(index))]
        }
        for (index, letter) in letters.unicodeScalars.enumerated() {
            table[letter.value] = [SortElement(letter: SortElement.Place.letters + UInt16(index))]
        }
        // What is made of others, unless it has a place of its own by now.
        for (letter, parts) in Self.expansions + Composition.expansions {
            let known = parts.compactMap { table[$0.value] }
            guard table[letter.value] == nil, known.count == parts.count else { continue }
            table[letter.value] = Array(known.joined())
        }
        for capital in Composition.letters {
            let parts = capital.properties.lowercaseMapping.unicodeScalars
            let known = parts.compactMap { table[$0.value] }
            guard table[capital.value] == nil, known.count == parts.count else { continue }
            table[capital.value] = known.joined().map(\.asCapital)
        }
        elements = table
    }

    /// What a character brings to a sort key; nothing for one that shows nothing.
    func elements(of code: UInt32) -> [SortElement] {
        if let known = elements[code] { return known }
        guard let scalar = Unicode.Scalar(code) else { return [] }
        if scalar.properties.isWhitespace {
            return [SortElement(letter: SortElement.Place.space)]
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate:
            return []
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol:
            return Self.elements(of: code, from: SortElement.Place.otherSigns)
        default:
            if (0x300...0x36F).contains(code) { return [SortElement(accent: UInt16(code))] }
            return Self.elements(of: code, from: SortElement.Place.otherLetters)
        }
    }

    /// Two elements hold a code of 21 bits.
    private static func elements(of code: UInt32, from place: UInt16) -> [SortElement] {
        [
            SortElement(letter: place + UInt16(code >> 12)),
            SortElement(letter: 1 + UInt16(code & 0xFFF)),
        ]
    }
}

/// What one letter, or an accent above one, brings to a sort key.
struct SortElement: Hashable, Sendable {
    /// Its place among the letters; 0 for an accent.
    let letter: UInt16
    /// ``plain``, or the place of an accent among the accents.
    let accent: UInt16
    /// ``plain`` for a small letter.
    let capital: UInt16

    /// What has no accent and is not a capital.
    static let plain: UInt16 = 1

    init(letter: UInt16, capital: UInt16 = plain) {
        self.letter = letter
        accent = Self.plain
        self.capital = capital
    }

    init(accent: UInt16) {
        letter = 0
        self.accent = accent
        capital = Self.plain
    }

    /// The same as a capital.
    var asCapital: SortElement { letter > 0 ? SortElement(letter: letter, capital: 2) : self }

    /// A digit within a number; `nil` for anything but ASCII digits.
    init?(digit: Unicode.Scalar) {
        guard (48...57).contains(digit.value) else { return nil }
        self.init(letter: UInt16(digit.value - 47))
    }

    /// The digit 0.
    static let zero = SortElement(letter: 1)

    /// The beginning of a number of so many digits: a longer one is greater, up to 4,095 digits.
    init(numberOf digits: Int) {
        self.init(letter: Place.number + UInt16(min(digits, 0xFFF)))
    }

    /// Where the kinds of characters begin.
    enum Place {
        static let space: UInt16 = 2
        static let signs: UInt16 = 3
        static let otherSigns: UInt16 = 0x1000
        static let number: UInt16 = 0x2000
        static let letters: UInt16 = 0x3000
        static let otherLetters: UInt16 = 0x4000
    }
}

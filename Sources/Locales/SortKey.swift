/// Where a text stands in an alphabetical list; keys of one language are compared with each other.
///
/// Spaces come before punctuation, then other signs, then numbers by their size (*No 2* before
/// *No 10*), then letters in the order of the language. Texts that are equal so far are ordered by
/// their accents, then small letters before capitals, then by their bytes, so that two different
/// texts are never equal. Marks that show nothing, such as those of writing direction, count only
/// among the bytes.
///
/// - Source: The levels are those of Unicode Technical Standard 10, section 4.
public struct SortKey: Hashable, Comparable, Sendable {
    /// Letters, accents, capitals and bytes, one level after the other with a zero between.
    private let units: [UInt16]

    init(_ text: String, _ alphabet: Alphabet) {
        var writer = SortKeyWriter(alphabet)
        for scalar in text.unicodeScalars { writer.append(scalar) }
        units = writer.finished() + text.utf8.map { UInt16($0) }
    }

    /// Earlier in the list is less.
    public static func < (first: SortKey, second: SortKey) -> Bool {
        first.units.lexicographicallyPrecedes(second.units)
    }
}

/// Collects the levels of a key, one Unicode scalar after the other.
private struct SortKeyWriter {
    private let alphabet: Alphabet
    private var letters: [UInt16] = []
    private var accents: [UInt16] = []
    private var capitals: [UInt16] = []
    /// The digits of a number that may go on, without zeros at its front.
    private var number: [SortElement] = []
    /// The last letter, and how much of each level came before it.
    private var last: (letter: UInt32, letters: Int, accents: Int, capitals: Int)?

    init(_ alphabet: Alphabet) { self.alphabet = alphabet }

    mutating func append(_ scalar: Unicode.Scalar) {
        if let digit = SortElement(digit: scalar) {
            if number.first == .zero { number.removeFirst() }
            number.append(digit)
            return
        }
        endNumber()
        var letter = scalar.value
        if (0x300...0x36F).contains(letter), let last,
            let whole = Composition.wholes[Composition(last.letter, letter)]
        {
            letter = whole
            letters.removeLast(letters.count - last.letters)
            accents.removeLast(accents.count - last.accents)
            capitals.removeLast(capitals.count - last.capitals)
        }
        last = (letter, letters.count, accents.count, capitals.count)
        for element in alphabet.elements(of: letter) { append(element) }
    }

    /// The levels; those of accents and capitals without what every small letter has.
    mutating func finished() -> [UInt16] {
        endNumber()
        while accents.last == SortElement.plain { accents.removeLast() }
        while capitals.last == SortElement.plain { capitals.removeLast() }
        return letters + [0] + accents + [0] + capitals + [0]
    }

    private mutating func append(_ element: SortElement) {
        accents.append(element.accent)
        guard element.letter > 0 else { return }
        letters.append(element.letter)
        capitals.append(element.capital)
    }

    private mutating func endNumber() {
        guard !number.isEmpty else { return }
        append(SortElement(numberOf: number.count))
        for digit in number { append(digit) }
        number = []
        last = nil
    }
}

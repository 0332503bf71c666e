internal import Arithmetic

/// Words that stand for the three blanks in a table; an empty cell is always *no data*.
struct Markers: Sendable {
    private var words: [(text: [UInt8], presence: Presence)] = []

    /// No words: only the empty cell is a blank.
    static let none = Markers()

    /// The words in which test cases say the three blanks.
    static let inTestCases: Markers = {
        var markers = Markers()
        markers.add("unknown", .unknown)
        markers.add("not-applicable", .notApplicable)
        markers.add("withheld", .withheld)
        return markers
    }()

    mutating func add(_ word: String, _ presence: Presence) {
        words.append((Array(word.utf8), presence))
    }

    /// Whether one of them looks like a number, as -999 does.
    var includeNumbers: Bool {
        words.contains { ShortDecimal(parsing: $0.text.span) != nil }
    }

    /// Which blank the cell is; ``Presence/known`` when it is none.
    func presence(of cell: Span<UInt8>) -> Presence {
        if cell.isEmpty { return .unknown }
        for (text, presence) in words where cell.equals(text) { return presence }
        return .known
    }
}

extension Span<UInt8> {
    /// Whether these are the same bytes.
    func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}

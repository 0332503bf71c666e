internal import Domain

/// What stands in one column of a file.
struct ColumnProfile {
    /// At most so many different values are held.
    static let mostValues = 5_000
    /// So many words beside numbers may be markers.
    private static let mostWords = 12

    let position: Int
    let name: String
    /// How often each value stands there; blank cells are left out.
    private(set) var values: [String: Int] = [:]
    private(set) var blanks = 0
    private(set) var filled = 0
    /// Whether there are more different values than are held.
    private(set) var isCut = false

    /// Whether the values are numbers, but for some words.
    private(set) var hasNumbers = false

    init(_ position: Int, _ name: String) {
        self.position = position
        self.name = name
    }

    mutating func take(_ text: String) {
        guard !text.isEmpty else { return blanks += 1 }
        filled += 1
        if let count = values[text] {
            values[text] = count + 1
        } else if values.count < Self.mostValues {
            values[text] = 1
        } else {
            isCut = true
        }
    }

    /// How many cells are told by the values that are held.
    var told: Int { values.values.reduce(0, +) }

    /// Looks, once all cells were taken in, whether at least half of the values are numbers in
    /// some way.
    mutating func finish() {
        let numbers = values.filter { NumberGuess.isNumber($0.key) }
        let count = numbers.values.reduce(0, +)
        hasNumbers =
            count > 0 && count * 2 >= told && values.count - numbers.count <= Self.mostWords
    }

    /// The values that are no numbers when written so.
    func words(besides way: NumberGuess.Way) -> [String] {
        values.keys.filter { NumberGuess.number($0, way) == nil }.sorted()
    }

    /// The most common values, those alike in the order of their letters.
    var examples: [String] {
        values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    }
}

internal import Arithmetic

/// How the numbers of a file seem to be written.
struct NumberGuess {
    /// A way to write numbers that `datapackage.json` can declare.
    struct Way: Hashable {
        let decimal: Character
        let group: Character?
        let notation: Notation
        let exponential: Notation

        init(_ decimal: Character, _ group: Character?) {
            self.decimal = decimal
            self.group = group
            let marks: [String] =
                switch group {
                case nil: []
                case " "?: NumberHint.spaces
                case "'"?: ["'", "\u{2019}"]
                case let mark?: [String(mark)]
                }
            let byte = decimal.asciiValue ?? UInt8(ascii: ".")
            notation = Notation(decimalMark: byte, groupMarks: marks)
            exponential = Notation(decimalMark: byte, groupMarks: marks, allowsExponent: true)
        }
    }

    /// The simplest first: of two that fit alike it is taken.
    static let ways = [
        Way(".", nil), Way(",", nil), Way(".", ","), Way(".", " "), Way(",", " "), Way(",", "."),
        Way(".", "'"), Way(",", "'"),
    ]

    let way: Way
    /// Whether some are written as `1.5e-3`.
    let hasExponents: Bool
    /// Whether some have a mark before decimals or between thousands, or an exponent.
    let tellsMarks: Bool
    /// What the other reading of numbers would be, and how many values tell which is right.
    let doubt: String?

    /// Whether a text is a number in any of the ways.
    static func isNumber(_ text: String) -> Bool {
        canBegin(text) && ways.contains { number(text, $0) != nil }
    }

    private static func canBegin(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 60 else { return false }
        return first &- UInt8(ascii: "0") < 10 || "+-.,".utf8.contains(first)
    }

    /// The number that a text is when written so.
    static func number(_ text: String, _ way: Way) -> Fixed? {
        // What is no number is told by there being none.
        guard canBegin(text) else { return nil }
        return try? Fixed(text, way.exponential)
    }

    /// The way in which most values are numbers.
    ///
    /// - Parameter columns: For each column that has numbers, its values and how often each stands
    ///   there.
    init(_ columns: [[String: Int]]) {
        let numbers = columns.flatMap { values in
            values.map { text, count in
                (text: text, count: count, as: Self.ways.map { Self.number(text, $0) })
            }
        }
        let totals = Self.ways.indices.map { way in
            numbers.reduce(0) { $0 + ($1.as[way] == nil ? 0 : $1.count) }
        }
        let most = totals.max() ?? 0
        var chosen = totals.firstIndex(of: most) ?? 0
        // Three digits after every comma are rather thousands, where nothing says otherwise.
        if chosen == 1, totals[2] == most { chosen = 2 }
        let chosenWay = Self.ways[chosen]
        way = chosenWay
        hasExponents = numbers.contains { number in
            number.as[chosen] != nil && (try? Fixed(number.text, chosenWay.notation)) == nil
        }
        tellsMarks = numbers.contains { number in
            let isPlain = number.text.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) }
            return number.as[chosen] != nil && !isPlain
        }
        doubt =
            Self.ways.indices.lazy.filter { $0 != chosen && totals[$0] > 0 }.compactMap {
                (other) -> String? in
                let unclear = numbers.filter {
                    $0.as[other] != nil && $0.as[chosen] != nil && $0.as[other] != $0.as[chosen]
                }
                let tell = numbers.filter { $0.as[other] == nil && $0.as[chosen] != nil }
                let against = numbers.filter { $0.as[other] != nil && $0.as[chosen] == nil }
                let count = tell.reduce(0) { $0 + $1.count } - against.reduce(0) { $0 + $1.count }
                guard let one = unclear.min(by: { $0.text < $1.text }), count <= 0,
                    let first = one.as[chosen], let second = one.as[other]
                else { return nil }
                let all = numbers.reduce(0) { $0 + $1.count }
                return "\(seen(one.text)) may be \(first) or \(second): "
                    + "\(max(count, 0)) of \(all) values tell which; it is taken for \(first)"
            }.first
    }
}

/// A set of positions in a plan, in ascending order.
///
/// Each is one bit: in a chain of ten thousand nodes the first rests on all others, the second
/// on all but one, and so on.
struct Positions: Sendable {
    private var words: [UInt64] = []

    /// An empty set.
    init() {}

    /// The set of some positions, in any order.
    init(_ positions: some Sequence<Int>) {
        for position in positions { insert(position) }
    }

    /// Whether the position is in it.
    func contains(_ position: Int) -> Bool {
        let word = position / 64
        return words.indices.contains(word) && words[word] >> UInt64(position % 64) & 1 == 1
    }

    /// How many there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Adds a position, which is not below 0.
    mutating func insert(_ position: Int) {
        hold(position / 64 + 1)
        words[position / 64] |= 1 << UInt64(position % 64)
    }

    /// Adds all of another set.
    mutating func formUnion(_ other: Positions) {
        hold(other.words.count)
        for (index, word) in other.words.enumerated() { words[index] |= word }
    }

    /// Whether no position is in both.
    func isDisjoint(with other: Positions) -> Bool {
        zip(words, other.words).allSatisfy { $0 & $1 == 0 }
    }

    private mutating func hold(_ count: Int) {
        while words.count < count { words.append(0) }
    }
}

extension Positions: Sequence {
    /// Goes through the bits of one word after the other.
    struct Iterator: IteratorProtocol {
        fileprivate let words: [UInt64]
        fileprivate var index = 0
        fileprivate var rest: UInt64

        mutating func next() -> Int? {
            while rest == 0 {
                index += 1
                guard index < words.count else { return nil }
                rest = words[index]
            }
            defer { rest &= rest - 1 }
            return index * 64 + rest.trailingZeroBitCount
        }
    }

    func makeIterator() -> Iterator { Iterator(words: words, rest: words.first ?? 0) }
}

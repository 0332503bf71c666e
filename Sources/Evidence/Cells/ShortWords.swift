internal import Domain

/// The words of a code that have at most eight bytes, each as one number.
struct ShortWords: Sendable {
    private let heads: [UInt64]
    private let positions: [Int32]

    /// The short words among the first few of a code; none for another type.
    init(_ type: ValueType) {
        var (heads, positions): ([UInt64], [Int32]) = ([], [])
        if case .code(let words) = type {
            for (position, word) in words.prefix(16).enumerated()
            where word.utf8.count <= 8 && !word.utf8.contains(0) {
                heads.append(word.utf8.span.word(in: 0..<word.utf8.count))
                positions.append(Int32(position))
            }
        }
        (self.heads, self.positions) = (heads, positions)
    }

    /// The position of the word that stands there; `nil` where it has to be looked for in
    /// another way.
    func position(of cell: CSVCell, in bytes: Span<UInt8>) -> Int32? {
        guard !heads.isEmpty, (1...8).contains(cell.end - cell.start), !cell.hasDoubledQuotes
        else { return nil }
        let head = bytes.word(in: cell.start..<cell.end)
        for (index, other) in heads.enumerated() where other == head { return positions[index] }
        return nil
    }
}

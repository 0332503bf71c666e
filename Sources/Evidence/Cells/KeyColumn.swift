/// Texts by record, ordered and told apart by the bytes of their UTF-8, without a text for each.
///
/// The first eight bytes stand in one word, most significant first, which is nearly always all
/// of a key; what is longer goes on in bytes that all of them share. A NUL at the end of a text
/// of up to eight bytes is lost: no table has one.
struct KeyColumn: Sendable {
    private var heads: [UInt64] = []
    private var rest: [UInt8] = []
    /// Where the rest of each ends; empty while each fits its head.
    private var ends: [Int] = []

    var count: Int { heads.count }

    mutating func append(_ text: Span<UInt8>) { append(0..<text.count, of: text) }

    /// Adds a part of some bytes.
    mutating func append(_ range: Range<Int>, of bytes: Span<UInt8>) {
        heads.append(bytes.word(in: range))
        guard range.count > 8 || !ends.isEmpty else { return }
        if ends.isEmpty { ends = Array(repeating: 0, count: heads.count - 1) }
        for index in range.dropFirst(8) { rest.append(bytes[index]) }
        ends.append(rest.count)
    }

    /// A word that orders texts as their first eight bytes do.
    func head(at row: Int) -> UInt64 { heads[row] }

    /// How many bytes a text has.
    func length(at row: Int) -> Int {
        let rest = rest(at: row)
        return rest.isEmpty ? 8 - heads[row].trailingZeroBitCount / 8 : 8 + rest.count
    }

    /// Hands over the bytes of a text one by one.
    func forEachByte(at row: Int, _ body: (UInt8) -> Void) {
        let (head, length) = (heads[row], length(at: row))
        for place in 0..<min(length, 8) {
            body(UInt8(truncatingIfNeeded: head &>> UInt64(56 - 8 * place)))
        }
        for index in rest(at: row) { body(self.rest[index]) }
    }

    /// The text itself.
    func text(at row: Int) -> String {
        var bytes: [UInt8] = []
        forEachByte(at: row) { bytes.append($0) }
        return String(reading: bytes.span)
    }

    private func rest(at row: Int) -> Range<Int> {
        ends.isEmpty ? 0..<0 : (row == 0 ? 0 : ends[row - 1])..<ends[row]
    }

    /// Below 0, 0 or above 0, like this text less another column's.
    func order(_ row: Int, _ other: KeyColumn, _ otherRow: Int) -> Int {
        let (left, right) = (heads[row], other.heads[otherRow])
        if left != right { return left < right ? -1 : 1 }
        let (longer, otherLonger) = (rest(at: row), other.rest(at: otherRow))
        for (index, otherIndex) in zip(longer, otherLonger)
        where rest[index] != other.rest[otherIndex] {
            return rest[index] < other.rest[otherIndex] ? -1 : 1
        }
        return longer.count - otherLonger.count
    }

    // MARK: Putting together

    /// Columns one behind the other.
    init(joining parts: [KeyColumn]) {
        heads = Array.joining(parts.map(\.heads))
        guard parts.contains(where: { !$0.ends.isEmpty }) else { return }
        rest = Array.joining(parts.map(\.rest))
        ends.reserveCapacity(heads.count)
        var base = 0
        for part in parts {
            for row in 0..<part.count { ends.append(base + part.rest(at: row).upperBound) }
            base += part.rest.count
        }
    }

    /// An empty column.
    init() {}

    /// The texts of these rows, in this order.
    func taking(_ order: [UInt32]) -> KeyColumn {
        var taken = KeyColumn()
        taken.heads = heads.taking(order)
        guard !ends.isEmpty else { return taken }
        taken.rest.reserveCapacity(rest.count)
        taken.ends.reserveCapacity(order.count)
        for row in order {
            taken.rest += rest[rest(at: Int(row))]
            taken.ends.append(taken.rest.count)
        }
        return taken
    }
}

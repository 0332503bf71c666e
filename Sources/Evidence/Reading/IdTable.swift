/// Finds the positions of texts by their bytes, without making a text.
///
/// A table with open addressing: the text's bytes choose the slot, and the next free one is
/// taken where that is not free. Where ids were made to meet in one slot nothing is found here,
/// so that no file can slow the reading down; whoever asks looks for them in another way. No text
/// has a NUL.
struct IdTable: Sendable {
    private let texts: Texts
    /// Positions; -1 for a free slot.
    private let slots: [Int32]
    /// How far from its own slot a text may stand.
    private static let reach = 64

    /// The texts by position.
    private struct Texts {
        var bytes: [UInt8] = []
        /// Where the bytes of each text end.
        var ends: [Int] = []
        /// The first eight bytes of each.
        var heads: [UInt64] = []

        mutating func append(_ text: String) {
            let span = text.utf8.span
            heads.append(span.word(in: 0..<span.count))
            bytes += text.utf8
            ends.append(bytes.count)
        }

        /// Whether the text at a position is another one, given by its first word as well.
        func isText(_ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, at place: Int) -> Bool
        {
            guard heads[place] == head else { return false }
            // Its last byte is 0 where a text is shorter, and no text has a NUL.
            guard range.count >= 8 else { return true }
            let start = place == 0 ? 0 : ends[place - 1]
            guard ends[place] - start == range.count else { return false }
            for index in 8..<max(range.count, 8)
            where bytes[start + index] != text[range.lowerBound + index] {
                return false
            }
            return true
        }
    }

    /// A table of texts; of two alike the first counts.
    init(_ ids: [String]) {
        var texts = Texts()
        for id in ids { texts.append(id) }
        self.texts = texts
        var size = 16
        while size < 2 * ids.count { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (position, id) in ids.enumerated() {
            let (text, range) = (id.utf8.span, 0..<id.utf8.count)
            guard let slot = Self.slot(of: text, range, texts.heads[position], texts, slots) else {
                slots = []
                break
            }
            if slots[slot] < 0 { slots[slot] = Int32(clamping: position) }
        }
        self.slots = slots
    }

    /// The position of a text.
    ///
    /// - Parameters:
    ///   - range: Where the text stands.
    ///   - bytes: In what it stands.
    ///   - last: A position that is tried first.
    /// - Returns: `nil` where there is no such text, or where it has to be looked for in another
    ///   way.
    func position(of range: Range<Int>, in bytes: Span<UInt8>, after last: Int32?) -> Int32? {
        let head = bytes.word(in: range)
        if let last, texts.isText(bytes, range, head, at: Int(last)) { return last }
        guard !slots.isEmpty, let slot = Self.slot(of: bytes, range, head, texts, slots),
            slots[slot] >= 0
        else { return nil }
        return slots[slot]
    }

    /// The slot where a text stands, or the free one where it would.
    private static func slot(
        of text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, _ texts: Texts, _ slots: [Int32]
    ) -> Int? {
        let first = hash(of: text, range, head)
        for step in 0..<reach {
            let place = Int(truncatingIfNeeded: first &+ UInt64(step)) & (slots.count - 1)
            let position = Int(slots[place])
            if position < 0 || texts.isText(text, range, head, at: position) { return place }
        }
        return nil
    }

    /// Words of eight bytes, each multiplied in, the upper bits folded into the lower ones.
    private static func hash(of text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64) -> UInt64 {
        // The golden ratio times 2^64, made odd: Knuth, The Art of Computer Programming 3, 6.4.
        let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
        var hash = (head ^ UInt64(range.count)) &* factor
        for start in stride(from: range.lowerBound + 8, to: range.upperBound, by: 8) {
            hash = (hash ^ hash &>> 32 ^ text.word(in: start..<range.upperBound)) &* factor
        }
        return hash ^ hash &>> 32
    }
}

extension Span<UInt8> {
    /// The first eight bytes of a part, the first the most significant, as texts are ordered;
    /// where the part has fewer, zeros behind them.
    func word(in range: Range<Int>) -> UInt64 {
        guard !range.isEmpty, range.lowerBound >= 0 else { return 0 }
        let unused = UInt64(8 * Swift.max(8 - range.count, 0))
        guard range.lowerBound + 8 <= count else {
            var word: UInt64 = 0
            for index in range.prefix(8) { word = word &<< 8 | UInt64(self[index]) }
            return word &<< unused
        }
        let word = unsafe bytes.unsafeLoadUnaligned(
            fromByteOffset: range.lowerBound, as: UInt64.self)
        return (UInt64(bigEndian: word) &>> unused) &<< unused
    }
}

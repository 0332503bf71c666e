/// Finds the positions of texts by their bytes, without making a text.
///
/// A table with open addressing: the text's bytes choose the slot, and the next free one is
/// taken where that is not free. Where ids were made to meet in one slot nothing is found here,
/// so that no file can slow the reading down; whoever asks looks for them in another way.
struct IdTable: Sendable {
    private let bytes: [UInt8]
    /// Where the bytes of each text end.
    private let ends: [Int]
    private let slots: [Slot]
    /// How far from its own slot a text may stand.
    private static let reach = 64

    /// Where a text may stand.
    private struct Slot {
        /// The first eight bytes of the text, which are nearly always all of it.
        var head: UInt64 = 0
        var length: Int32 = 0
        /// -1 for a free slot.
        var position: Int32 = -1
    }

    /// A table of texts; of two alike the first counts.
    init(_ ids: [String]) {
        var (bytes, ends): ([UInt8], [Int]) = ([], [])
        for id in ids {
            bytes += id.utf8
            ends.append(bytes.count)
        }
        var size = 16
        while size < 2 * ids.count { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        for (position, id) in ids.enumerated() {
            let text = id.utf8.span
            guard let slot = Self.slot(of: text, bytes, ends, slots) else {
                slots = []
                break
            }
            guard slots[slot].position < 0 else { continue }
            slots[slot] = Slot(
                head: text.word(at: 0), length: Int32(clamping: text.count),
                position: Int32(clamping: position))
        }
        (self.bytes, self.ends, self.slots) = (bytes, ends, slots)
    }

    /// The position of a text.
    ///
    /// - Parameters:
    ///   - text: The bytes of the text.
    ///   - last: A position that is tried first.
    /// - Returns: `nil` where there is no such text, or where it has to be looked for in another
    ///   way.
    func position(of text: Span<UInt8>, after last: Int32?) -> Int32? {
        if let last, Self.isText(text, from: 0, at: Int(last), bytes, ends) { return last }
        guard !slots.isEmpty, let slot = Self.slot(of: text, bytes, ends, slots),
            slots[slot].position >= 0
        else { return nil }
        return slots[slot].position
    }

    /// Whether the text at a position is another text from a byte on.
    private static func isText(
        _ text: Span<UInt8>, from first: Int, at position: Int, _ bytes: [UInt8], _ ends: [Int]
    ) -> Bool {
        let start = position == 0 ? 0 : ends[position - 1]
        guard ends[position] - start == text.count else { return false }
        for index in first..<max(text.count, first) where bytes[start + index] != text[index] {
            return false
        }
        return true
    }

    /// The slot where a text stands, or the free one where it would.
    private static func slot(
        of text: Span<UInt8>, _ bytes: [UInt8], _ ends: [Int], _ slots: [Slot]
    ) -> Int? {
        let head = text.word(at: 0)
        let first = hash(of: text, head)
        for step in 0..<reach {
            let place = Int(truncatingIfNeeded: first &+ UInt64(step)) & (slots.count - 1)
            let slot = slots[place]
            if slot.position < 0 { return place }
            guard slot.head == head, Int(slot.length) == text.count else { continue }
            if text.count <= 8 || isText(text, from: 8, at: Int(slot.position), bytes, ends) {
                return place
            }
        }
        return nil
    }

    /// Words of eight bytes, each multiplied in, the upper bits folded into the lower ones.
    private static func hash(of text: Span<UInt8>, _ head: UInt64) -> UInt64 {
        // The golden ratio times 2^64, made odd: Knuth, The Art of Computer Programming 3, 6.4.
        let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
        var hash = (head ^ UInt64(text.count)) &* factor
        for start in stride(from: 8, to: text.count, by: 8) {
            hash = (hash ^ hash &>> 32 ^ text.word(at: start)) &* factor
        }
        return hash ^ hash &>> 32
    }
}

extension Span<UInt8> {
    /// Up to eight bytes from a place, the first the most significant, as texts are ordered.
    func word(at start: Int) -> UInt64 {
        let count = Swift.min(self.count - start, 8)
        guard count > 0 else { return 0 }
        var word: UInt64 = 0
        for index in start..<start + count { word = word &<< 8 | UInt64(self[index]) }
        return word &<< UInt64(64 - 8 * count)
    }
}

internal import BigInt

// The library's own conversions of negative numbers of 128 bits go by way of words in two's
// complement and lose a carry; sizes of two words do not.

extension BigInt {
    init(_ value: Int128) {
        self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(value.magnitude))
    }

    init(_ value: UInt128) { self.init(BigUInt(value)) }
}

extension BigUInt {
    init(_ value: UInt128) {
        self.init(words: [
            UInt(truncatingIfNeeded: value), UInt(truncatingIfNeeded: value >> 64),
        ])
    }
}

extension Int128 {
    /// The same number; `nil` when it needs more bits.
    init?(exactly value: BigInt) {
        let words = Array(value.magnitude.words) + [0, 0]
        guard value.magnitude.bitWidth <= 128 else { return nil }
        let size = UInt128(words[1]) << 64 | UInt128(words[0])
        guard value.sign == .minus else {
            self.init(exactly: size)
            return
        }
        guard size <= 1 << 127 else { return nil }
        self = 0 &- Int128(truncatingIfNeeded: size)
    }
}

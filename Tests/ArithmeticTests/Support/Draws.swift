@testable internal import Arithmetic
internal import BigInt
internal import TestSupport

/// Random operands, uniform ones and those whose results lie where representations end.
struct Draws {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = .fresh(seed) }

    /// What it began with.
    var seed: UInt64 { generator.seed }

    /// Where results stop fitting some representation, with 0, 1 and the limit of ``Fixed``.
    static let edges: [BigInt] = [
        BigInt(0), Exact.one, BigInt(1) << 63, BigInt(1) << 64, BigInt(1) << 127,
        BigInt(1) << 128, Exact.limit,
    ]

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    mutating func isOneIn(_ count: Int) -> Bool { below(count) == 0 }

    /// A way of rounding by the exact value.
    mutating func mode() -> Rounding {
        let modes = NumberKind.decimal.roundings
        return modes[below(modes.count)]
    }

    /// A magnitude of any number of bits up to so many, each number of bits equally likely.
    mutating func magnitude(bits: Int = 127) -> UInt128 {
        let kept = below(bits + 1)
        guard kept > 0 else { return 0 }
        return UInt128.random(in: 0...(UInt128.max >> UInt128(128 - kept)), using: &generator)
    }

    /// One of the edges or next to it, of either sign.
    mutating func nearEdge() -> BigInt {
        let near = Self.edges[below(Self.edges.count)] + BigInt(below(7) - 3)
        return isOneIn(2) ? near : -near
    }

    /// A whole number of 128 bits: uniform, of few bits, at an edge, or with zeros at its end.
    mutating func whole() -> Int128 {
        switch below(8) {
        case 0: return Int128.random(in: .min ... .max, using: &generator)
        case 1: return Int128(exactly: nearEdge()) ?? (isOneIn(2) ? .min : .max)
        case 2, 3:
            let digits = below(19)
            let power = Int128(WholeNumbers.powersOfTen[digits])
            return signed(Int128(truncatingIfNeeded: magnitude(bits: 64)) &* power)
        default: return signed(Int128(truncatingIfNeeded: magnitude()))
        }
    }

    /// The number or its negative.
    mutating func signed(_ size: Int128) -> Int128 { isOneIn(2) ? size : 0 &- size }

    mutating func fixed() -> Fixed { Fixed(raw: whole()) }

    /// The whole number as a ``Fixed``, cut to what its raw value holds.
    static func fixed(_ raw: BigInt) -> Fixed {
        Fixed(raw: Int128(exactly: raw) ?? (raw < 0 ? .min : .max))
    }
}

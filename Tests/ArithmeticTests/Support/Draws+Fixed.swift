@testable internal import Arithmetic
internal import BigInt

extension Draws {
    /// Two numbers whose sum lies next to an edge in one case of two.
    mutating func summands() -> (Fixed, Fixed) {
        let first = fixed()
        guard isOneIn(2) else { return (first, fixed()) }
        return (first, Self.fixed(nearEdge() - BigInt(first.raw)))
    }

    /// Two numbers whose product lies next to an edge, at a tie, or anywhere.
    mutating func factors() -> (Fixed, Fixed) {
        switch below(4) {
        case 0:
            let first = fixed()
            guard first.raw != 0 else { return (first, fixed()) }
            let second = nearEdge() * Exact.one / BigInt(first.raw) + BigInt(below(3) - 1)
            return (first, Self.fixed(second))
        case 1:
            // odd · 5 · 10^n times odd · 10^(17 - n) leaves exactly one half.
            let digits = below(18)
            let powers = WholeNumbers.powersOfTen
            let first = odd() * 5 * Int128(powers[digits])
            return (Fixed(raw: first), Fixed(raw: odd() * Int128(powers[17 - digits])))
        default: return (fixed(), fixed())
        }
    }

    /// Two numbers whose quotient lies next to an edge, at a tie, or anywhere.
    mutating func dividends() -> (Fixed, Fixed) {
        let second = fixed()
        switch below(4) {
        case 0:
            let first = nearEdge() * BigInt(second.raw) / Exact.one + BigInt(below(3) - 1)
            return (Self.fixed(first), second)
        case 1:
            // odd · k over 2 · 10^18 · k is a raw value and exactly one half.
            let factor = Int128(1 + below(1_000_000))
            let divisor = signed(2 * Int128(WholeNumbers.one) * factor)
            return (Fixed(raw: odd() * factor), Fixed(raw: divisor))
        default: return (fixed(), second)
        }
    }

    /// A number that lies at a tie when rounded to these digits, or anywhere.
    mutating func rounding() -> (Fixed, digits: Int) {
        let digits = below(19)
        guard digits < 18, isOneIn(3) else { return (fixed(), digits) }
        let half = 5 * Int128(WholeNumbers.powersOfTen[17 - digits])
        let limit = 100_000_000_000_000_000_000_000_000_000_000_000_000 / half
        let count = Int128(truncatingIfNeeded: magnitude()) % limit
        let beside = Int128(isOneIn(2) ? 0 : below(3) - 1)
        return (Fixed(raw: signed(half * count) + beside), digits)
    }

    /// An odd number below 2^40 in size, of either sign.
    private mutating func odd() -> Int128 {
        signed(Int128(truncatingIfNeeded: magnitude(bits: 40)) | 1)
    }
}

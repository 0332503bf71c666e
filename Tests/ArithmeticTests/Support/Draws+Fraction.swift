@testable internal import Arithmetic
internal import BigInt

extension Draws {
    /// The upper term of a fraction: any but the one that is not allowed.
    mutating func numerator() -> Int128 {
        let number = whole()
        return number == .min ? .max : number
    }

    /// The lower term of a fraction: a power of ten, a small count, at an edge, or anything.
    mutating func denominator() -> Int128 {
        switch below(4) {
        case 0: Int128(WholeNumbers.powersOfTen[below(19)])
        case 1: Int128(1 + below(40))
        case 2: max(Int128(exactly: BigInt(nearEdge().magnitude)) ?? .max, 1)
        default: max(Int128(truncatingIfNeeded: magnitude()), 1)
        }
    }

    mutating func fraction() -> Fraction {
        Fraction(numerator: numerator(), denominator: denominator())
    }

    /// Two fractions that share factors, or whose terms together lie next to 127 bits.
    mutating func fractions() -> (Fraction, Fraction) {
        let first = fraction()
        switch below(4) {
        case 0:
            let lower = Self.term(nearEdge() / BigInt(first.denominator) + BigInt(below(3)))
            let upper = nearEdge() / (first.numerator == 0 ? 1 : BigInt(first.numerator))
            return (
                first,
                Fraction(
                    numerator: Self.numerator(upper + BigInt(below(3) - 1)), denominator: lower)
            )
        case 1:
            let upper = Self.numerator(nearEdge() - BigInt(first.numerator))
            return (first, Fraction(numerator: upper, denominator: first.denominator))
        case 2:
            // One over the other, so that products shrink.
            let lower = max(first.numerator == .min ? 1 : abs(first.numerator), 1)
            return (first, Fraction(numerator: signed(first.denominator), denominator: lower))
        default: return (first, fraction())
        }
    }

    /// A fraction at or beside a tie when rounded to these digits, or anywhere.
    mutating func roundingFraction() -> (Fraction, digits: Int) {
        let digits = below(19)
        guard isOneIn(2) else { return (fraction(), digits) }
        let lower = 2 * Int128(WholeNumbers.powersOfTen[digits])
        let factor = Int128(1 + below(100_000))
        let odd = Int128(truncatingIfNeeded: magnitude(bits: 100)) | 1
        let beside = Int128(isOneIn(2) ? 0 : below(3) - 1)
        let upper = signed(odd * factor) + beside
        return (Fraction(numerator: upper, denominator: lower * factor), digits)
    }

    private static func term(_ size: BigInt) -> Int128 {
        max(Int128(exactly: BigInt(size.magnitude)) ?? .max, 1)
    }

    private static func numerator(_ size: BigInt) -> Int128 {
        let number = Int128(exactly: size) ?? .max
        return number == .min ? .max : number
    }
}

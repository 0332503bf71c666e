@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct WholeNumbersTests {
    @Test func `long division agrees with the standard library and with whole numbers`() {
        forAll(seed: 701) { draws in
            let divisor = max(draws.divisor(), 1)
            let value = draws.dividend(of: divisor)
            guard let found = WholeNumbers.divide(value, by: divisor) else {
                return value.high >= divisor ? nil : "\(value) / \(divisor) gave nothing"
            }
            let simple = divisor.dividingFullWidth(value)
            let wide = BigInt(value.high) << 128 + BigInt(value.low)
            let (quotient, rest) = wide.quotientAndRemainder(dividingBy: BigInt(divisor))
            return difference(
                [found.quotient, found.remainder], [simple.quotient, simple.remainder],
                "\(value) / \(divisor)")
                ?? difference(
                    [BigInt(found.quotient), BigInt(found.remainder)], [quotient, rest],
                    "\(value) / \(divisor)")
        }
    }

    @Test func `division by one limb leaves quotient and remainder`() {
        forAll(10_000, seed: 702) { draws in
            let value = draws.magnitude(bits: 128)
            let divisor = UInt64(truncatingIfNeeded: max(draws.magnitude(bits: 64), 1))
            let (quotient, rest) = WholeNumbers.divide(value, by: divisor)
            let expected = value.quotientAndRemainder(dividingBy: UInt128(divisor))
            return difference(
                [quotient, UInt128(rest)], [expected.quotient, expected.remainder],
                "\(value) / \(divisor)")
        }
    }

    @Test func `the greatest common divisor is Euclid's`() {
        forAll(10_000, seed: 703) { draws in
            let common = max(draws.magnitude(bits: 40), 1)
            let first = common &* draws.magnitude(bits: 88)
            let second = common &* draws.magnitude(bits: 88)
            return difference(
                WholeNumbers.greatestCommonDivisor(first, second), euclid(first, second),
                "the divisor of \(first) and \(second)")
        }
    }

    @Test func `powers of ten are what they say`() {
        for digits in 0...18 {
            #expect(BigInt(UInt128(WholeNumbers.powersOfTen[digits])) == BigInt(10).power(digits))
        }
    }
}

/// The greatest common divisor by the oldest way.
func euclid(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (left, right) = (first, second)
    while right != 0 { (left, right) = (right, left % right) }
    return left
}

extension Draws {
    /// A divisor of any length, also with equal, empty and full limbs.
    fileprivate mutating func divisor() -> UInt128 {
        guard isOneIn(2) else { return magnitude(bits: 128) }
        let limbs: [UInt128] = [0, 1, 1 << 63, UInt128(UInt64.max), magnitude(bits: 64)]
        return limbs[below(5)] << 64 | limbs[below(5)]
    }

    /// A dividend whose quotient fits, often with the first limbs of the divisor or next to a
    /// multiple of it.
    fileprivate mutating func dividend(of divisor: UInt128) -> (high: UInt128, low: UInt128) {
        let low = isOneIn(3) ? UInt128.max << 64 : magnitude(bits: 128)
        switch below(4) {
        case 0: return (divisor - 1, low)
        case 1: return (min(divisor - 1, divisor & (UInt128.max << 64)), low)
        case 2:
            let product = divisor.multipliedFullWidth(by: magnitude(bits: 128))
            return isOneIn(2) && product.low > 0 ? (product.high, product.low - 1) : product
        default: return (magnitude(bits: 128) % divisor, low)
        }
    }
}

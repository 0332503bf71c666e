@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct BigFractionRoundingTests {
    @Test func `rounding is exact in every mode or overflows`() {
        forAll(seed: 1501) { draws in
            let (number, digits) = draws.roundingFraction()
            let mode = draws.mode()
            return difference(
                outcome { () throws(ArithmeticError) in
                    try BigFraction(number).rounded(to: digits, mode)
                },
                Exact(number).rounded(to: digits, mode), "\(number) to \(digits) \(mode)")
        }
    }

    @Test func `terms without limit round as exactly`() {
        forAll(20_000, seed: 1502) { draws in
            let (left, right) = draws.fractions()
            let (digits, mode) = (draws.below(19), draws.mode())
            let found = outcome { () throws(ArithmeticError) in
                try BigFraction(left).multiplied(by: BigFraction(right)).rounded(to: digits, mode)
            }
            return difference(
                found, (Exact(left) * Exact(right)).rounded(to: digits, mode),
                "\(left) · \(right) to \(digits) \(mode)")
        }
    }

    @Test func `digits out of range count as the nearest in range`() throws {
        let third = BigFraction(numerator: 1, denominator: 3)

        #expect(try third.rounded(to: 19, .down) == third.rounded(to: 18, .down))
        #expect(try third.rounded(to: .min, .up) == .one)
    }
}

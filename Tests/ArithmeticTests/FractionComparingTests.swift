@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FractionComparingTests {
    @Test func `comparison agrees with whole numbers`() {
        forAll(seed: 1001) { draws in
            let (left, right) = draws.fractions()
            let first = BigInt(left.numerator) * BigInt(right.denominator)
            let second = BigInt(right.numerator) * BigInt(left.denominator)
            return difference(
                [left < right, left == right, left > right],
                [first < second, first == second, first > second], "\(left) beside \(right)")
        }
    }

    @Test func `the same number hashes the same, in lowest terms or not`() {
        forAll(10_000, seed: 1002) { draws in
            let fraction = draws.fraction()
            let lowest = fraction.reduced
            return difference(
                [fraction, lowest].map(\.hashValue), [lowest, fraction].map(\.hashValue),
                "\(fraction)")
        }
    }

    @Test func `fractions one step apart are told apart`() {
        let below = Fraction(numerator: .max - 1, denominator: .max)
        let above = Fraction(numerator: .max - 2, denominator: .max - 1)

        #expect(above < below)
        #expect(above != below)
    }
}

@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FractionTests {
    @Test func `a decimal becomes the same number without a common power of ten`() {
        forAll(seed: 901) { draws in
            let number = draws.fixed()
            let fraction = Fraction(number)
            let share = fraction.numerator % 10 == 0 && fraction.denominator % 10 == 0
            return difference(Exact(fraction), Exact(number), "\(number.raw)")
                ?? difference(share, false, "a common ten in \(number.raw)")
        }
    }

    @Test func `lowest terms are the same number and have no common factor`() {
        forAll(seed: 902) { draws in
            let fraction = draws.fractions().1
            let lowest = fraction.reduced
            let common = euclid(lowest.numerator.magnitude, lowest.denominator.magnitude)
            return difference(Exact(lowest), Exact(fraction), "\(fraction)")
                ?? difference(common, 1, "the common factor of \(fraction)")
        }
    }

    @Test func `signs are those of the numbers`() {
        let half = Fraction(numerator: 1, denominator: 2)

        #expect([half.sign, half.negated.sign, Fraction(Fixed.zero).sign] == [1, -1, 0])
        #expect(half.negated == Fraction(numerator: -2, denominator: 4))
        #expect(Fraction(Fixed(raw: .min)).numerator < 0)
    }
}

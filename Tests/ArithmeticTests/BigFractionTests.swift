@testable internal import Arithmetic
internal import BigInt
internal import Testing

/// The number behind a text that ``BigFraction`` printed.
private func exact(_ value: BigFraction) -> Exact? { Exact(value.description) }

@Suite struct BigFractionTests {
    @Test func `sums are exact`() {
        forAll(seed: 1401) { draws in
            let (left, right) = draws.fractions()
            let found = try? BigFraction(left).adding(BigFraction(right))
            return difference(
                found.flatMap(exact), Exact(left) + Exact(right), "\(left) + \(right)")
        }
    }

    @Test func `differences are exact`() {
        forAll(seed: 1402) { draws in
            let (left, right) = draws.fractions()
            let found = try? BigFraction(left).subtracting(BigFraction(right))
            return difference(
                found.flatMap(exact), Exact(left) - Exact(right), "\(left) - \(right)")
        }
    }

    @Test func `products are exact`() {
        forAll(seed: 1403) { draws in
            let (left, right) = draws.fractions()
            let found = try? BigFraction(left).multiplied(by: BigFraction(right))
            return difference(
                found.flatMap(exact), Exact(left) * Exact(right), "\(left) · \(right)")
        }
    }

    @Test func `quotients are exact or have no divisor`() {
        forAll(seed: 1404) { draws in
            let (left, right) = draws.fractions()
            let found = Result { () throws(ArithmeticError) in
                try BigFraction(left).divided(by: BigFraction(right))
            }
            switch found {
            case .success(let quotient):
                return difference(
                    exact(quotient), Exact(left) / Exact(right), "\(left) / (\(right))")
            case .failure(let error):
                return error == .divisionByZero && right.numerator == 0
                    ? nil : "\(left) / (\(right)) threw \(error)"
            }
        }
    }

    @Test func `comparison agrees with whole numbers`() {
        forAll(seed: 1405) { draws in
            let (left, right) = draws.fractions()
            let first = BigInt(left.numerator) * BigInt(right.denominator)
            let second = BigInt(right.numerator) * BigInt(left.denominator)
            let (one, other) = (BigFraction(left), BigFraction(right))
            return difference(
                [one.isLess(than: other), one.isEqual(to: other), other.isLess(than: one)],
                [first < second, first == second, first > second], "\(left) beside \(right)")
                ?? difference(one.sign, left.sign, "the sign of \(left)")
                ?? difference(one.negated.sign, -left.sign, "the other sign of \(left)")
        }
    }

    @Test func `a sum over a count is exact`() {
        forAll(20_000, seed: 1406) { draws in
            let (sum, total) = draws.sum()
            let count = draws.whole()
            let found = Result { () throws(ArithmeticError) in
                exact(try BigFraction(sum, dividedBy: count))
            }
            let expected = Exact(total, Exact.one * BigInt(count))
            return difference(
                found, count == 0 ? .failure(.divisionByZero) : .success(expected),
                "\(total) / \(count)")
        }
    }

    // The terms of the two numbers together need more than 127 bits; from recipe 3b.
    @Test func `what overflows a fraction is exact here`() throws {
        let unit: Int128 = 1_000_000_000_000_000_000
        let first = BigFraction(numerator: 100_000_000_000_000_000_039, denominator: unit)
        let second = BigFraction(numerator: 100_000_000_000_000_000_061, denominator: unit)

        #expect(
            try first.adding(second).isEqual(
                to: BigFraction(
                    numerator: 2_000_000_000_000_000_001, denominator: 10_000_000_000_000_000)))
    }

    @Test func `the extreme whole numbers keep their value`() {
        let smallest = BigFraction(numerator: .min, denominator: 1)

        #expect(smallest.description == "-170141183460469231731687303715884105728")
        #expect(BigFraction(numerator: 1, denominator: .max).sign == 1)
        #expect(BigFraction(Fixed(raw: .min)).sign == -1)
    }
}

extension BigFraction {
    /// The same number.
    init(_ value: Fraction) {
        self.init(numerator: value.numerator, denominator: value.denominator)
    }
}

@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct DoubleNumberTests {
    @Test func `a decimal becomes the double that its text is read as`() {
        forAll(seed: 2101) { draws in
            let number = draws.fixed()
            guard number.raw.magnitude < WholeNumbers.limit else { return nil }
            let read = Double(number.description)
            return difference(Double(number), read ?? .nan, "\(number)")
        }
    }

    @Test(arguments: [
        "0.1", "0.3", "2.675", "69.995", "-0.000000000000000001", "123456789.123456789",
        "99999999999999999999.999999999999999999", "9007199254740993", "0",
    ])
    func `cited decimals become the double that their text is read as`(text: String) throws {
        #expect(Double(try Fixed(text)) == Double(text))
    }

    @Test func `a fraction becomes the nearest double`() {
        forAll(20_000, seed: 2102) { draws in
            let number = draws.fraction()
            let found = Double(numerator: number.numerator, denominator: number.denominator)
            return Exact(number).hasNearest(found) ? nil : "\(number) gave \(found)"
        }
    }

    @Test func `a fraction without limit becomes the nearest double`() {
        forAll(20_000, seed: 2103) { draws in
            let (left, right) = draws.fractions()
            guard
                let product = try? BigFraction(left).multiplied(by: BigFraction(right))
            else { return "a product overflowed" }
            let found = product.nearestDouble
            return (Exact(left) * Exact(right)).hasNearest(found) ? nil : "\(product) gave \(found)"
        }
    }

    @Test func `a tie goes to the even double`() {
        // 2^53 + 1 lies between 2^53 and 2^53 + 2; 2^53 + 3 between 2^53 + 2 and 2^53 + 4.
        #expect(Double(numerator: 9_007_199_254_740_993, denominator: 1) == 9_007_199_254_740_992)
        #expect(Double(numerator: 9_007_199_254_740_995, denominator: 1) == 9_007_199_254_740_996)
        #expect(Double(numerator: 9_007_199_254_740_993, denominator: 2) == 4_503_599_627_370_496)
    }

    @Test func `a sum over a count becomes the nearest double`() {
        forAll(20_000, seed: 2104) { draws in
            var sum = WideSum()
            var exact = BigInt(0)
            for _ in 0..<3 {
                let (number, weight) = (draws.fixed(), Int64.random(in: .min ... .max))
                sum.add(number, times: weight)
                exact += BigInt(number.raw) * BigInt(weight)
            }
            let count = draws.whole()
            guard count != 0 else { return nil }
            guard let found = try? Double(sum, dividedBy: count) else { return "it overflowed" }
            return Exact(exact, Exact.one * BigInt(count)).hasNearest(found)
                ? nil : "\(exact) over \(count) gave \(found)"
        }
    }

    @Test func `what has no finite double is an error`() throws {
        let (greatest, zero) = (Double.greatestFiniteMagnitude, 0.0)

        #expect(throws: ArithmeticError.overflow) { try greatest.adding(greatest) }
        #expect(throws: ArithmeticError.overflow) { try (-greatest).subtracting(greatest) }
        #expect(throws: ArithmeticError.overflow) { try greatest.multiplied(by: 2) }
        #expect(throws: ArithmeticError.overflow) { try greatest.divided(by: 0.5) }
        #expect(throws: ArithmeticError.divisionByZero) { try zero.divided(by: -0.0) }
        #expect(throws: ArithmeticError.divisionByZero) {
            try Double(WideSum(), dividedBy: 0)
        }
    }

    @Test func `the sign of a number is -1, 0 or 1`() {
        let signs: [Int] = [-2.5, -0.0, 0, 1e-300].map(\.sign)
        #expect(signs == [-1, 0, 0, 1])
    }
}

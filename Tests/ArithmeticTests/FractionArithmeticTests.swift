@testable internal import Arithmetic
internal import BigInt
internal import Testing

/// What is wrong with an exact result, or with there being none.
private func complaint(
    _ what: @autoclosure () -> String, _ expected: Exact, mayOverflow: () -> Bool,
    _ step: () throws(ArithmeticError) -> Fraction
) -> String? {
    do {
        let found = try step()
        guard found.denominator > 0, found.numerator != .min else {
            return "\(what()) gave the terms \(found.numerator), \(found.denominator)"
        }
        return difference(Exact(found), expected, what())
    } catch {
        return error == .overflow && mayOverflow() ? nil : "\(what()) threw \(error)"
    }
}

/// Whether a term of the sum, over the least common denominator, needs more than 127 bits.
private func isWide(_ left: Fraction, _ right: Fraction) -> Bool {
    let (first, second) = (lowest(left), lowest(right))
    let common = BigInt(euclid(first.lower, second.lower))
    let factors = (BigInt(second.lower) / common, BigInt(first.lower) / common)
    let parts = [first.upper * factors.0, second.upper * factors.1]
    let terms = parts + [parts[0] + parts[1], BigInt(first.lower) * factors.0]
    return terms.contains { $0.magnitude.bitWidth > 127 }
}

/// Whether a term of the product needs more than 127 bits even in lowest terms.
private func isWide(product: Exact) -> Bool {
    let common = product.upper.greatestCommonDivisor(with: product.lower)
    return [product.upper, product.lower].contains { ($0 / common).magnitude.bitWidth > 127 }
}

private func lowest(_ value: Fraction) -> (upper: BigInt, lower: UInt128) {
    let common = euclid(value.numerator.magnitude, value.denominator.magnitude)
    return (BigInt(value.numerator) / BigInt(common), value.denominator.magnitude / common)
}

@Suite struct FractionArithmeticTests {
    @Test func `sums are exact or too wide`() {
        forAll(seed: 801) { draws in
            let (left, right) = draws.fractions()
            return complaint(
                "\(left) + \(right)", Exact(left) + Exact(right),
                mayOverflow: { isWide(left, right) },
                { () throws(ArithmeticError) in try left.adding(right) })
        }
    }

    @Test func `differences are exact or too wide`() {
        forAll(seed: 802) { draws in
            let (left, right) = draws.fractions()
            return complaint(
                "\(left) - \(right)", Exact(left) - Exact(right),
                mayOverflow: { isWide(left, right.negated) },
                { () throws(ArithmeticError) in try left.subtracting(right) })
        }
    }

    @Test func `products are exact or too wide even in lowest terms`() {
        forAll(seed: 803) { draws in
            let (left, right) = draws.fractions()
            let expected = Exact(left) * Exact(right)
            return complaint(
                "\(left) · \(right)", expected,
                mayOverflow: { draws.isOneIn(20) ? isWide(product: expected) : true },
                { () throws(ArithmeticError) in try left.multiplied(by: right) })
        }
    }

    @Test func `quotients are exact, too wide even in lowest terms, or have no divisor`() {
        forAll(seed: 804) { draws in
            let (left, right) = draws.fractions()
            guard right.numerator != 0 else {
                let found = Result { () throws(ArithmeticError) in try left.divided(by: right) }
                return difference(found, .failure(.divisionByZero), "\(left) / 0")
            }
            let expected = Exact(left) / Exact(right)
            return complaint(
                "\(left) / (\(right))", expected,
                mayOverflow: { draws.isOneIn(20) ? isWide(product: expected) : true },
                { () throws(ArithmeticError) in try left.divided(by: right) })
        }
    }

    @Test func `a quotient times its divisor is the dividend again`() {
        forAll(seed: 805) { draws in
            let (left, right) = draws.fractions()
            guard right.numerator != 0, let quotient = try? left.divided(by: right) else {
                return nil
            }
            let found = Result { () throws(ArithmeticError) in try quotient.multiplied(by: right) }
            return difference(found, .success(left), "(\(left) / \(right)) · \(right)")
        }
    }

    @Test func `twelve weights of one twelfth add up to exactly one`() throws {
        let twelfth = try #require(Fraction(parsing: "1/12"))
        let values = try (1...12).map { try Fraction(Fixed("\($0).7")) }

        var (weights, sum) = (Fraction(Fixed.zero), Fraction(Fixed.zero))
        for value in values {
            weights = try weights.adding(twelfth)
            sum = try sum.adding(value.multiplied(by: twelfth))
        }

        #expect(weights == Fraction(Fixed.one))
        // (1 + … + 12) / 12 + 0.7
        #expect(try sum.divided(by: weights) == Fraction(Fixed("7.2")))
    }

    @Test func `two of three equal weights cover exactly two thirds`() throws {
        let weight = Fraction(Fixed.one)
        let present = try weight.adding(weight)

        let coverage = try present.divided(by: present.adding(weight))

        #expect(coverage == Fraction(numerator: 2, denominator: 3))
        #expect(coverage.description == "2/3")
        #expect(try coverage.stepResult().description == "0.666666666666666667")
    }

    @Test func `terms as large as they may be never trap`() throws {
        let largest = Fraction(numerator: .max, denominator: 1)
        let smallest = Fraction(numerator: 1, denominator: .max)

        #expect(throws: ArithmeticError.overflow) { try largest.adding(largest) }
        #expect(throws: ArithmeticError.overflow) { try largest.subtracting(largest.negated) }
        #expect(throws: ArithmeticError.overflow) { try largest.multiplied(by: largest) }
        #expect(throws: ArithmeticError.overflow) { try largest.divided(by: smallest) }
        #expect(throws: ArithmeticError.overflow) { try largest.adding(smallest) }
        #expect(try largest.multiplied(by: smallest) == Fraction(Fixed.one))
        #expect(try largest.negated.divided(by: largest) == Fraction(Fixed(-1)))
        #expect(try largest.subtracting(largest).sign == 0)
    }
}

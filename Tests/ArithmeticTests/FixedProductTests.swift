@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FixedProductTests {
    @Test func `products are rounded once or overflow`() {
        forAll(seed: 201) { draws in
            let (left, right) = draws.factors()
            let mode = draws.mode()
            let product = BigInt(left.raw) * BigInt(right.raw)
            return difference(
                outcome { () throws(ArithmeticError) in try left.multiplied(by: right, mode) },
                Exact.checked(Exact.quotient(product, Exact.one, mode)),
                "\(left.raw) · \(right.raw) \(mode)")
        }
    }

    @Test func `quotients are rounded once, overflow, or have no divisor`() {
        forAll(seed: 202) { draws in
            let (left, right) = draws.dividends()
            let mode = draws.mode()
            let found = outcome { () throws(ArithmeticError) in
                try left.divided(by: right, mode)
            }
            guard right.raw != 0 else {
                return difference(found, .failure(.divisionByZero), "\(left.raw) / 0")
            }
            let quotient = Exact.quotient(
                BigInt(left.raw) * Exact.one, BigInt(right.raw), mode)
            return difference(
                found, Exact.checked(quotient), "\(left.raw) / \(right.raw) \(mode)")
        }
    }

    // With a rounding step that may wrap, these give a silent 0; see recipe 3.
    @Test(
        arguments: [
            (7_336_141_219_162_883_413, 2_514_502_314_312_657_576),
            (4_360_983_751_791_024_818, 78_028_808_701_978_522_749_404_124_123_280_172_837),
        ] as [(Int128, Int128)], NumberKind.decimal.roundings)
    func `a rounding step that carries into a new limb is not lost`(
        raw: (Int128, Int128), mode: Rounding
    ) {
        let expected = Exact.checked(
            Exact.quotient(BigInt(raw.0) * BigInt(raw.1), Exact.one, mode))

        let (left, right) = (Fixed(raw: raw.0), Fixed(raw: raw.1))

        #expect(
            outcome { () throws(ArithmeticError) in try left.multiplied(by: right, mode) }
                == expected)
    }

    @Test func `two thirds end in a rounded digit`() throws {
        let (two, three) = (Fixed(2), Fixed(3))

        #expect(try two.divided(by: three).description == "0.666666666666666667")
        #expect(try two.divided(by: three, .down).description == "0.666666666666666666")
        #expect(try two.negated.divided(by: three).description == "-0.666666666666666667")
    }

    @Test func `nothing over something is nothing, without a sign`() throws {
        #expect(try Fixed.zero.divided(by: Fixed(-3)) == .zero)
        #expect(try Fixed(raw: -1).multiplied(by: Fixed(raw: 1)).description == "0")
    }

    @Test func `the smallest step divides the largest number only into overflow`() throws {
        let largest = try Fixed("99999999999999999999.999999999999999999")

        #expect(throws: ArithmeticError.overflow) { try largest.divided(by: Fixed(raw: 1)) }
        #expect(throws: ArithmeticError.overflow) { try largest.multiplied(by: largest) }
        #expect(try largest.divided(by: largest) == .one)
        #expect(try largest.multiplied(by: .one) == largest)
    }
}

@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FixedRoundingTests {
    @Test func `rounding is exact in every mode or overflows`() {
        forAll(seed: 301) { draws in
            let (number, digits) = draws.rounding()
            let mode = draws.mode()
            let unit = BigInt(10).power(18 - digits)
            let expected = Exact.quotient(BigInt(number.raw), unit, mode) * unit
            return difference(
                outcome { () throws(ArithmeticError) in try number.rounded(to: digits, mode) },
                Exact.checked(expected), "\(number) to \(digits) \(mode)")
        }
    }

    @Test func `the least digits are those the text shows`() {
        forAll(10_000, seed: 302) { draws in
            let number = draws.fixed()
            let halves = number.description.split(separator: ".")
            let shown = halves.count == 2 ? halves[1].utf8.count : 0
            return difference(number.leastDigits, shown, "the digits of \(number)")
        }
    }

    @Test func `digits out of range count as the nearest in range`() throws {
        let number = try Fixed("1.5")

        #expect(try number.rounded(to: -1, .halfUp) == Fixed(2))
        #expect(try number.rounded(to: .min, .halfUp) == Fixed(2))
        #expect(try number.rounded(to: .max, .halfUp) == number)
    }

    @Test func `rounding up to 10 to the 20th overflows`() throws {
        let largest = try Fixed("99999999999999999999.999999999999999999")

        #expect(throws: ArithmeticError.overflow) { try largest.rounded(to: 0, .halfUp) }
        #expect(throws: ArithmeticError.overflow) { try largest.negated.rounded(to: 17, .up) }
        #expect(try largest.rounded(to: 0, .down).description == "99999999999999999999")
    }
}

@testable internal import Arithmetic
internal import Testing

@Suite struct DoubleRoundingTests {
    /// A double of any size up to beyond 10^20, often one with few digits after the point.
    private func double(_ draws: inout Draws) -> Double {
        let size =
            switch draws.below(4) {
            case 0: Double(draws.below(2_000_001)) / 1000
            case 1: Double(draws.below(1_000_000)) / 1024
            case 2:
                Double(
                    sign: .plus, exponent: draws.below(210) - 140,
                    significand: 1 + Double(draws.below(1 << 52)) / Double(1 << 52))
            default: Double(draws.fixed())
            }
        return draws.isOneIn(2) ? size : -size
    }

    @Test func `rounding takes the exact binary value in every mode, or overflows`() {
        forAll(seed: 2201) { draws in
            let number = double(&draws)
            let (digits, mode) = (draws.below(19), draws.mode())
            return difference(
                outcome { () throws(ArithmeticError) in try number.rounded(to: digits, mode) },
                Exact(number).rounded(to: digits, mode), "\(number) to \(digits) \(mode)")
        }
    }

    @Test(arguments: RoundedDouble.cited)
    func `the nearest candidate is the decimal that R prints`(row: RoundedDouble) throws {
        let rounded = try row.x.rounded(to: row.digits, .nearestCandidate)

        #expect(rounded.leastDigits <= row.digits)
        #expect(Double(rounded) == row.rounded)
        #expect(try row.x.stepResult().rounded(to: row.digits, .nearestCandidate) == rounded)
    }

    @Test(arguments: [("0.15", "0.1"), ("0.45", "0.4"), ("0.65", "0.7")])
    func `a decimal rounds to the nearest candidate as the double it is`(
        number: String, expected: String
    ) throws {
        let number = try Fixed(number)

        #expect(try number.rounded(to: 1, .nearestCandidate).description == expected)
        #expect(try Fraction(number).rounded(to: 1, .nearestCandidate).description == expected)
        #expect(try BigFraction(number).rounded(to: 1, .nearestCandidate).description == expected)
        #expect(
            try number.negated.rounded(to: 1, .nearestCandidate).description == "-" + expected)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e20, -1e20, 1.7e308])
    func `what no decimal holds is an error`(number: Double) {
        for mode in NumberKind.double.roundings {
            #expect(throws: ArithmeticError.overflow) { try number.rounded(to: 2, mode) }
        }
    }

    @Test(arguments: [1e-300, Double.leastNonzeroMagnitude, 1e-40, 1e-36])
    func `what is smaller than any digit goes up only where any rest does`(number: Double) throws {
        #expect(try number.rounded(to: 18, .up) == Fixed(raw: 1))
        #expect(try (-number).rounded(to: 18, .up) == Fixed(raw: -1))
        for mode in NumberKind.decimal.roundings where mode != .up {
            #expect(try number.rounded(to: 18, mode) == .zero)
        }
    }
}

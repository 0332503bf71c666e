@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FractionRoundingTests {
    @Test func `rounding is exact in every mode or overflows`() {
        forAll(seed: 1101) { draws in
            let (number, digits) = draws.roundingFraction()
            let mode = draws.mode()
            return difference(
                outcome { () throws(ArithmeticError) in try number.rounded(to: digits, mode) },
                Exact(number).rounded(to: digits, mode), "\(number) to \(digits) \(mode)")
        }
    }

    @Test func `a sum over a count is exact or too wide`() {
        forAll(seed: 1102) { draws in
            let (sum, total) = draws.sum()
            let count = draws.isOneIn(2) ? Int128(1 + draws.below(1000)) : draws.whole()
            let found = Result { () throws(ArithmeticError) in
                try Fraction(sum, dividedBy: count)
            }
            guard count != 0 else { return difference(found, .failure(.divisionByZero), "0") }
            let expected = Exact(total, Exact.one * BigInt(count))
            switch found {
            case .success(let fraction):
                return difference(Exact(fraction), expected, "\(total) / \(count)")
            case .failure(let error):
                // The library's common divisor is slow: one overflow in ten is enough.
                guard error != .overflow || draws.isOneIn(10) else { return nil }
                let common = expected.upper.greatestCommonDivisor(with: expected.lower)
                let terms = [expected.upper / common, expected.lower / common]
                let isWide = terms.contains { $0.magnitude.bitWidth > 127 }
                return error == .overflow && isWide ? nil : "\(total) / \(count) threw \(error)"
            }
        }
    }

    @Test func `digits out of range count as the nearest in range`() throws {
        let third = Fraction(numerator: 1, denominator: 3)

        #expect(try third.rounded(to: 19, .down) == third.rounded(to: 18, .down))
        #expect(try third.rounded(to: .min, .up) == .one)
    }
}

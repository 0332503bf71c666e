import Arithmetic
import Methodology
import Testing

@testable import Robustness

@Suite struct SnappedRoundingTests {
    @Test(arguments: Rounding.allCases)
    func `decimals are rounded as the exact ones are`(mode: Rounding) throws {
        for digits in 0...3 {
            let rounding = SnappedRounding(Plan.Rounded(digits: digits, mode: mode))
            for hundredths in stride(from: -25_000, through: 25_000, by: 25) {
                // Ties of every number of digits, and what lies beside them.
                let exact = Fixed(raw: Int128(hundredths) * 100_000_000_000_000)
                let expected = Double(try exact.rounded(to: digits, mode))

                #expect(rounding(Double(exact)) == expected, "\(exact) to \(digits)")
            }
        }
    }

    @Test func `a tie is one within a billionth of the last digit`() {
        let up = SnappedRounding(Plan.Rounded(digits: 2, mode: .halfUp))
        let even = SnappedRounding(Plan.Rounded(digits: 2, mode: .halfEven))
        let down = SnappedRounding(Plan.Rounded(digits: 0, mode: .down))

        #expect(up(0.125 - 1e-13) == 0.13)
        #expect(up(0.125 - 1e-10) == 0.12)
        #expect(even(0.125 + 1e-13) == 0.12)
        #expect(down(3 - 1e-12) == 3)
        #expect(down(3 - 1e-6) == 2)
        #expect(up(.nan).isNaN)
        #expect(up(1e300) == 1e300)
    }
}

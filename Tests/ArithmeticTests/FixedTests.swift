@testable internal import Arithmetic
internal import BigInt
internal import Testing

/// The first magnitude that is no raw value of a ``Fixed``.
private let limit: Int128 = 100_000_000_000_000_000_000_000_000_000_000_000_000

@Suite struct FixedTests {
    @Test func `sums are exact or overflow`() {
        forAll(seed: 101) { draws in
            let (left, right) = draws.summands()
            return difference(
                outcome { () throws(ArithmeticError) in try left.adding(right) },
                Exact.checked(BigInt(left.raw) + BigInt(right.raw)), "\(left) + \(right)")
        }
    }

    @Test func `differences are exact or overflow`() {
        forAll(seed: 102) { draws in
            let (left, right) = draws.summands()
            let other = right.raw == .min ? right : right.negated
            return difference(
                outcome { () throws(ArithmeticError) in try left.subtracting(other) },
                Exact.checked(BigInt(left.raw) - BigInt(other.raw)), "\(left) - \(other)")
        }
    }

    @Test func `comparison agrees with whole numbers`() {
        forAll(seed: 103) { draws in
            let left = draws.fixed()
            let right = draws.isOneIn(4) ? Fixed(raw: left.raw &+ 1) : draws.fixed()
            let (first, second) = (BigInt(left.raw), BigInt(right.raw))
            return difference(
                [left < right, left == right, left > right],
                [first < second, first == second, first > second], "\(left) beside \(right)")
        }
    }

    @Test func `any whole number of 64 bits fits`() {
        #expect(Fixed(.max).description == "9223372036854775807")
        #expect(Fixed(.min).description == "-9223372036854775808")
        #expect([Fixed.zero, .one, .hundred].map(\.raw) == [0, Fixed(1).raw, Fixed(100).raw])
    }

    @Test func `the largest number is one step below 10 to the 20th`() throws {
        let largest = try Fixed("99999999999999999999.999999999999999999")
        let step = Fixed(raw: 1)

        #expect(throws: ArithmeticError.overflow) { try largest.adding(step) }
        #expect(throws: ArithmeticError.overflow) { try largest.negated.subtracting(step) }
        #expect(try largest.subtracting(largest) == .zero)
        #expect(try largest.adding(largest.negated) == .zero)
    }

    @Test(arguments: [Int128.min, .min + 1, -limit, limit, .max])
    func `a raw value beyond the limit throws and never traps`(raw: Int128) {
        let beyond = Fixed(raw: raw)

        #expect(throws: ArithmeticError.overflow) { try beyond.adding(.zero) }
        #expect(throws: ArithmeticError.overflow) { try beyond.subtracting(.zero) }
        #expect(throws: ArithmeticError.overflow) { try beyond.multiplied(by: .one) }
        #expect(throws: ArithmeticError.overflow) { try beyond.divided(by: .one) }
        #expect(throws: ArithmeticError.overflow) { try beyond.rounded(to: 0, .halfEven) }
        #expect(throws: ArithmeticError.divisionByZero) { try beyond.divided(by: .zero) }
    }
}

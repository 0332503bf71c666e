@testable internal import Arithmetic
internal import BigInt
internal import Testing

extension Draws {
    /// A sum of a few numbers and weighted numbers, beside its total as a raw value.
    mutating func sum() -> (WideSum, total: BigInt) {
        var (sum, total) = (WideSum(), BigInt(0))
        for _ in 0..<(1 + below(4)) {
            let value = fixed()
            if isOneIn(2) {
                sum.add(value)
                total += BigInt(value.raw)
            } else {
                let weight = Int64(truncatingIfNeeded: whole())
                sum.add(value, times: weight)
                total += BigInt(value.raw) * BigInt(Int128(weight))
            }
        }
        return (sum, total)
    }
}

extension WideSum {
    /// The sum of raw values.
    fileprivate var total: BigInt { BigInt(high) << 128 + BigInt(low) }
}

@Suite struct WideSumTests {
    @Test func `sums of products are exact`() {
        forAll(seed: 1301) { draws in
            let (left, first) = draws.sum()
            let (right, second) = draws.sum()
            var joined = left
            joined.add(right)
            return difference(
                [left, joined, left.subtracting(right), left.negated].map(\.total),
                [first, first + second, first - second, 0 - first], "\(first) and \(second)")
                ?? difference(left.sign, Int(first.signum()), "the sign of \(first)")
                ?? difference(joined.isExceeded, false, "the loss of bits in \(first)")
        }
    }

    @Test func `products of two numbers add up exactly`() {
        forAll(seed: 1307) { draws in
            let values = (0..<4).map { _ in draws.fixed() }
            var sum = WideSum()
            sum.add(values[0], times: values[1])
            sum.add(values[2], times: values[3])
            let raw = values.map { BigInt($0.raw) }
            return difference(sum.total, raw[0] * raw[1] + raw[2] * raw[3], "\(values)")
        }
    }

    @Test func `a sum over a whole number is rounded once or overflows`() {
        forAll(seed: 1302) { draws in
            let (sum, total) = draws.sum()
            let divisor = draws.isOneIn(2) ? Int128(1 + draws.below(1000)) : draws.whole()
            let mode = draws.mode()
            let found = outcome { () throws(ArithmeticError) in
                try sum.divided(by: divisor, mode)
            }
            guard divisor != 0 else {
                return difference(found, .failure(.divisionByZero), "\(total) / 0")
            }
            return difference(
                found, Exact.checked(Exact.quotient(total, BigInt(divisor), mode)),
                "\(total) / \(divisor) \(mode)")
        }
    }

    @Test func `a sum beyond its bits overflows whatever is made of it`() {
        var sum = WideSum()
        sum.add(Fixed(raw: .max), times: .max)
        for _ in 0..<70 { sum.add(sum) }

        #expect(sum.isExceeded)
        #expect(throws: ArithmeticError.overflow) { try sum.divided(by: .max) }
        #expect(throws: ArithmeticError.overflow) { try Fraction(sum, dividedBy: .max) }
        #expect(throws: ArithmeticError.overflow) { try BigFraction(sum, dividedBy: .max) }
        #expect(throws: ArithmeticError.overflow) {
            try WideSum().subtracting(sum).divided(by: .max)
        }
    }

    @Test func `nothing adds up to nothing`() throws {
        let sum = WideSum()

        #expect(sum.isZero)
        #expect(sum.sign == 0)
        #expect(try sum.divided(by: -3) == .zero)
        #expect(throws: ArithmeticError.divisionByZero) { try sum.divided(by: 0) }
    }
}

@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FixedTextTests {
    @Test func `what is printed is exact and reads back as the same number`() {
        forAll(seed: 501) { draws in
            let number = draws.fixed()
            let text = number.description
            let isInRange = BigInt(number.raw).magnitude < Exact.limit.magnitude
            let readBack = try? Fixed(text)
            return difference(Exact(text)?.raw, BigInt(number.raw), "\(number.raw)")
                ?? difference(readBack, isInRange ? number : nil, "reading \(text)")
        }
    }

    @Test func `text with fixed digits shows the rounded number`() {
        forAll(20_000, seed: 502) { draws in
            let (number, digits) = draws.rounding()
            let mode = draws.mode()
            let unit = BigInt(10).power(18 - digits)
            let expected = Exact.quotient(BigInt(number.raw), unit, mode) * unit
            let text = number.text(digits: digits, mode)
            let shown = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
            return difference(Exact(text)?.raw, expected, "\(number) to \(digits) \(mode)")
                ?? difference(shown, digits, "the digits of \(text)")
        }
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("1.50", "1.5"),
        ("-0.000000000000000001", "-0.000000000000000001"),
        ("00012.000", "12"), ("+7", "7"), (".5", "0.5"),
        ("1000000000000000000", "1000000000000000000"),
        ("-99999999999999999999.999999999999999999", "-99999999999999999999.999999999999999999"),
    ])
    func `plain digits without needless zeros`(text: String, expected: String) throws {
        #expect(try Fixed(text).description == expected)
    }

    @Test(arguments: [
        ("2.5", 0, "3"), ("2.5", 3, "2.500"), ("-0.004", 2, "0.00"), ("-0.005", 2, "-0.01"),
        ("1", 20, "1.00000000000000000000"), ("1.5", -3, "2"),
        ("99999999999999999999.5", 0, "100000000000000000000"),
        ("-99999999999999999999.999999999999999999", 2, "-100000000000000000000.00"),
    ])
    func `text with fixed digits never fails and has no negative zero`(
        number: String, digits: Int, expected: String
    ) throws {
        #expect(try Fixed(number).text(digits: digits, .halfUp) == expected)
    }

    @Test(arguments: [
        (Int128.min, "-170141183460469231731.687303715884105728"),
        (.max, "170141183460469231731.687303715884105727"),
    ])
    func `a raw value beyond the limit is printed all the same`(raw: Int128, expected: String) {
        #expect(Fixed(raw: raw).description == expected)
    }
}

extension Exact {
    /// The number times 10^18; `nil` when that is not whole.
    fileprivate var raw: BigInt? {
        let (quotient, rest) = (upper * Self.one).quotientAndRemainder(dividingBy: lower)
        return rest == 0 ? quotient : nil
    }
}

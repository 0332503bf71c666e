@testable internal import Arithmetic
internal import Testing

/// A decimal with two digits after the point in each mode, by the definition of the modes.
struct TieVector: Sendable {
    let number: String
    let expected: [Rounding: String]

    init(_ number: String, halfUp: String, halfEven: String, halfDown: String) {
        self.number = number
        // A tie lies between its neighbours: away from zero is up, toward zero is down.
        expected = [
            .halfUp: halfUp, .halfEven: halfEven, .halfDown: halfDown, .up: halfUp,
            .down: halfDown,
        ]
    }

    static let all = [
        TieVector("69.995", halfUp: "70", halfEven: "70", halfDown: "69.99"),
        TieVector("89.995", halfUp: "90", halfEven: "90", halfDown: "89.99"),
        TieVector("1.005", halfUp: "1.01", halfEven: "1", halfDown: "1"),
        TieVector("2.675", halfUp: "2.68", halfEven: "2.68", halfDown: "2.67"),
        TieVector("0.285", halfUp: "0.29", halfEven: "0.28", halfDown: "0.28"),
    ]
}

@Suite struct RoundingTests {
    @Test(arguments: TieVector.all, NumberKind.decimal.roundings)
    func `every number type rounds decimal ties alike`(vector: TieVector, mode: Rounding) throws {
        let number = try Fixed(vector.number)
        let expected = try #require(vector.expected[mode])
        let twin = expected == "0" ? "0" : "-" + expected

        #expect(try number.rounded(to: 2, mode).description == expected)
        #expect(try number.negated.rounded(to: 2, mode).description == twin)
        #expect(try Fraction(number).rounded(to: 2, mode).description == expected)
        #expect(try Fraction(number).negated.rounded(to: 2, mode).description == twin)
        #expect(try BigFraction(number).rounded(to: 2, mode).description == expected)
        #expect(try BigFraction(number).negated.rounded(to: 2, mode).description == twin)
    }

    @Test(arguments: [
        ("69.9949", "69.99"), ("69.994999999999999999", "69.99"), ("69.995000000000000001", "70"),
        ("1.0049", "1"), ("2.6750001", "2.68"), ("0.2850001", "0.29"),
    ])
    func `beside a tie the three halves agree`(number: String, expected: String) throws {
        let modes: [Rounding] = [.halfUp, .halfEven, .halfDown]
        let rounded = try modes.map { try Fixed(number).rounded(to: 2, $0).description }

        #expect(rounded == [expected, expected, expected])
    }

    @Test func `the modes have the names that editions use`() {
        let names = NumberKind.decimal.roundings.map(\.rawValue)
        let doubles = NumberKind.double.roundings.map(\.rawValue)

        #expect(names == ["half-up", "half-even", "half-down", "up", "down"])
        #expect(doubles == names + ["nearest-candidate"])
    }

    @Test func `a divisor that fills its type still rounds`() {
        let divisor = UInt64.max

        #expect(
            Rounding.halfUp.increment(remainder: divisor / 2, divisor: divisor, quotient: 0) == 0)
        #expect(
            Rounding.halfEven.increment(remainder: divisor / 2 + 1, divisor: divisor, quotient: 0)
                == 1)
        #expect(Rounding.up.increment(remainder: 1, divisor: divisor, quotient: 0) == 1)
        #expect(Rounding.down.increment(remainder: divisor - 1, divisor: divisor, quotient: 0) == 0)
    }
}

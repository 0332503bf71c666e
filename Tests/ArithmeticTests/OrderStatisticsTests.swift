@testable internal import Arithmetic
internal import Testing

@Suite struct OrderStatisticsTests {
    @Test(arguments: [
        (["3"], "3"), (["2", "1"], "1.5"), (["9", "1", "5"], "5"),
        (["4", "-4", "0.5", "0.2"], "0.35"), (["1", "1", "1", "2"], "1"),
        (["0.000000000000000001", "0"], "1/2000000000000000000"),
    ])
    func `the middle value, or the exact mean of the two middle ones`(
        texts: [String], expected: String
    ) throws {
        var values = try texts.map { try Fixed($0) }

        let (sum, count) = try #require(OrderStatistics.median(&values))

        #expect(try Fraction(sum, dividedBy: count).description == expected)
        #expect(values == values.sorted())
    }

    @Test func `without values there is no median`() {
        var none: [Fixed] = []

        #expect(OrderStatistics.median(&none) == nil)
    }

    @Test func `the middle of two extremes does not overflow`() throws {
        var values = [Fixed(raw: .max), Fixed(raw: .max)]

        let (sum, count) = try #require(OrderStatistics.median(&values))

        #expect(throws: ArithmeticError.overflow) { try sum.divided(by: count) }
        #expect(try sum.divided(by: count * 10) == Fixed(raw: .max).divided(by: Fixed(10)))
    }
}

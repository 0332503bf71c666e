@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct BigFractionTextTests {
    @Test func `both fractions print the same text`() {
        forAll(20_000, seed: 1601) { draws in
            let fraction = draws.fraction()
            return difference(
                BigFraction(fraction).description, fraction.description, "\(fraction)")
        }
    }

    @Test(
        arguments: [
            (2, 3, "2/3"), (-4, 6, "-2/3"), (3, 4, "0.75"), (-3, 4, "-0.75"), (0, 7, "0"),
            (-1, 1_000_000_000_000_000_000, "-0.000000000000000001"), (1_000_000, 1, "1000000"),
            (1, 3_000_000_000_000_000_000, "1/3000000000000000000"), (-100, 5, "-20"),
        ] as [(Int128, Int128, String)])
    func `decimals that end are plain, others are fractions`(
        upper: Int128, lower: Int128, expected: String
    ) {
        #expect(BigFraction(numerator: upper, denominator: lower).description == expected)
    }

    @Test func `numbers without limit keep every digit`() throws {
        let large = BigFraction(numerator: .max, denominator: 1)
        let cube = try large.multiplied(by: large).multiplied(by: large)

        #expect(cube.description == BigInt(Int128.max).power(3).description)
    }
}

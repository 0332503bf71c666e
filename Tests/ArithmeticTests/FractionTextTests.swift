@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FractionTextTests {
    @Test func `what is printed is the exact number`() {
        forAll(20_000, seed: 1201) { draws in
            let fraction = draws.fraction()
            return difference(
                Exact(fraction.description), Exact(fraction), fraction.description)
        }
    }

    @Test(arguments: [
        ("2/3", "2/3"), ("4/6", "2/3"), ("-1/12", "-1/12"), ("3/4", "0.75"), ("-3", "-3"),
        ("0.4", "0.4"), ("0/7", "0"), ("10/5", "2"), ("+1/3", "1/3"), ("-7/1", "-7"),
        ("1/99999999999999999999", "1/99999999999999999999"),
        ("99999999999999999999/3", "33333333333333333333"),
    ])
    func `fractions and decimals are read exactly`(text: String, expected: String) {
        #expect(Fraction(parsing: text)?.description == expected)
    }

    @Test(arguments: [
        "", "/", "1/", "/2", "1/0", "0/0", "1/-2", "1/+2", "1//2", "1/2/3", "0.5/2", "1/2.0",
        "1.0/2", "1 / 2", "1/٣", "½", "1/2e3", "1,5", "a/b", "1/100000000000000000000",
    ])
    func `anything else is refused`(text: String) {
        #expect(Fraction(parsing: text) == nil)
    }
}

@testable internal import Arithmetic
internal import Testing

@Suite struct ShortDecimalTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("12.50", 1250, 2), ("-4.5", -45, 1), (".5", 5, 1),
            ("007", 7, 0), ("123456789012345678", 123_456_789_012_345_678, 0),
            ("-.123456789012345678", -123_456_789_012_345_678, 18),
            ("99999999.9999999999", 999_999_999_999_999_999, 10),
        ] as [(String, Int64, UInt8)])
    func `digits and their point are read as written`(
        text: String, digits: Int64, fraction: UInt8
    ) throws {
        let found = ShortDecimal(parsing: text.utf8.span)
        let number = try #require(found)

        #expect(number.digits == digits)
        #expect(number.fraction == fraction)
        let complete = try Fixed(text)
        #expect(Fixed(number) == complete)
    }

    @Test(arguments: [
        "", "-", ".", "-.", "5.", "1.2.3", "+1", "1,5", "1e5", " 1", "1 ", "--1", "1-",
        "1234567890123456789", "0.123456789012345678", "12345678901234567890123", "1\u{0}", "٣",
    ])
    func `whatever else there is, is left to the complete reading`(text: String) {
        let found = ShortDecimal(parsing: text.utf8.span)

        #expect(found == nil)
    }

    @Test func `another mark may stand before the fraction`() throws {
        let comma = UInt8(ascii: ",")

        let number = ShortDecimal(parsing: "-1,25".utf8.span, decimalMark: comma)
        let other = ShortDecimal(parsing: "1.25".utf8.span, decimalMark: comma)

        #expect(number == ShortDecimal(digits: -125, fraction: 2))
        #expect(other == nil)
    }

    /// The complete reading, which takes one digit after the other, is the reference.
    @Test func `a million texts mean the same as in the complete reading`() {
        let notations = [Notation.plain, Notation(decimalMark: UInt8(ascii: ","))]
        forAll(1_000_000, seed: 604) { draws in
            let bytes = draws.nearlyNumber()
            let notation = notations[draws.below(2)]
            let short = ShortDecimal(parsing: bytes.span, decimalMark: notation.decimalMark)
            var reading = NumberReading(notation)
            let expected = Result { () throws(NumberProblem) in try reading.number(bytes.span) }
            let found = Result { () throws(NumberProblem) in
                try Fixed(parsing: bytes.span, notation)
            }
            // Within a longer text up to fifteen bytes are read at once.
            let around = [UInt8](repeating: UInt8(ascii: "7"), count: draws.below(3))
            let text = around + bytes + around + [UInt8](repeating: 0x2C, count: draws.below(18))
            let range = around.count..<(around.count + bytes.count)
            let part = ShortDecimal(in: text.span, range, decimalMark: notation.decimalMark)
            guard part == short else {
                return "\(String(decoding: text, as: UTF8.self)) has \(String(describing: part))"
            }
            guard found == expected, short.map({ .success(Fixed($0)) == expected }) ?? true else {
                let text = String(decoding: bytes, as: UTF8.self)
                return
                    "\"\(text)\" gave \(found), short \(String(describing: short)), not \(expected)"
            }
            return nil
        }
    }
}

extension Draws {
    /// Digits with a mark and a sign somewhere, and now and then something that is out of place.
    fileprivate mutating func nearlyNumber() -> [UInt8] {
        var bytes = (0..<below(23)).map { _ in UInt8(ascii: "0") + UInt8(below(10)) }
        if isOneIn(2) { bytes.insert(UInt8(ascii: "."), at: below(bytes.count + 1)) }
        if isOneIn(4) { bytes.insert(UInt8(ascii: ","), at: below(bytes.count + 1)) }
        if isOneIn(3) { bytes.insert(UInt8(ascii: "-"), at: 0) }
        if isOneIn(8) {
            let others = Array("+-eE /:;\u{0}".utf8) + [0x80, 0xFF, 0xB0]
            bytes.insert(others[below(others.count)], at: below(bytes.count + 1))
        }
        return bytes
    }
}

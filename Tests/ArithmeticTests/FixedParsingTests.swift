@testable internal import Arithmetic
internal import BigInt
internal import Testing

@Suite struct FixedParsingTests {
    static let german = Notation(decimalMark: UInt8(ascii: ","), groupMarks: ["."])
    static let spaced = Notation(
        decimalMark: UInt8(ascii: ","), groupMarks: [" ", "\u{a0}", "\u{202f}"])
    static let english = Notation(groupMarks: [","])
    static let scientific = Notation(allowsExponent: true)

    @Test(
        arguments: [
            ("", .empty), ("1,5", .notANumber), (" 1", .notANumber), ("1 ", .notANumber),
            ("1e5", .notANumber), ("٣", .notANumber), ("NaN", .notANumber), ("inf", .notANumber),
            ("0x10", .notANumber), ("5.", .notANumber), (".", .notANumber), ("-", .notANumber),
            ("+", .notANumber), ("--1", .notANumber), ("-+1", .notANumber), ("1-", .notANumber),
            ("1.2.3", .notANumber), ("1_000", .notANumber), ("1'000", .notANumber),
            ("1\u{0}", .notANumber), ("−1", .notANumber), ("１", .notANumber), ("1\n", .notANumber),
            ("12345678901234567890123x", .notANumber),
            ("0.0000000000000000001", .tooManyDigits), ("1.1234567890123456789", .tooManyDigits),
            ("100000000000000000000", .tooLarge), ("-100000000000000000000", .tooLarge),
            ("100000000000000000000.0000000000000000001", .tooLarge),
            ("99999999999999999999999999999999999999999999999999", .tooLarge),
        ] as [(String, NumberProblem)])
    func `what is no plain number is refused, with the reason`(
        text: String, expected: NumberProblem
    ) {
        #expect(throws: expected) { try Fixed(text) }
    }

    @Test(arguments: [
        "1,5", "1.000,5", "1 000", "1,000", "1e5", "1E-2", "1.5e+3",
    ])
    func `other notations are refused unless they are asked for`(text: String) {
        #expect(throws: NumberProblem.notANumber) { try Fixed(text) }
    }

    @Test(arguments: [
        ("1.234.567,25", german, "1234567.25"), ("1234567,25", german, "1234567.25"),
        ("-1.234", german, "-1234"), (",5", german, "0.5"),
        ("1 234 567,5", spaced, "1234567.5"), ("1\u{a0}234", spaced, "1234"),
        ("1\u{202f}234\u{202f}567", spaced, "1234567"), ("0,5", spaced, "0.5"),
        ("1,234.5", english, "1234.5"), ("12,345", english, "12345"), ("0.125", english, "0.125"),
        ("1.5e-3", scientific, "0.0015"), ("1E5", scientific, "100000"),
        ("-2.5e+19", scientific, "-25000000000000000000"), ("0e999999999999", scientific, "0"),
        ("1000e-18", scientific, "0.000000000000001"),
    ])
    func `marks are read where the notation has them`(
        text: String, notation: Notation, expected: String
    ) throws {
        #expect(try Fixed(text, notation).description == expected)
    }

    @Test(arguments: [
        ("1.23", german), ("1.2345", german), ("1234.567", german), (".123", german),
        ("1..234", german), ("1.234.", german), ("1,5,5", german), ("1,234.567", german),
        ("1 234\u{a0}567", spaced), ("1  234", spaced), ("1 234 ", spaced), (" 1", spaced),
        ("0,125", english), ("00,125", english), ("012,345", english), ("1,234,56", english),
        ("1e", scientific), ("e5", scientific), ("1e+", scientific), ("1e1.5", scientific),
        ("1e5e5", scientific), ("1 e5", scientific), ("1e5", german),
    ])
    func `marks out of place are refused`(text: String, notation: Notation) {
        #expect(throws: NumberProblem.notANumber) { try Fixed(text, notation) }
    }

    @Test(arguments: [
        ("1e20", NumberProblem.tooLarge), ("1e999999999999999999999", .tooLarge),
        ("1e-19", .tooManyDigits), ("1e-999999999999999999999", .tooManyDigits),
        ("123456789012345678901e0", .tooLarge),
    ])
    func `an exponent may not lead out of range`(text: String, expected: NumberProblem) {
        #expect(throws: expected) { try Fixed(text, Self.scientific) }
    }

    @Test func `zeros without end decide nothing`() throws {
        let zeros = String(repeating: "0", count: 100_000)

        #expect(try Fixed(zeros + "1.5" + zeros).description == "1.5")
        #expect(try Fixed("0." + zeros) == .zero)
        #expect(throws: NumberProblem.tooLarge) { try Fixed("1" + zeros) }
        #expect(throws: NumberProblem.tooManyDigits) { try Fixed("0." + zeros + "1") }
        #expect(try Fixed("1" + zeros + "e-100000", Self.scientific) == .one)
    }

    @Test func `a number is read exactly however it is written`() {
        forAll(seed: 601) { draws in
            let (text, notation, expected) = draws.written()
            let found = Result { () throws(NumberProblem) in try Fixed(text, notation).raw }
            return difference(found, .success(expected), "\"\(text)\"")
        }
    }

    @Test func `any bytes are read or refused`() {
        let alphabet = Array("0123456789.,eE+- x\u{a0}\u{202f}".utf8)
        let notations = [.plain, Self.german, Self.spaced, Self.english, Self.scientific]
        forAll(seed: 602) { draws in
            let bytes = (0..<draws.below(24)).map { _ in alphabet[draws.below(alphabet.count)] }
            let notation = notations[draws.below(notations.count)]
            guard let number = try? Fixed(parsing: bytes.span, notation) else { return nil }
            let isInRange = BigInt(number.raw).magnitude < Exact.limit.magnitude
            return isInRange ? nil : "\(bytes) gave \(number)"
        }
    }
}

extension Draws {
    /// A number in range as someone may write it, in the notation that allows that.
    fileprivate mutating func written() -> (String, Notation, Int128) {
        let raw = signed(Int128(truncatingIfNeeded: magnitude(bits: 126)))
        let size = String(raw.magnitude)
        let sign = raw < 0 ? "-" : isOneIn(4) ? "+" : ""
        if isOneIn(3) {
            // digits e-18, with the point moved to some place among them
            let place = below(size.utf8.count + 1)
            let moved = size.utf8.count - place - 18
            let mark = place < size.utf8.count ? "." : ""
            let text = sign + size.prefix(place) + mark + size.dropFirst(place) + "e\(moved)"
            return (text, FixedParsingTests.scientific, raw)
        }
        let padded = String(repeating: "0", count: max(0, 19 - size.utf8.count)) + size
        let (whole, part) = (padded.dropLast(18), padded.suffix(18))
        guard isOneIn(2) else {
            let zeros = String(repeating: "0", count: below(4))
            return ("\(sign)\(zeros)\(whole).\(part)\(zeros)", .plain, raw)
        }
        return ("\(sign)\(Self.grouped(String(whole))),\(part)", FixedParsingTests.german, raw)
    }

    private static func grouped(_ whole: String) -> String {
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.utf8.count - index).isMultiple(of: 3) { text += "." }
            text.append(digit)
        }
        return text
    }
}

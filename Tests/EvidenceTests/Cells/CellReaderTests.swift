import Arithmetic
import Domain
import TestSupport
import Testing

@testable import Evidence

@Suite struct CellReaderTests {
    private func read(
        _ text: String, _ type: ValueType, isOptional: Bool = true, least: Fixed? = nil,
        greatest: Fixed? = nil, markers: Markers = .none
    ) throws(CellProblem) -> CellValue {
        let field = Field(
            id: "f", type: type, isOptional: isOptional, least: least, greatest: greatest)
        return try CellReader(field, form: .year, markers: markers).read(text.utf8.span)
    }

    @Test func `a share is within 0 and 1 unless declared otherwise`() throws {
        #expect(try read("1", .share) == .number(.one))
        #expect(throws: CellProblem.outside("1.01", .zero, .one)) { try read("1.01", .share) }
        #expect(throws: CellProblem.outside("-1", .zero, .one)) { try read("-1", .share) }
        #expect(try read("1.01", .share, greatest: Fixed(2)) == .number(try Fixed("1.01")))
    }

    @Test func `a count is whole and not negative unless declared otherwise`() throws {
        #expect(try read("3.0", .count) == .number(Fixed(3)))
        #expect(throws: CellProblem.notWhole("3.5")) { try read("3.5", .count) }
        #expect(throws: CellProblem.outside("-1", .zero, nil)) { try read("-1", .count) }
        #expect(try read("-1", .count, least: Fixed(-2)) == .number(Fixed(-1)))
    }

    @Test func `an empty cell is unknown and refused where a value is required`() throws {
        for type in [ValueType.number, .text, .code(["A"]), .date, .period, .flag] {
            #expect(try read("", type) == .blank(.unknown))
            #expect(throws: CellProblem.blank("")) { try read("", type, isOptional: false) }
        }
    }

    @Test func `a code's own word comes before a marker, a marker before a number`() throws {
        var markers = Markers.none
        markers.add("NA", .notApplicable)
        markers.add("-9", .unknown)

        #expect(try read("NA", .code(["Y", "NA"]), markers: markers) == .position(1))
        #expect(try read("NA", .code(["Y"]), markers: markers) == .blank(.notApplicable))
        #expect(try read("NA", .text, markers: markers) == .blank(.notApplicable))
        #expect(try read("-9", .number, markers: markers) == .blank(.unknown))
        #expect(
            try read("NA", .number, isOptional: false, markers: markers) == .blank(.notApplicable))
        #expect(throws: CellProblem.blank("-9")) {
            try read("-9", .number, isOptional: false, markers: markers)
        }
    }

    @Test func `words of long lists are found as those of short ones`() throws {
        let words = (0..<100).map { "w\($0)" }

        #expect(try read("w99", .code(words)) == .position(99))
        #expect(throws: CellProblem.notAWord("W1", words)) { try read("W1", .code(words)) }
    }

    @Test(arguments: [1, 100])
    func `a word in other bytes is another word, however long the list`(count: Int) throws {
        let words = ["caf\u{e9}"] + (1..<count).map { "w\($0)" }

        #expect(try read("caf\u{e9}", .code(words)) == .position(0))
        #expect(throws: CellProblem.self) { try read("cafe\u{301}", .code(words)) }
    }

    @Test func `nothing is trimmed or taken in another case`() {
        #expect(throws: CellProblem.self) { try read(" 1", .number) }
        #expect(throws: CellProblem.self) { try read("Y ", .code(["Y"])) }
        #expect(throws: CellProblem.self) { try read("True", .flag) }
        #expect(throws: CellProblem.self) { try read("2024-3-1", .date) }
        #expect(throws: CellProblem.self) { try read("2023-24", .period) }
    }
}

/// Cells as a file declares that it writes them.
@Suite struct CellNotationsTests {
    private func read(
        _ text: String, _ type: ValueType, _ notations: CellNotations, isOptional: Bool = true
    ) throws(CellProblem) -> CellValue {
        let field = Field(id: "f", type: type, isOptional: isOptional)
        return try CellReader(field, form: .year, notations).read(text.utf8.span)
    }

    @Test func `numbers are read in the declared notation and in no other`() throws {
        var notations = CellNotations()
        notations.numbers = Notation(
            decimalMark: UInt8(ascii: ","), groupMarks: NumberHint.spaces, allowsExponent: true)
        let value = CellValue.number(try Fixed("1234567.5"))

        for text in [
            "1 234 567,5", "1\u{a0}234\u{a0}567,5", "1\u{202f}234\u{202f}567,50",
            "1\u{2009}234\u{2009}567,5", "1234567,5", "1,2345675e6",
        ] {
            #expect(try read(text, .number, notations) == value, "\(text)")
        }
        for text in ["1234567.5", "1 234\u{a0}567,5", "12 34", "1 234 567 ,5", ",5 "] {
            #expect(throws: CellProblem.self, "\(text)") { try read(text, .number, notations) }
        }
        #expect(
            throws: CellProblem.notANumber(
                "0,1234567890123456789", .tooManyDigits, notations.numbers)
        ) {
            try read("0,1234567890123456789", .number, notations)
        }
    }

    @Test func `a text in a column of numbers is the declared blank, a number stays one`() throws {
        var notations = CellNotations(otherWords: .notApplicable)
        notations.markers.add(".", .unknown)

        #expect(try read("in words", .number, notations) == .blank(.notApplicable))
        #expect(try read("12", .number, notations) == .number(Fixed(12)))
        #expect(try read(".", .number, notations) == .blank(.unknown))
        #expect(try read("", .number, notations) == .blank(.unknown))
        #expect(throws: CellProblem.self) { try read("100000000000000000000", .number, notations) }
        notations.otherWords = .unknown
        #expect(throws: CellProblem.blank("in words")) {
            try read("in words", .number, notations, isOptional: false)
        }
    }

    @Test func `declared words for true and false replace those of the program`() throws {
        let notations = CellNotations(flags: .init(yes: ["Y", "да"], no: ["N"]))

        #expect(try read("да", .flag, notations) == .flag(true))
        #expect(try read("N", .flag, notations) == .flag(false))
        #expect(throws: CellProblem.self) { try read("true", .flag, notations) }
    }
}

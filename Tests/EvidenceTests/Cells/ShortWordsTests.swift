import Domain
import Testing

@testable import Evidence

@Suite struct ShortWordsTests {
    private static let words = ["Y", "N", "closed", "withdrawn", "eight888", "", "é"]

    private func position(_ text: String, _ type: ValueType) -> Int32? {
        let bytes = "," + text + ","
        let cell = CSVCell(start: 1, end: 1 + text.utf8.count)
        return ShortWords(type).position(of: cell, in: bytes.utf8.span)
    }

    @Test func `a word of up to eight bytes is found, a longer or empty one is left`() {
        for (place, word) in Self.words.enumerated() {
            let isShort = (1...8).contains(word.utf8.count)

            #expect(position(word, .code(Self.words)) == (isShort ? Int32(place) : nil))
        }
    }

    @Test(arguments: ["y", "Y ", "close", "closed1", "e\u{301}", "eight8889"])
    func `what is no word byte for byte is not found`(text: String) {
        #expect(position(text, .code(Self.words)) == nil)
        #expect(position(text, .text) == nil)
    }
}

internal import Locales
internal import Testing

@Suite struct PhraseTests {
    @Test func `words that follow each other are one part`() {
        var phrase: Phrase = "rank "
        phrase.append("")
        phrase.append("of ")
        phrase.append(.code("total"))

        #expect(phrase.parts == [.text("rank of "), .code("total")])
        #expect(phrase.plain == "rank of total")
    }

    @Test func `an interpolation keeps what is more than words`() {
        let figure = Phrase.figure(exact: "1/3", shown: "0.33")
        let name = "body"

        let phrase: Phrase = "\(name) got \(figure)."

        #expect(
            phrase.parts == [
                .text("body got "), .figure(exact: "1/3", shown: "0.33"), .text("."),
            ])
    }

    @Test func `phrases are joined with words between them`() {
        #expect([Phrase.code("a"), "b"].joined(separator: " + ").plain == "a + b")
        #expect([Phrase]().joined(separator: ", ").isEmpty)
        #expect(("a" + Phrase.code("b")).parts == [.text("a"), .code("b")])
    }
}

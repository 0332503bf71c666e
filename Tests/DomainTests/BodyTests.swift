import Domain
import Testing

@Suite struct BodyTests {
    @Test func `a body exists on its first and last days and between`() throws {
        let body = Body(
            id: "b", title: LanguageMap([]), kind: "ministry", from: Day("2024-02-01"),
            to: Day("2024-02-03"))

        let days = ["2024-01-31", "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"]
        let existed = try days.map { body.existed(on: try #require(Day($0))) }

        #expect(existed == [false, true, true, true, false])
    }

    @Test func `a text that lacks a language is shown in the first one written`() {
        let map = LanguageMap([
            LanguageMap.Entry(language: "kk", text: "Жауаптар"),
            LanguageMap.Entry(language: "en", text: "Answers"),
        ])

        #expect(map.text(in: "en") == "Answers")
        #expect(map.text(in: "fr") == "Жауаптар")
        #expect(map.text(in: nil) == "Жауаптар")
        #expect(LanguageMap([]).text(in: "en") == nil)
    }
}

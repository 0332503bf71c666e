import Commands
import Testing
import TestSupport

struct MethodologiesTests {
    @Test func `what comes with the program is listed`() {
        expectGolden(
            Methodologies.answer(language: nil, .none).transcript, "methodologies.txt")
    }

    @Test func `titles are in the language that was asked for`() {
        let text = Methodologies.answer(language: "fr", .none).output.text
        #expect(text.contains("Cadre de responsabilisation de gestion"))
    }
}

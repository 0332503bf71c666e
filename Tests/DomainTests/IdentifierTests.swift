import Domain
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "9", "_x", "a.b-c", "2024-25"])
    func `letters, digits, dots, underscores and hyphens make an id`(text: String) {
        #expect(Identifier.isValid(text))
    }

    @Test(arguments: ["", "..", ".git", "-b", "--help", "-2-3", "=1", "a b", "é", "a\n"])
    func `what is an option, a formula, a folder or no word is no id`(text: String) {
        #expect(!Identifier.isValid(text))
    }
}

import Testing

@testable import Evidence

@Suite struct SuggesterTests {
    @Test func `help ends when too many words were compared`() {
        var suggester = Suggester()
        let ids = (0..<10_000).map { "body-\($0)" }
        let help = (0..<6).map { _ in
            suggester.help(for: "bdy-7", among: ids, otherwise: "Add it")
        }

        #expect(help == Array(repeating: "Write \"body-7\"", count: 5) + ["Add it"])
    }
}

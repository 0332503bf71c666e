import Diagnostics
@testable import Methodology
import Testing

/// What belongs to the language and is not computed yet is refused, never passed over.
@Suite struct LaterVersionTests {
    private func codes(_ scorecard: String, _ more: String = "") -> [String] {
        Editions.read(
            Editions.example(
                """
                \(more)
                scorecard: \(scorecard)
                """)
        ).log.entries.map(\.code)
    }

    @Test(arguments: Vocabulary.laterMissing)
    func `a missing rule of a later version is refused`(word: String) {
        let leaf = "id: a, value: \"1\", score: as-is"

        #expect(codes("{\(leaf), missing: {rule: \(word)}}") == ["edition.not-yet"])
        #expect(codes("{\(leaf), missing: {rule: {\(word): 1}}}") == ["edition.not-yet"])
    }

    @Test(arguments: Vocabulary.edition.later)
    func `an edition's key of a later version is refused`(key: String) {
        #expect(codes("{id: a, value: \"1\", score: as-is}", "\(key): x") == ["edition.not-yet"])
    }
}

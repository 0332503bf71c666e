import AssessmentSupport
import Diagnostics
import Domain
import Methodology
import Testing

/// What differs between two editions with stages.
@Suite struct StagesDifferenceTests {
    private func changes(_ old: String, _ new: String) throws -> [Change] {
        let edition = Workbench.stagesEdition()
        func text(_ edition: String) throws -> EditionText {
            let (text, log) = EditionText.read(from: MemorySource(["edition.yaml": edition]))
            return try #require(text, "\(log.text)")
        }
        #expect(edition.contains(old))
        return EditionDifference(
            from: try text(edition),
            to: try text(edition.replacing(old, with: new))
        ).changes
    }

    @Test func `a pass mark that moves is a part of the score rule`() throws {
        let changes = try changes("floor: 20, pass: 76", "floor: 20, pass: 80")

        #expect(changes.map(\.subject.id) == ["A-P2"])
        #expect(changes.map(\.key) == ["score"])
        #expect(changes.first?.parts.map(\.path) == [["thresholds", "pass"]])
        #expect(changes.first?.parts.first?.old == "76" && changes.first?.parts.first?.new == "80")
        #expect(changes.map(\.topic) == [.scores])
    }

    @Test func `a criterion that is no longer decisive is told at the criterion`() throws {
        let changes = try changes("decisive: true, ", "")

        #expect(changes.map(\.subject.id) == ["A-P1"])
        #expect(changes.map(\.key) == ["decisive"])
        #expect(changes.map(\.topic) == [.policies])
    }

    @Test func `the rule of the verdict is told down to the key`() throws {
        let changes = try changes("decisive: {below: 40,", "decisive: {below: 50,")

        #expect(changes.map(\.subject.kind) == ["stages"])
        #expect(changes.map(\.key) == ["decisive"])
        #expect(changes.first?.parts.map(\.path) == [["below"]])
    }

    @Test func `a phrase is a text, letter by letter`() throws {
        let changes = try changes("en: pre-professional", "en: Pre-Professional")

        #expect(changes.map(\.key) == ["phrases"])
        #expect(changes.first?.parts.map(\.path) == [["before", "en"]])
    }

    @Test func `the level body is what an absent one says`() throws {
        #expect(try changes("origin: proposed,", "origin: proposed, level: body,").isEmpty)
    }
}

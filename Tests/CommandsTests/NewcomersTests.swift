import Commands
import TestSupport
import Testing

/// Three fictional editions that were written from docs/language.md alone: the scorecard of a
/// ministry with penalties and gates, a graded assessment as PEFA's, and a min–max index with peers.
@Suite struct NewcomersTests {
    private static let editions = ["ministry", "graded", "index"]

    private func path(_ name: String) -> String { Project.fixture("newcomers/\(name)") }

    @Test(arguments: editions)
    func `an edition written from the reference page holds its cases`(name: String) {
        let answer = TestEdition.answer(path(name) + "/methodology", .none)
        #expect(answer.status == .done, "\(answer.transcript)")
        #expect(answer.output.text.contains(", all hold"))
    }

    @Test(arguments: editions)
    func `a workspace written from the reference page can be assessed`(name: String) {
        let request = Assess.Request(Workspace.Request(folder: path(name)))
        let answer = Assess.answer(request, .none)
        #expect(answer.status == .done, "\(answer.transcript)")
    }
}

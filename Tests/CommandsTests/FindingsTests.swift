import Commands
import Testing
import TestSupport

struct FindingsTests {
    @Test func `the record whose declared result is wrong is found with its values`() {
        let answer = Findings.answer(Project.workspace("teaching"), isFailing: false, .none)
        expectGolden(answer.transcript, "findings-teaching.txt")
        #expect(answer.status == .done)
    }

    @Test func `what a computed field rests on stands beside it`() {
        let answer = Findings.answer(Project.workspace("ca-results"), isFailing: false, .none)
        expectGolden(answer.transcript, "findings-ca-results.txt")
        #expect(answer.status == .done)
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `plans that ask for little follow, in the words of the language`(language: String) {
        let answer = Findings.answer(
            Project.workspace("state", edition: "kz-954", language: language), isFailing: true,
            .none)
        expectGolden(answer.transcript, "findings-state.\(language).txt")
        #expect(answer.status == .failed)
    }

    @Test func `findings fail only where asked to`() {
        let all = Findings.answer(Project.workspace("teaching"), isFailing: true, .none)
        #expect(all.status == .failed)
        let later = Findings.answer(
            Project.workspace("teaching", period: "2025"), isFailing: true, .none)
        #expect(later.status == .done)
    }
}

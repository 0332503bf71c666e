import Commands
import Foundation
import Testing
import TestSupport

struct CompareTests {
    private static func answer(
        _ old: String, _ new: String, format: Compare.Format = .text
    ) -> Answer {
        Compare.answer(
            Compare.Request(
                from: Project.fixture("comparing/\(old)"),
                to: Project.fixture("comparing/\(new)"), format: format), .none)
    }

    @Test(arguments: Compare.Format.allCases)
    func `every kind of change is told as recorded`(format: Compare.Format) {
        let answer = Self.answer("old", "new", format: format)
        expectGolden(answer.transcript, "compare-every-kind.\(format.rawValue).txt")
    }

    @Test func `every kind of change of the teaching edition is told as recorded`() {
        let answer = Compare.answer(
            Compare.Request(from: "teaching/2025", to: Project.fixture("comparing/teaching")),
            .none)
        expectGolden(answer.transcript, "compare-teaching.txt")
    }

    @Test func `changes are told backwards as well`() {
        expectGolden(Self.answer("new", "old").transcript, "compare-backwards.txt")
    }

    @Test func `an edition that is only written otherwise has no changes`() {
        let answer = Self.answer("old", "rewritten")
        #expect(
            answer.output.text.contains(
                "They mean the same; the files differ in comments, layout or test cases\n"),
            "\(answer.transcript)")
    }

    @Test func `an edition does not differ from itself`() {
        #expect(Self.answer("new", "new").output.text.contains("The files are the same\n"))
    }

    @Test func `two methodologies are compared, and that is said`() {
        let answer = Compare.answer(
            Compare.Request(from: "ca-service-maf", to: "ca-service-maf-mean"), .none)
        #expect(answer.output.text.contains("These are two methodologies"))
    }

    @Test func `an edition with errors is refused with its place`() {
        let answer = Compare.answer(
            Compare.Request(from: Project.fixture("faulty"), to: "teaching/2026"), .none)
        #expect(answer.status == .wrongInput)
        #expect(answer.messages.text.contains("faulty/edition.yaml:65:11: error: "))
    }
}

import Commands
import Foundation
import Testing
import TestSupport

struct TestEditionTests {
    @Test(arguments: Project.editions)
    func `the cases of what comes with the program hold`(name: String) {
        let answer = TestEdition.answer(name, .none)
        #expect(answer.status == .done, "\(answer.transcript)")
        #expect(answer.output.text.contains(", all hold"))
    }

    @Test func `a case that fails says what came out, and the process ends with 1`() {
        let answer = TestEdition.answer(Project.fixture("failing"), .none)
        expectGolden(answer.transcript, "test-failing.txt")
        #expect(answer.status == .failed)
    }

    @Test func `what comes next is a command that can be given`() {
        let path = Project.path("methodologies/teaching/2025")
        let shipped = TestEdition.answer("teaching/2025", .none).output.text
        let own = TestEdition.answer(path, .none).output.text
        #expect(shipped.hasSuffix("apparatus new my-workspace --methodology teaching/2025\n"))
        #expect(own.hasSuffix("apparatus new my-workspace --methodology \(path)\n"))
    }

    @Test func `a case without a score says why`() throws {
        try Project.inTemporaryFolder { folder in
            let rules = folder + "/r"
            try FileManager.default.copyItem(
                atPath: Project.path("methodologies/teaching/2025"), toPath: rules)
            try """
            - name: nobody says how many works were done
              node: works
              given: {works_planned: 4}
              then: {score: 100}
            """.write(toFile: rules + "/edition.test.yaml", atomically: true, encoding: .utf8)
            let answer = TestEdition.answer(rules, .none)
            #expect(answer.status == .failed)
            #expect(answer.output.text.contains("      because works_done is not known\n"))
        }
    }

    @Test func `what was only counted of a faulty case is said`() throws {
        try Project.inTemporaryFolder { folder in
            let rules = folder + "/r"
            try FileManager.default.copyItem(
                atPath: Project.path("methodologies/teaching/2025"), toPath: rules)
            let requests = String(repeating: "    - {days: soon, in_time: Y}\n", count: 250)
            let text =
                "- name: days are words\n  node: answers\n  given:\n    requests:\n"
                + requests + "  then: {score: 100}\n"
            try text.write(toFile: rules + "/edition.test.yaml", atomically: true, encoding: .utf8)

            let answer = TestEdition.answer(rules, .none)

            #expect(answer.status == .failed)
            #expect(answer.output.text.contains("      50 more of the same kinds are not shown\n"))
        }
    }

    @Test func `evidence is not taken for rules`() {
        let answer = TestEdition.answer(Project.path("examples/teaching"), .none)
        #expect(answer.status == .wrongInput)
        #expect(answer.messages.text.contains("help: Name its edition: teaching/2025"))
    }

    @Test func `an edition that is faulty is not tested`() {
        #expect(TestEdition.answer(Project.fixture("faulty"), .none).status == .wrongInput)
    }
}

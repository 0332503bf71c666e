import Commands
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
        #expect(own.hasSuffix("apparatus assess my-workspace --edition \(path)\n"))
    }

    @Test func `an edition that is faulty is not tested`() {
        #expect(TestEdition.answer(Project.fixture("faulty"), .none).status == .wrongInput)
    }
}

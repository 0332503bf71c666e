import Commands
import Foundation
import Testing
import TestSupport

struct CheckTests {
    @Test func `every mistake is told with its line and a caret on a terminal`() {
        let answer = Check.answer(Check.Request(Project.fixture("faulty")), .plain)
        expectGolden(answer.transcript, "check-faulty.txt")
    }

    @Test func `off the terminal no line is shown`() {
        let answer = Check.answer(Check.Request(Project.fixture("faulty")), .none)
        #expect(!answer.output.text.contains("^"))
        #expect(answer.status == .wrongInput)
    }

    @Test func `as JSON the answer is a list and nothing else`() throws {
        let answer = Check.answer(
            Check.Request(Project.fixture("faulty"), isJSON: true), .none)
        expectGolden(answer.transcript, "check-faulty.json.txt")
        let list = try JSONSerialization.jsonObject(with: Data(answer.output.bytes))
        #expect((list as? [[String: Any]])?.count == 3)
    }

    @Test(arguments: Project.editions)
    func `what comes with the program can be used, also where warnings are errors`(name: String) {
        let answer = Check.answer(Check.Request(name, isStrict: true), .none)
        #expect(answer.status == .done, "\(answer.transcript)")
    }

    @Test func `a workspace is checked with its edition`() {
        let answer = Check.answer(Check.Request(Project.path("examples/teaching")), .none)
        expectGolden(answer.transcript, "check-workspace.txt")
    }

    @Test func `what is nowhere is missing`() {
        let answer = Check.answer(Check.Request("no/such"), .none)
        #expect(answer.status == .missing)
    }
}

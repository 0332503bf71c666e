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

    @Test func `a misspelt kind, a period outside and a file that is gone are told`() throws {
        try Project.inCopy(of: Project.path("examples/teaching")) { workspace in
            func replace(_ old: String, _ new: String, in file: String) throws {
                let text = try String(contentsOfFile: workspace + file, encoding: .utf8)
                try text.replacingOccurrences(of: old, with: new)
                    .write(toFile: workspace + file, atomically: true, encoding: .utf8)
            }
            try replace(",agency,", ",Agency,", in: "/bodies.csv")
            try replace(",2025,", ",2026,", in: "/inputs.csv")
            try replace(",2025,", ",2026,", in: "/requests.csv")
            let told = Check.answer(Check.Request(workspace), .none).transcript
            #expect(told.contains("warning: lighthouses is of the kind \"Agency\""))
            #expect(told.contains("help: Write \"agency\""))
            #expect(told.contains("Outside  2026: the edition holds for 2024-01-01 to 2025-12-31"))
            try FileManager.default.removeItem(atPath: workspace + "/inputs.csv")
            let gone = Check.answer(Check.Request(workspace), .none)
            #expect(gone.status == .missing)
            #expect(gone.output.text.contains("Next: mend what is marked as error"))
        }
    }

    @Test func `as JSON, too, what was only counted is said where warnings are errors`() throws {
        try Project.inCopy(of: Project.path("examples/teaching")) { workspace in
            let file = workspace + "/bodies.csv"
            let bodies = try String(contentsOfFile: file, encoding: .utf8)
            let columns = bodies.prefix { $0 != "\n" }.count { $0 == "," }
            let blanks = String(repeating: ",", count: columns - 1)
            let others = (1...250).map { "b\($0),club\(blanks)" }
            try (bodies + others.joined(separator: "\n") + "\n")
                .write(toFile: file, atomically: true, encoding: .utf8)

            let answer = Check.answer(
                Check.Request(workspace, isStrict: true, isJSON: true), .none)

            #expect(answer.status == .wrongInput)
            #expect(answer.output.text.contains("50 more of the same are not listed"))
        }
    }

    @Test func `what is nowhere is missing`() {
        let answer = Check.answer(Check.Request("no/such"), .none)
        #expect(answer.status == .missing)
    }
}

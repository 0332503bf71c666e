import Commands
import Foundation
import TestSupport
import Testing

/// A workspace of two methodologies: its own counts goals reached, the other has stages.
@Suite struct SeveralMethodologiesTests {
    private static let folder = Project.fixture("stages")

    private static func assess(_ edition: String? = nil) -> Answer {
        Assess.answer(
            Assess.Request(
                Workspace.Request(folder: folder, edition: edition, period: "2024"),
                to: .csv), .none)
    }

    @Test func `the first methodology is the workspace's own`() {
        let text = Self.assess().output.text
        #expect(text.contains("roads,"), "\(text)")
        #expect(text.contains("80"))
        // The whole apparatus is of a kind that only the other methodology applies to.
        #expect(!text.contains("2023,state,"))
    }

    @Test(arguments: ["ladder", "ladder/2023"])
    func `another one is picked by its methodology or its edition`(name: String) {
        let answer = Self.assess(name)
        #expect(answer.status == .done, "\(answer.transcript)")
        #expect(answer.output.text.contains("A-P"))
        #expect(answer.output.text.contains("2023,state,"))
    }

    @Test func `the own one is picked by its name as well`() {
        #expect(Self.assess("goals").output.text == Self.assess().output.text)
    }

    @Test func `check checks the workspace by each of them`() {
        expectGolden(
            Check.answer(Check.Request(Self.folder), .none).transcript,
            "several-methodologies-check.txt")
    }

    @Test func `what none of them knows is refused`() throws {
        try Project.inTemporaryFolder { folder in
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
            let file = folder + "/goals.csv"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacing("reached", with: "reachd")
                .write(toFile: file, atomically: true, encoding: .utf8)
            let answer = Assess.answer(
                Assess.Request(Workspace.Request(folder: folder, edition: "ladder")), .none)
            #expect(answer.status == .wrongInput)
            #expect(answer.messages.text.contains("the heading \"reachd\" is not known"))
        }
    }
}

import Commands
import Diagnostics
import Foundation
import Testing
import TestSupport

struct EditionLocationTests {
    @Test(arguments: ["teaching/2025", "teaching", "ca-service-maf/2023-24"])
    func `shipped editions are found by methodology and edition, or by the methodology alone`(
        name: String
    ) throws {
        _ = try EditionLocation.find(name)
    }

    @Test func `a methodology alone means the last of its editions`() {
        let named = TestEdition.answer("teaching", .none).output.text
        #expect(named.hasPrefix("holds the example printed in clause 2 of Order 44"))
    }

    @Test func `a folder and a file are found by their path`() throws {
        _ = try EditionLocation.find(Project.path("methodologies/teaching/2025"))
        _ = try EditionLocation.find(Project.path("methodologies/teaching/2025/edition.yaml"))
    }

    @Test func `what else lies beside an edition of one file is not looked at`() throws {
        try Project.inTemporaryFolder { folder in
            let deep = String(repeating: "/a", count: 60)
            try FileManager.default.createDirectory(
                atPath: folder + deep, withIntermediateDirectories: true)
            let rules = try String(
                contentsOfFile: Project.fixture("failing/edition.yaml"), encoding: .utf8)
            let sources = "sources: {order-1: {title: {en: Order 1 (fictional)}}}\n"
            try (rules + sources).write(
                toFile: folder + "/rules.yaml", atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(
                atPath: Project.fixture("failing/edition.test.yaml"),
                toPath: folder + "/rules.test.yaml")
            let answer = TestEdition.answer(folder + "/rules.yaml", .none)
            #expect(answer.output.text.contains("rules.test.yaml:6:3"), "\(answer.transcript)")
        }
    }

    @Test func `what is near is offered`() {
        let refusal = #expect(throws: Refusal.self) { try EditionLocation.find("teching/2025") }
        #expect(refusal?.status == .missing)
        let help = refusal?.complaints.first?.log.entries.first?.help
        #expect(help?.hasPrefix("Did you mean \"teaching/2025\"?") ?? false)
    }

    @Test func `a file that is no edition is refused as input`() {
        let refusal = #expect(throws: Refusal.self) {
            try EditionLocation.find(Project.path("README.md"))
        }
        #expect(refusal?.status == .wrongInput)
    }
}

import Commands
import Diagnostics
import Testing
import TestSupport

struct EditionLocationTests {
    @Test(arguments: ["teaching/2025", "teaching", "ca-service-maf/2023-24"])
    func `shipped editions are found by methodology and edition, or by the methodology alone`(
        name: String
    ) throws {
        _ = try EditionLocation.find(name)
    }

    @Test func `a folder and a file are found by their path`() throws {
        _ = try EditionLocation.find(Project.path("methodologies/teaching/2025"))
        _ = try EditionLocation.find(Project.path("methodologies/teaching/2025/edition.yaml"))
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

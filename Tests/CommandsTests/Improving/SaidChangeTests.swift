import Arithmetic
import Diagnostics
import Scoring
import Testing

@testable import Commands

/// What somebody types after `--set`.
@Suite struct SaidChangeTests {
    @Test(arguments: [
        ("labour:turnover=8", "labour", "turnover", SaidChange.Change.becomes(.number(Fixed(8)))),
        ("all:merit+=5", "all", "merit", .adds(Fixed(5))),
        ("all:merit-=5", "all", "merit", .adds(Fixed(-5))),
        ("health:growth=-5", "health", "growth", .becomes(.number(Fixed(-5)))),
        ("health:growth-=-5", "health", "growth", .adds(Fixed(5))),
        ("health:published=true", "health", "published", .becomes(.flag(true))),
        ("health:published=false", "health", "published", .becomes(.flag(false))),
        ("Health: the ministry:merit=1", "Health: the ministry", "merit", .becomes(.number(.one))),
    ])
    func `a body, an id and what becomes of the value are read`(
        text: String, body: String, subject: String, change: SaidChange.Change
    ) throws {
        let said = try SaidChange(text, among: ["merit"])
        #expect(said.body == body)
        #expect(said.subject == subject)
        #expect(said.change == change)
    }

    /// Ids may end with a hyphen, and then what stands before the sign is one.
    @Test func `an id that ends with a hyphen takes nothing away`() throws {
        let said = try SaidChange("health:B1-=5", among: ["B1-"])
        #expect(said.subject == "B1-")
        #expect(said.change == .becomes(.number(Fixed(5))))
        #expect(try SaidChange("health:B1-=5", among: ["B1"]).change == .adds(Fixed(-5)))
    }

    @Test(arguments: [
        "", "=", ":", "merit=5", "health:merit", "health:=5", ":merit=5", "health:merit=",
        "health:+=5", "health=5:merit",
    ])
    func `a text without one of the three is refused`(text: String) {
        #expect(throws: Refusal.self) { try SaidChange(text, among: []) }
    }

    @Test(arguments: ["8,5", "8%", "1e3", "yes", "TRUE", "1 000", "5.", "1_0", "−5"])
    func `what is no number is refused with how to write one`(value: String) throws {
        let text = "health:merit=\(value)"
        let refusal = #expect(throws: Refusal.self) { try SaidChange(text, among: []) }
        let told = try #require(refusal?.complaints.first?.log.entries.first)
        #expect(told.what.contains("\"\(value)\""))
        #expect(told.help.contains("8.5"))
    }

    @Test func `a flag cannot be added`() {
        #expect(throws: Refusal.self) { try SaidChange("health:published+=true", among: []) }
    }

    @Test(arguments: ["100000000000000000000", "0.0000000000000000001"])
    func `numbers beyond their range are refused`(value: String) {
        #expect(throws: Refusal.self) { try SaidChange("health:merit=\(value)", among: []) }
    }
}

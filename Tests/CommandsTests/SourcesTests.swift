@testable import Commands
import Domain
import Explanation
import Foundation
import TestSupport
import Testing

struct SourcesTests {
    private static let name = Project.fixture("sources")

    private static func answer(
        _ name: String = name, day: String? = nil, isFailing: Bool = false,
        language: String? = nil, format: Sources.Format = .text
    ) -> Answer {
        Sources.answer(
            Sources.Request(
                name, day: day.flatMap { Day($0) }, isFailing: isFailing, language: language,
                format: format),
            .none)
    }

    @Test func `every citation stands under its clause, with what cites it`() {
        expectGolden(Self.answer(day: "2026-11-26").transcript, "sources.txt")
    }

    @Test func `the same stands in CSV and JSON`() {
        expectGolden(Self.answer(format: .csv).transcript, "sources.csv.txt")
        expectGolden(Self.answer(day: "2026-11-26", format: .json).transcript, "sources.json.txt")
    }

    @Test func `clauses stand in the order of their numbers, however long`() {
        let huge = "1" + String(repeating: "0", count: 40)
        let clauses = ["", "2", "9", "9.2", "9.10", "09.11", "10", huge, "annex 2", "annex 10"]
        for (position, clause) in clauses.enumerated() {
            for (other, second) in clauses.enumerated() where other != position {
                #expect(CitedSources.isBefore(clause, second) == (position < other))
            }
        }
    }

    @Test func `titles come in the language that was asked for`() {
        let text = Self.answer(language: "fr").output.text
        #expect(text.contains("Arrêté 7 (order-7)"))
        #expect(text.contains("Order 31 (order-31)"))
    }

    @Test(arguments: [
        ("2025-12-01", false), ("2026-11-25", false), ("2026-11-26", true), ("2028-02-29", true),
    ])
    func `a source is old when more than a year has passed`(day: String, isOld: Bool) {
        let text = Self.answer(day: day).output.text
        #expect(text.contains("order-7 (last on 2025-11-25)") == isOld)
        #expect(text.contains("order-5 (never)"))
    }

    @Test(arguments: Project.editions)
    func `every source of a shipped edition is cited`(edition: String) {
        let answer = Self.answer(edition, isFailing: true)
        #expect(answer.status == .done, "\(answer.output.text)")
    }

    @Test func `it fails only where asked to`() {
        #expect(Self.answer(day: "2026-11-26").status == .done)
        #expect(Self.answer(isFailing: true).status == .failed)
        #expect(Self.answer("teaching/2025", day: "2030-01-01", isFailing: true).status == .failed)
    }

    @Test func `an edition that is not there or faulty is refused`() {
        #expect(Self.answer("no/such").status == .missing)
        #expect(Self.answer(Project.fixture("faulty")).status == .wrongInput)
        #expect(Self.answer(Project.path("examples/teaching")).status == .wrongInput)
    }
}

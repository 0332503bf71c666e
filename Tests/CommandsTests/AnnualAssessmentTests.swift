import Commands
import Foundation
import TestSupport
import Testing

/// The annual assessment of Kazakhstan's state bodies: three editions of one decree, each for the
/// years assessed by it.
struct AnnualAssessmentTests {
    private static let folder = Project.fixture("kz-954")

    private static func object(_ period: String) throws -> [String: Any] {
        let request = Workspace.Request(folder: folder, period: period)
        let answer = Assess.answer(Assess.Request(request, to: .json), .none)
        #expect(answer.status == .done, "\(answer.transcript)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.bytes)) as? [String: Any])
    }

    /// The name of the edition that scores each period of the evidence, from what `check` says.
    private static func editions() throws -> [String: String] {
        let answer = Check.answer(Check.Request(folder), .none)
        #expect(answer.status == .done, "\(answer.transcript)")
        var found: [String: String] = [:]
        for line in answer.output.text.split(separator: "\n") {
            let parts = line.components(separatedBy: " by kz-954/")
            guard parts.count == 2, let edition = parts[1].split(separator: " ").first else {
                continue
            }
            for year in parts[0].components(separatedBy: ",") {
                found[year.trimmingCharacters(in: .whitespaces)] = String(edition)
            }
        }
        return found
    }

    // The order of 2016 on the goals was repealed on 8 February 2022 only, two years after that of
    // 2020: by acts in force, 2020 and 2021 would have two editions.
    @Test(arguments: [
        ("2019", "2017"), ("2020", "2020"), ("2021", "2020"), ("2023", "2020"),
        ("2024", "2020"), ("2025", "2025"),
    ])
    func `the year assessed decides, not which act was still in force`(
        period: String, edition: String
    ) throws {
        #expect(try Self.editions()[period] == edition)
        let found = try Self.object(period)["edition"] as? [String: Any]
        #expect(found?["edition"] as? String == edition, "\(found ?? [:])")
    }

    @Test(arguments: ["2019", "2024", "2025"])
    func `no result is official, and every one says why`(period: String) throws {
        let request = Workspace.Request(folder: Self.folder, period: period)
        for body in ["forests", "archives", "north"] {
            let answer = Explain.answer(Explain.Request(request, body: body), .none)
            #expect(answer.status == .done, "\(answer.transcript)")
            #expect(answer.output.text.contains("not issued by Presidential Administration"))
            #expect(answer.output.text.contains("are assumed"))
        }
    }

    // MARK: The pooled figures of 2022

    @Test func `the pooled figures claim nothing official, on no page and in no file`() throws {
        let workspace = Project.workspace("kz-2022-goals")
        try Project.inTemporaryFolder { folder in
            let answer = Reporting.answer(workspace, ReportOptions(), to: folder + "/r", .none)
            try #require(answer.status == .done, "\(answer.transcript)")
            let files = try ReportingTests.files(folder + "/r")
            let pages = files.filter { $0.key.hasPrefix("en/") && $0.key.hasSuffix(".html") }
            #expect(pages.count > 4)
            for (name, bytes) in pages where name != "en/methodology.html" {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.contains("No result is official"), "\(name)")
            }
        }
        let answer = Assess.answer(Assess.Request(workspace, to: .json), .none)
        #expect(!answer.output.text.contains("\"official\": true"), "\(answer.transcript)")
        #expect(answer.output.text.contains("\"official\": false"))
    }

    @Test func `the pooled figures have no verdict on stages`() {
        let request = Diagnose.Request(
            Project.workspace("kz-2022-goals"), body: nil, options: nil)
        let answer = Diagnose.answer(request, .none)
        #expect(answer.status != .done && answer.output.bytes.isEmpty, "\(answer.transcript)")
        #expect(answer.messages.text.contains("has no stages, so there is no verdict"))
    }

    @Test func `the reforms of 2015 are a list without effects`() throws {
        let path = Project.path("examples/kz-2022-goals/reforms.csv")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let head = try #require(lines.first)
        #expect(!head.contains("criteria") && !head.contains("owner"))
        let steps = lines.dropFirst().compactMap { line in
            line.split(separator: ",").dropFirst().first.map(String.init)
        }
        // The hundred steps, each in one of the five.
        #expect(
            steps == [
                "steps-1-15", "steps-16-34", "steps-35-84", "steps-85-90", "steps-91-100",
            ])
        let read = Check.answer(Check.Request(Project.path("examples/kz-2022-goals")), .none)
        #expect(read.status == .done && read.messages.bytes.isEmpty, "\(read.transcript)")
    }

    // MARK: What a new edition moves

    @Test func `what 2025 moves reads as an assessment of its impact`() {
        let answer = Compare.answer(
            Compare.Request(
                from: "kz-954/2020", to: "kz-954/2025", evidence: Self.folder, period: "2024"),
            .none)
        expectGolden(answer.transcript, "annual-assessment-impact.txt")
    }

    @Test func `it does so of a whole country, with those who gain and those who lose`() {
        let answer = Compare.answer(
            Compare.Request(
                from: "kz-954/2020", to: "kz-954/2025", evidence: Project.path("examples/state"),
                period: "2025"), .none)
        expectGolden(answer.transcript, "annual-assessment-impact-state.txt")
    }

    @Test(arguments: ["ru", "kk"])
    func `it does so in the languages of the country`(language: String) {
        let answer = Compare.answer(
            Compare.Request(
                from: "kz-954/2020", to: "kz-954/2025", evidence: Self.folder, period: "2024",
                language: language), .none)
        expectGolden(answer.transcript, "annual-assessment-impact.\(language).txt")
    }
}

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
        let answer = Assess.answer(Assess.Request(request, format: .json), .none)
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
}

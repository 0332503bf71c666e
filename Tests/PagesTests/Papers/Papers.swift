internal import AssessmentSupport
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

/// Reports of the shipped workspaces, for tests of their pages.
enum Papers {
    /// The shipped workspaces with the edition that each is assessed by.
    static let examples = [
        ("teaching", "teaching/2025"), ("teaching-decided", "teaching/2025"),
        ("ca-service-maf", "ca-service-maf/2023-24"), ("ca-results", "ca-results/2016-17"),
        ("incise", "incise/2019"), ("kz-2022-goals", "kz-2022-goals/2022"),
        ("state", "oecd-stages/2026"),
    ]

    /// The report of a workspace's last scored period.
    static func report(
        _ workspace: String, by edition: String, isFinal: Bool = false, issued: String? = nil
    ) throws -> Report {
        try report(Examples.assess(workspace, by: edition), isFinal: isFinal, issued: issued)
    }

    /// The report of an assessment's last scored period.
    static func report(
        _ assessment: Assessment, isFinal: Bool = false, issued: String? = nil
    ) throws -> Report {
        let about = Report.About(
            version: "0", command: "apparatus assess WORKSPACE --report REPORT", isFinal: isFinal,
            issued: issued,
            licences: [
                Report.About.Link(
                    title: "CC0 1.0 Universal",
                    address: "https://creativecommons.org/publicdomain/zero/1.0/")
            ], sources: [Report.About.Link(title: "Made up for this project", address: nil)])
        let period = try #require(assessment.scoredPeriods.last)
        return Report(assessment, period: period, about: about)
    }

    /// The pages of a report in a language.
    static func context(_ report: Report, _ tag: String) -> PageContext {
        PageContext(report, tag)
    }

    /// The position of a body by its id.
    static func body(_ id: String, in report: Report) throws -> Int {
        try #require(report.assessment.evidence.bodies.firstIndex { $0.id == id })
    }
}

extension [UInt8] {
    /// As text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

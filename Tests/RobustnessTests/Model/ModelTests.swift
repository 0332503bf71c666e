import Arithmetic
import AssessmentSupport
import Diagnostics
import Evidence
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct ModelTests {
    /// Workspaces, editions and the nodes whose results are looked at.
    static let examples: [(workspace: String, edition: String)] = [
        ("teaching", "teaching/2025"), ("teaching", "teaching/2026"),
        ("teaching-decided", "teaching/2025"), ("teaching-decided", "teaching/2026"),
        ("ca-service-maf", "ca-service-maf/2023-24"),
        ("ca-service-maf", "ca-service-maf-mean/2023-24"), ("ca-results", "ca-results/2016-17"),
        ("incise", "incise/2019"), ("kz-2022-goals", "kz-2022-goals/2022"),
    ]

    @Test(arguments: examples)
    func `a run without changes gives the official scores`(
        workspace: String, edition: String
    ) throws {
        let assessment = try Examples.assess(workspace, by: edition)
        for period in assessment.scoredPeriods {
            let model = try Model(
                assessment, Bench.everything(in: assessment, period), period: period)

            #expect(model.nodes.count > 0)
            #expect(try Bench.largestDifference(model, assessment) <= 1e-12)
        }
    }
}

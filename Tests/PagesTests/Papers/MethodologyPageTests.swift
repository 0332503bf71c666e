internal import AssessmentSupport
internal import Locales
internal import Methodology
@testable internal import Pages
internal import Scoring
internal import Testing
internal import TestSupport

@Suite struct MethodologyPageTests {
    @Test(arguments: ["en", "kk"])
    func `the page is the annex of an order`(tag: String) throws {
        let report = try Papers.report("teaching", by: "teaching/2025")

        let page = MethodologyPage.bytes(Papers.context(report, tag))

        expectGolden(page.text, "methodology.\(tag).html")
    }

    @Test func `its data are a row for each element, and all of the edition as one object`() throws
    {
        let report = try Papers.report("teaching", by: "teaching/2025")
        let context = Papers.context(report, "en")

        expectGolden(MethodologyPage.csv(context).text, "methodology.csv")
        expectGolden(MethodologyPage.json(context).text, "methodology.json")
    }

    @Test(arguments: Papers.examples)
    func `every node, parameter and source has its place on the page once`(
        workspace: String, edition: String
    ) throws {
        let report = try Papers.report(workspace, by: edition)
        let plan = report.assessment.plan

        for tag in report.languages {
            let page = MethodologyPage.bytes(Papers.context(report, tag)).text
            let anchors =
                plan.nodes.map { Anchor.node($0.id).id }
                + plan.parameters.map { Anchor.parameter($0.id).id }
                + plan.sources.keys.map { Anchor.source($0).id }
            for anchor in anchors {
                #expect(
                    page.split(separator: "id=\"\(anchor)\"", omittingEmptySubsequences: false)
                        .count == 2)
            }
        }
    }

    /// The edition says 30 % for ministries and 25 % for agencies.
    @Test func `weights that differ by kind of body stand in a column for each`() throws {
        let report = try Papers.report("teaching", by: "teaching/2025")
        let model = MethodologyModel(Papers.context(report, "en"))
        let works = try #require(report.assessment.plan.node("works"))

        #expect(model.weightedKinds == ["ministry", "agency"])
        let weights = model.weightedKinds.indices.map {
            model.told(model.weight(of: works, kind: $0)).plain
        }
        #expect(weights == ["30%", "25%"])
    }
}

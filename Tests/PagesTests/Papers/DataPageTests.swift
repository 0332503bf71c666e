internal import AssessmentSupport
internal import Evidence
internal import Explanation
@testable internal import Pages
internal import Scoring
internal import Testing
internal import TestSupport

@Suite struct DataPageTests {
    @Test func `the page says what the report is made of and how it is made again`() throws {
        let report = try Papers.report("teaching", by: "teaching/2025", issued: "2026-03-02")
        let context = Papers.context(report, "en")

        expectGolden(DataPage.bytes(context).text, "data.en.html")
        expectGolden(DataPage.csv(context).text, "data.csv")
        expectGolden(DataPage.json(context).text, "data.json")
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `every column of the results is explained`(tag: String) throws {
        let report = try Papers.report("teaching", by: "teaching/2025")

        let columns = DataAbout(Papers.context(report, tag)).columns

        #expect(columns.map(\.name) == ResultCSV.columns)
        #expect(Set(columns.map(\.meaning)).count == columns.count)
    }

    @Test func `what the descriptor leaves out is told with its file`() throws {
        let report = try Papers.report("ca-service-maf", by: "ca-service-maf/2023-24")
        let about = DataAbout(Papers.context(report, "en"))

        let told = about.files.filter { !$0.leftOut.isEmpty }.map(\.name)

        #expect(told == report.assessment.evidence.leftOut.map(\.file))
        #expect(about.files.map(\.hash) == report.assessment.evidence.files.map(\.hash))
    }

    @Test func `an address that is none to follow is shown and not linked`() {
        var page = HTMLWriter()
        page.outside("A title", "javascript:alert(1)")

        #expect(page.bytes.text == "A title (javascript:alert(1))")
    }
}

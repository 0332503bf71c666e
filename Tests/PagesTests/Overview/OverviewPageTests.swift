internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct OverviewPageTests {
    @Test func `the first page is as recorded, in English and Kazakh`() throws {
        let report = try Reports.make("teaching", by: "teaching/2025", "2025")

        for tag in ["en", "kk"] {
            expectGolden(Reports.overview(report, tag), "teaching-\(tag).html")
        }
    }

    @Test func `one body alone is told by its score`() throws {
        let report = try Reports.make(
            try Workbench.assess(Workbench.edition(BodyPageTests.oneInput), inputs: "x=40"))
        let page = Reports.overview(report)

        #expect(page.contains("scores <data value=\"40\">40.00</data> in"))
        #expect(!page.contains("id=\"spread-total\""))
    }

    @Test func `a table of many bodies goes on in pages of 500`() throws {
        let bodies = (0..<2000).map { "b\($0),ministry\n" }.joined()
        let inputs = (0..<2000).map { "b\($0),2024,\($0 % 97)\n" }.joined()
        let report = try Reports.make(
            try Workbench.assess(
                Workbench.edition(BodyPageTests.oneInput),
                ["bodies": "id,kind\n" + bodies, "inputs": "body,period,x\n" + inputs]))
        let context = PageContext(report, "en")
        let order = try #require(report.leagues.first)

        #expect(order.pageCount == 4)
        #expect(BodyList(context).pageCount == 4)
        var ranked: Set<String> = []
        let first = Reports.overview(report)
        #expect(first.contains("Rows 1 to 500 of 2,000."))
        #expect(first.contains("league-total-4.html"))
        for page in [first] + (2...4).map({
            String(decoding: LeaguePage.bytes(context, order, page: $0), as: UTF8.self)
        }) {
            for figure in Reports.figures(in: page) where figure.place.hasSuffix(" rank") {
                ranked.insert(figure.place)
            }
        }
        #expect(ranked.count == 2000)
    }
}

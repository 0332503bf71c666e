internal import AssessmentSupport
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Locales
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct ReformPageTests {
    private static func page(_ report: Report) -> String {
        String(decoding: ReformPage.bytes(PageContext(report, "en")), as: UTF8.self)
    }

    @Test func `a reform tells what moved since it began, and claims no cause`() throws {
        let page = Self.page(try StageReports.make())

        #expect(page.contains("It is not shown to be its effect."))
        #expect(page.contains("2024 compared with 2023"))
        // A-P2: of rivers 35 then 85, of roads 70 then 70; weights 100 and 200.
        let moves = StageReports.section("moves-merit", of: page)
        #expect(moves.contains("A-P2"))
        let (was, now) = ("58.333333333333333333", "75")
        #expect(moves.contains("value=\"\(was)\"") && moves.contains("value=\"\(now)\""))
    }

    @Test func `a list without criteria claims no effects`() throws {
        let page = Self.page(try StageReports.make())

        #expect(
            StageReports.section("reform-list", of: page).contains("so no effects are claimed"))
    }

    @Test func `an owner that is a body leads to its page, another stands as written`() throws {
        let page = Self.page(try StageReports.make())

        #expect(page.contains("href=\"bodies/rivers.html\""))
        #expect(page.contains("<bdi>Office of Posts</bdi>"))
    }

    @Test func `without reforms there is no page of them`() throws {
        let report = try StageReports.make(hasReforms: false)

        #expect(!Site(report).names.contains("en/reforms.html"))
        #expect(!Reports.overview(report).contains("reforms.html"))
    }

    @Test func `an edition without stages has a page of reforms as well`() throws {
        let assessment = try StageReports.assessment()
        let report = try Reports.make(assessment)

        #expect(Site(report).names.contains("en/reforms.html"))
        #expect(Self.page(report).contains("2024 compared with 2023"))
    }
}

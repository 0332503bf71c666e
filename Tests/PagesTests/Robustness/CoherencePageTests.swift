internal import AssessmentSupport
internal import Explanation
internal import Locales
internal import Robustness
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct CoherencePageTests {
    private static func report() throws -> Report {
        let assessment = try RunSamples.seven()
        var report = try Reports.make(assessment)
        let coherence = try #require(
            Coherence(
                assessment, node: try assessment.position("total"), period: report.period))
        report.robustness = ReportedRobustness(.noAlternatives, coherence: [coherence])
        return report
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `the page is as recorded where there is coherence alone`(tag: String) throws {
        let page = RobustnessPage.bytes(PageContext(try Self.report(), tag)).text
        expectGolden(page, "coherence-\(tag).html")
    }

    @Test func `every figure of an element or a group is one of the data`() throws {
        let context = PageContext(try Self.report(), "en")
        let json = RobustnessPage.data(context).json.text
        let figures = Reports.figures(in: RobustnessPage.bytes(context).text)

        #expect(figures.count > 10)
        for figure in figures {
            let column = try #require(figure.place.split(separator: " ").last)
            #expect(json.contains("\"\(column)\": \(figure.value)"), "\(figure.place)")
        }
    }

    @Test func `each warning says which elements it is about`() throws {
        let assessment = try RunSamples.seven()
        let node = try assessment.position("total")
        let (one, two) = (try assessment.position("one"), try assessment.position("two"))
        let period = try #require(assessment.scoredPeriods.last)
        let coherence = try #require(Coherence(assessment, node: node, period: period))
        let told = CoherenceWording(coherence, Wording(assessment, language: "en"))
        func plain(_ warning: Coherence.Warning) -> String { told.told(warning).plain }

        #expect(
            plain(.opposed(one, two, -0.25))
                == "First and Second go against each other (correlation \u{2212}0.25)")
        #expect(
            plain(.againstParent(one, parent: node, -0.5))
                == "First goes against Total, which it is a part of (correlation \u{2212}0.50)")
        #expect(
            plain(.alike(one, two, 0.953))
                == "First and Second say nearly the same (correlation 0.95)")
        #expect(plain(.values(one, .outliers)) == "First: some values lie far from all others")
    }
}

internal import AssessmentSupport
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Robustness
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct RobustnessPageTests {
    private static func report(
        kinds: [Factor.Kind] = [.bounds], isAnalysts: Bool = false
    ) throws -> Report {
        let assessment = try RunSamples.seven()
        var report = try Reports.make(assessment)
        report.robustness = ReportedRobustness(
            .made(
                try RunSamples.results(
                    assessment, kinds: kinds, isAnalysts: isAnalysts, hasDrivers: true)))
        return report
    }

    private static func report(_ intervals: ReportedRobustness.Intervals) throws -> Report {
        var report = try Reports.make(try RunSamples.seven())
        report.robustness = ReportedRobustness(intervals)
        return report
    }

    private static func page(_ report: Report, _ tag: String = "en") -> String {
        RobustnessPage.bytes(PageContext(report, tag)).text
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `the page is as recorded`(tag: String) throws {
        expectGolden(Self.page(try Self.report(), tag), "robustness-\(tag).html")
    }

    @Test func `its data are as recorded`() throws {
        let data = RobustnessPage.data(PageContext(try Self.report(), "en"))

        expectGolden(data.csv.text, "robustness.csv")
        expectGolden(data.json.text, "robustness.json")
    }

    @Test func `the page of a body with bounds is as recorded`() throws {
        expectGolden(try Reports.body("d", try Self.report()), "body-en.html")
    }

    @Test func `every figure of a run is one of the data, digit by digit`() throws {
        let report = try Self.report()
        let context = PageContext(report, "en")
        var cells: [String: [String: String]] = [:]
        for row in Examples.rows(RobustnessPage.data(context).csv) {
            let place = ["body", "node", "period"].map { row[$0] ?? "" }.joined(separator: " ")
            cells[place] = row
        }
        var pages = [Self.page(report), Reports.overview(report)]
        pages += try report.assessment.evidence.bodies.map { try Reports.body($0.id, report) }

        var columns: Set<String> = []
        for figure in pages.flatMap({ Reports.figures(in: $0) }) {
            let parts = figure.place.split(separator: " ").map(String.init)
            let column = try #require(parts.last)
            guard ["rank_", "score_", "band_"].contains(where: column.hasPrefix) else { continue }
            let row = cells[parts.prefix(3).joined(separator: " ")]
            #expect(row?[column] == figure.value, "\(figure.place)")
            columns.insert(column)
        }
        #expect(columns.count == 9)
    }

    @Test func `every rank of the league table has its interval and its group`() throws {
        let page = Reports.overview(try Self.report())

        for body in ["a", "b", "c", "d", "e", "f"] {
            for column in ["rank", "rank_lower", "rank_upper"] {
                #expect(page.contains("data-at=\"\(body) total 2024 \(column)\""))
            }
        }
        #expect(page.split(separator: "<td class=\"tie other\">").count == 4)
        #expect(page.contains(">B</span><span class=\"visually-hidden\">, group of "))
        #expect(page.contains("href=\"robustness.html\""))
    }

    @Test func `an edition without alternatives says once that there are no intervals`() throws {
        let report = try Self.report(.noAlternatives)
        let overview = Reports.overview(report)
        let sentence = "There are no intervals: the edition names no alternatives."

        #expect(overview.split(separator: sentence, omittingEmptySubsequences: false).count == 2)
        #expect(!overview.contains("robustness.html"))
        #expect(!(try Reports.body("a", report)).contains("How sure is that?"))
        #expect(!Site(report).names.contains("en/robustness.html"))
    }

    @Test func `who wants no intervals reads nothing of them`() throws {
        let report = try Reports.make(try RunSamples.seven())

        #expect(!Reports.overview(report).contains("interval"))
        #expect(!Site(report).names.contains { $0.contains("robustness") })
    }

    @Test func `alternatives that cannot be computed say why`() throws {
        let problem = Diagnostic(
            .error, "robustness.inactive", at: nil, "no score is open, so bounds change nothing",
            help: "leave bounds out")
        let report = try Self.report(.refused([problem]))

        #expect(Reports.overview(report).contains("cannot be computed on this evidence"))
        #expect(
            Self.page(report).contains(
                "No score is open, so bounds change nothing. Leave bounds out."))
        #expect(RobustnessPage.data(PageContext(report, "en")).json.text.contains("bounds out"))
    }

    @Test func `an assumption is labelled wherever there are intervals`() throws {
        let report = try Self.report(isAnalysts: true)
        let label = "an analyst's assumption, not official"

        #expect(Reports.overview(report).contains(label))
        #expect(try Reports.body("a", report).contains(label))
        #expect(Self.page(report).contains("An analyst assumed these alternatives"))
    }

    @Test func `every link of a report with intervals leads somewhere`() throws {
        let site = Site(try Self.report())
        var files: [String: [UInt8]] = [:]
        for file in site.large + (0..<site.count).flatMap({ site[$0] }) {
            files[file.name] = file.content.bytes
        }
        #expect(Set(site.names) == Set(files.keys))
        let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues(HTMLLinks.init)
        for (name, page) in pages {
            for link in page.links where !link.contains("://") {
                let (target, place) = HTMLLinks.resolved(link, from: name)
                #expect(files[target] != nil, "\(name) links to \(link)")
                guard let place, let there = pages[target] else { continue }
                #expect(there.places.contains(place), "\(name) links to \(link)")
            }
            #expect(page.places.count == page.allPlaces.count, "\(name) has a place twice")
        }
    }
}

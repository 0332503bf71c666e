internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct ImprovementPageTests {
    private static let measures = """
        measure,title.en,body,on,effect,cost,currency,finish,owner,evidence
        exam,One exam for all,roads,A-P1,to: 80,1200.5,KZT,2025-06-30,rivers,A pilot
        school,A school for managers,all,a2,+5,300,KZT,2026-01-31,Office of Schools,
        gone,What came too early,roads,a2,+1,1,KZT,2024-03-01,,

        """

    /// Made by hand: roads attains professional by both measures, rivers cannot, learning is at the end.
    private static func report(_ measures: String = measures) throws -> Report {
        var report = try StageReports.make(["measures": measures])
        let bodies = report.assessment.evidence.bodies
        let roads = try #require(bodies.firstIndex { $0.id == "roads" })
        let rivers = try #require(bodies.firstIndex { $0.id == "rivers" })
        let learning = try #require(bodies.firstIndex { $0.id == "learning" })
        let catalogue = Catalogue(report.assessment, period: report.period)
        let diagnosis = try #require(report.diagnosis?.diagnosis)
        let node = try #require(report.assessment.plan.node("A-P1"))
        let values = catalogue.values(Array(catalogue.measures.indices))
        let whatIf = try #require(
            WhatIf.make(report.assessment, period: report.period, values).whatIf)
        let cost = try Fixed("1500.5")
        let path = ReportedImprovement.FoundStep(
            goal: .stage(body: roads, 0), chosen: Array(catalogue.measures.indices), cost: cost,
            proof: .notProven(bound: try Fixed("1200.4"), .limit),
            from: Fraction(numerator: 122, denominator: 3),
            to: Fraction(numerator: 70, denominator: 1),
            moves: PathMoves(whatIf, nodesOf: roads),
            margins: [
                Margin(
                    measure: 0, isChosen: true, cost: try Fixed("2000"),
                    effect: Fraction(numerator: 4, denominator: 5))
            ])
        let lacks = Shortfall(
            leftOut: [],
            alone: [.decisive(node: node, atMost: try Fixed("31"), needed: try Fixed("40"))],
            closest: [], costWithoutBudget: nil, firstDay: nil)
        report.improvement = ReportedImprovement(
            catalogue, hasStages: true, apparatus: nil, isApparatusAtEnd: false,
            bodies: [
                .init(
                    rivers,
                    ReportedImprovement.Step(
                        goal: .stage(body: rivers, 1), found: .impossible(lacks))),
                .init(
                    roads,
                    ReportedImprovement.Step(
                        goal: .stage(body: roads, 0), found: .path(path))),
                .init(learning, .attained),
            ])
        #expect(diagnosis.bodies.count == 3)
        return report
    }

    @Test func `a path is told with its cost, and with what is not proven of it`() throws {
        let files = StageReports.files(try Self.report())
        let page = try #require(files["en/paths/roads.html"])

        #expect(page.contains("attains “professional” with 2 measures for"))
        #expect(page.contains("<data value=\"1500.5\">1,500.5</data>\u{A0}KZT"))
        #expect(
            page.contains("Not proven optimal: a cheaper set may exist, but none for less than"))
        // 300.1 of 1500.5 is a fifth.
        #expect(page.contains(">20 %</data> less"))
        #expect(page.contains("One exam for all"))
        #expect(page.contains("Office of Schools"))
        #expect(page.contains(">80 %</data> is enough"))
        #expect(page.contains("nothing of it is official"))
    }

    @Test func `measures with one title have their ids, and what they need stands beside`() throws {
        let measures = """
            measure,title.en,body,on,effect,cost,currency,finish,needs
            first,A school,roads,A-P1,+8,100,KZT,2025-06-30,
            second,A school,roads,A-P1,+9,200,KZT,2025-06-30,first
            exam,An exam,roads,A-P1,to: 80,300,KZT,2025-06-30,

            """
        let page = try #require(
            StageReports.files(try Self.report(measures))["en/paths/roads.html"])

        #expect(page.contains("A school (<code>first</code>)"))
        #expect(
            page.contains(
                "A school (<code>second</code>)<div class=\"note\">needs: "
                    + "A school (<code>first</code>)</div>"))
        #expect(page.contains(">An exam</th>"))
        #expect(page.contains("Together they cost"))
    }

    @Test func `a single measure costs nothing together`() throws {
        let measures = """
            measure,title.en,body,on,effect,cost,currency,finish
            exam,An exam,roads,A-P1,to: 80,300,KZT,2025-06-30

            """
        let page = try #require(
            StageReports.files(try Self.report(measures))["en/paths/roads.html"])

        #expect(page.contains("An exam"))
        #expect(!page.contains("Together they cost"))
    }

    @Test func `what is added to a percentage is in percentage points`() throws {
        let page = try #require(StageReports.files(try Self.report())["en/paths/roads.html"])

        #expect(page.contains("+<data value=\"5\">5</data>\u{A0}pp"))
        #expect(page.contains("pp: percentage points."))
    }

    @Test func `what cannot be met is told with what is had and what is needed`() throws {
        let files = StageReports.files(try Self.report())
        let page = try #require(files["en/paths/rivers.html"])

        #expect(page.contains("cannot attain “strategic” with these measures"))
        #expect(page.contains(": at most <data value=\"31\">31"))
    }

    @Test func `every body stands in the list, the cheapest first, and its page says the same`()
        throws
    {
        let report = try Self.report()
        let files = StageReports.files(report)
        let page = try #require(files["en/improvement.html"])
        let order = ["Ministry of Roads", "Ministry of Rivers", "Ministry of Learning"]
        let list = try #require(page.split(separator: "id=\"steps-table\"").last)
        let places = order.compactMap { list.firstRange(of: $0)?.lowerBound }

        #expect(places == places.sorted() && places.count == 3)
        #expect(page.contains("1 of 2 bodies can take the next step"))
        #expect(page.contains("What came too early"))
        let body = try Reports.body("roads", report)
        #expect(body.contains("What would the next step take?"))
        #expect(body.contains("href=\"../paths/roads.html\""))
        #expect(files["en/paths/learning.html"] == nil)
    }

    @Test func `the measures of a path are a plan that can be handed in`() throws {
        let files = StageReports.files(try Self.report())
        let csv = try #require(files["en/paths/roads.csv"])
        let lines = csv.split(separator: "\n")

        #expect(lines[0].hasPrefix("measure,since,owner,due,title,cost,currency,"))
        #expect(lines[1].hasPrefix("exam,2024,rivers,,One exam for all,1200.5,KZT,2025-06-30,"))
        #expect(lines.count == 3)
    }

    @Test(arguments: Locales.Locale.allCases)
    func `every link of the pages leads somewhere`(locale: Locales.Locale) throws {
        var report = try Self.report()
        report.languages = [locale.tag]
        let files = StageReports.files(report)
        for name in ["improvement", "paths/roads", "paths/rivers"] {
            let file = "\(locale.tag)/\(name).html"
            let page = try #require(files[file])
            for link in StageReports.targets(page, at: file) where !link.file.contains(":") {
                #expect(files[link.file] != nil, "\(file) leads to \(link.file)")
            }
        }
    }

    @Test func `without measures there are neither pages nor links to them`() throws {
        let files = StageReports.files(try StageReports.make())
        #expect(files.keys.allSatisfy { !$0.contains("improvement") && !$0.contains("paths/") })
        #expect(files.values.allSatisfy { !$0.contains("improvement.html") })
    }
}

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

    @Test(arguments: ["de", "ar", "kk-Latn"])
    func `in a language we do not speak the page is English, and its titles are marked`(
        tag: String
    ) throws {
        let edition = Workbench.edition(
            """
            title: {\(tag): Bewertung}
            languages: [\(tag)]
            inputs: {x: {type: number, min: 0, max: 100}}
            scorecard: {id: total, title: {\(tag): Summe}, value: x, score: as-is}
            """)
        let page = Reports.overview(
            try Reports.make(try Workbench.assess(edition, inputs: "x=40")), tag)

        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("<span lang=\"\(tag)\" dir=\"auto\">Bewertung</span>"))
        #expect(page.contains(" lang=\"\(tag)\" dir=\"auto\">Summe</"))
        #expect(!page.contains(">Summe</a>"))
    }

    @Test func `one body alone is told by its score`() throws {
        let report = try Reports.make(
            try Workbench.assess(Workbench.edition(BodyPageTests.oneInput), inputs: "x=40"))
        let page = Reports.overview(report)

        #expect(page.contains("scores <data value=\"40\">40.00</data> in"))
        #expect(!page.contains("id=\"spread-total\""))
    }

    @Test func `a ranked total speaks for the measures that are ranked beneath it`() throws {
        let page = Reports.overview(
            try Reports.make("ca-service-maf", by: "ca-service-maf-mean/2023-24", "2023-24"))
        let finding = try #require(
            Reports.attributes("class", in: page).first { $0.value == "finding" })

        #expect(finding.text.contains("7 of 78"))
        #expect(!page.contains("there is no total"))
        #expect(!finding.text.contains("Bodies do best in"))
    }

    @Test
    func `the measure that does best is the one with the greatest share of those with a score`()
        throws
    {
        let edition = Workbench.edition(
            """
            inputs:
              x: {type: number, min: 0, max: 100}
              y: {type: number, min: 0, max: 100, optional: true}
            bands: {nodes: [first, second], figures: unrounded, list: [{id: high, from: 50}, {id: low, below: 50}]}
            scorecard:
              id: top
              aggregate: none
              nodes:
                - {id: first, value: x, score: as-is}
                - {id: second, value: y, score: as-is}
            """)
        let report = try Reports.make(
            try Workbench.assess(
                edition,
                [
                    "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\n",
                    "inputs": "body,period,x,y\na,2024,90,90\nb,2024,80,\nc,2024,10,\nd,2024,20,\n",
                ]))
        let page = Reports.overview(report)
        let finding = try #require(
            Reports.attributes("class", in: page).first { $0.value == "finding" })

        // Two of four against one of one: who has no score is not counted as not reaching it.
        #expect(finding.text.hasPrefix("Bodies do best in"))
        #expect(page.contains(">second</a>, where 1 of 1 scored body reaches “high”, and worst in"))
        #expect(page.contains(">first</a>, where 2 of 4 do."))
    }

    @Test func `who is first and last and who moved stands in the finding`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, min: 0, max: 100, optional: true}}
            ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
            scorecard: {id: total, value: x, score: as-is}
            """)
        let report = try Reports.make(
            try Workbench.assess(
                edition,
                [
                    "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\n",
                    "inputs":
                        "body,period,x\na,2024,10\nb,2024,20\nc,2024,5\nd,2024,30\na,2025,90\nb,2025,15\nc,2025,15\nd,2025,\n",
                ]), "2025")
        let page = Reports.overview(report)

        #expect(
            page.contains(
                "</a> stands first with <data value=\"90\">90.00</data>; 2 bodies share the last rank"
            ))
        #expect(
            page.contains(
                "of 3 bodies with a score in both periods, 2 have a higher score, 1 a lower one, and 0 the same."
            ))
        #expect(page.contains("1 body has no score"))
        #expect(page.contains("<caption id=\"league-total\">"))
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
        for page in [first]
            + (2...4).map({
                String(decoding: LeaguePage.bytes(context, order, page: $0), as: UTF8.self)
            })
        {
            for figure in Reports.figures(in: page) where figure.place.hasSuffix(" rank") {
                ranked.insert(figure.place)
            }
        }
        #expect(ranked.count == 2000)
    }
}

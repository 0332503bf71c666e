internal import Arithmetic
internal import AssessmentSupport
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct BodyPageTests {
    static let examples = [
        ("teaching", "teaching/2025"), ("teaching-decided", "teaching/2025"),
        ("ca-service-maf", "ca-service-maf/2023-24"),
        ("ca-service-maf", "ca-service-maf-mean/2023-24"),
        ("ca-results", "ca-results/2016-17"), ("incise", "incise/2019"),
        ("kz-2022-goals", "kz-2022-goals/2022"),
        ("state", "oecd-stages/2026"),
    ]

    @Test func `the page of a body is as recorded, in English and Kazakh`() throws {
        let report = try Reports.make("teaching", by: "teaching/2025", "2025")

        for tag in ["en", "kk"] {
            expectGolden(try Reports.body("rivers", report, tag), "rivers-\(tag).html")
        }
    }

    @Test(arguments: examples)
    func `every figure is the one of the results, digit by digit`(
        workspace: String, edition: String
    ) throws {
        let report = try Reports.make(workspace, by: edition)
        let results = ResultCSV.bytes(
            ResultSelection(report.assessment), Wording(report.assessment, language: "en"))
        var cells: [String: [String: String]] = [:]
        for row in Examples.rows(results) {
            let place = ["body", "node", "period"].map { row[$0] ?? "" }.joined(separator: " ")
            cells[place] = row
        }
        let context = PageContext(report, "en")
        var pages = [Reports.overview(report)]
        pages += try report.assessment.evidence.bodies.prefix(12).map {
            try Reports.body($0.id, report)
        }
        pages.append(String(decoding: BodyList(context).bytes(page: 1), as: UTF8.self))

        var count = 0
        for page in pages {
            for figure in Reports.figures(in: page) {
                let parts = figure.place.split(separator: " ").map(String.init)
                let row = cells[parts.prefix(3).joined(separator: " ")]
                let column = try #require(parts.last)
                // Points lost are no column of the results.
                guard column != "lost" else { continue }
                #expect(row?[column] == figure.value, "\(figure.place)")
                count += 1
            }
        }
        #expect(count > 0)
    }

    @Test(arguments: examples)
    func `points lost add up to the maximum less the score`(
        workspace: String, edition: String
    ) throws {
        let report = try Reports.make(workspace, by: edition)
        let context = PageContext(report, "en")
        for body in report.assessment.evidence.bodies.indices {
            for node in report.leagueNodes {
                let unit = context.unit(body)
                guard let table = LostTable(context, node: node, at: unit),
                    let score = report.assessment.columns[node]?.score(at: unit)
                else { continue }
                let greatest = report.assessment.plan.nodes[node].scale.greatest
                var left = BigFraction(try greatest.subtracting(score))
                for line in table.lines where line.isLast {
                    let points = try #require(try Self.exact(line.points))
                    left = try left.subtracting(points)
                }
                #expect(left.sign == 0, "\(report.assessment.evidence.bodies[body].id)")
            }
        }
    }

    @Test func `hostile names stand for themselves`() throws {
        let names = [
            "<script>alert(1)</script>", "\u{202E}turned", String(repeating: "W", count: 300),
            "a" + String(repeating: "\u{0301}", count: 40), "\"quoted\" & 'so'",
        ]
        let rows = names.enumerated().map { number, name in
            "b\(number),ministry,\"\(name.replacing("\"", with: "\"\""))\"\n"
        }
        let inputs = names.indices.map { "b\($0),2024,\($0 * 10)\n" }
        let assessment = try Workbench.assess(
            Workbench.edition(Self.oneInput),
            [
                "bodies": "id,kind,title.en\n" + rows.joined(),
                "inputs": "body,period,x\n" + inputs.joined(),
            ])
        let report = try Reports.make(assessment)

        let overview = Reports.overview(report)
        #expect(!overview.contains("<script>alert"))
        #expect(overview.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"))
        #expect(overview.contains("<bdi>\u{202E}turned</bdi>"))
        for number in names.indices {
            let page = try Reports.body("b\(number)", report)
            #expect(!page.contains("<script>alert"))
        }
    }

    @Test func `a body to which nothing applies has no figure, and the reason`() throws {
        let report = try Reports.make("teaching", by: "teaching/2025", "2025")
        let page = try Reports.body("bridges", report)

        #expect(page.contains("did not exist on"))
        #expect(page.contains("state not-applicable"))
        #expect(!page.contains("data-at=\"bridges total 2025 score\""))
        #expect(!page.contains("data-lost="))
    }

    @Test func `a body without a total shows what it can become`() throws {
        let report = try Reports.make("teaching", by: "teaching/2025", "2025")
        let page = try Reports.body("lighthouses", report)

        #expect(page.contains("state missing"))
        #expect(page.contains("data-at=\"lighthouses total 2025 lower\""))
        #expect(page.contains("data-at=\"lighthouses total 2025 upper\""))
    }

    @Test func `grades stand in the place of scores and lose no points`() throws {
        let assessment = try Workbench.assess(
            Workbench.edition(
                """
                grades: {id: pefa, order: [D, C, B, A]}
                inputs: {x: {type: number, min: 0, max: 100}}
                ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
                scorecard:
                  id: total
                  aggregate: {weakest: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                    - {id: one, grade: {A: x >= 90, B: x >= 60, C: x >= 30, otherwise: D}}
                    - {id: two, grade: {A: x >= 80, B: x >= 70, C: x >= 60, otherwise: D}}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,agency\n",
                "inputs": "body,period,x\na,2024,85\nb,2024,20\n",
            ])
        let report = try Reports.make(assessment)
        let page = try Reports.body("a", report)

        #expect(page.contains("<data value=\"B\" data-at=\"a total 2024 grade\">B</data>"))
        #expect(page.contains("<data value=\"A\" data-at=\"a two 2024 grade\">A</data>"))
        #expect(!page.contains("data-lost="))
        #expect(page.contains("grades are no points"))
    }

    @Test func `what is no sum says why its points do not add up`() throws {
        let assessment = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, min: 0, max: 100}, y: {type: number, min: 0, max: 100}}
                scorecard:
                  id: total
                  aggregate: {min: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                    - {id: one, value: x, score: as-is}
                    - {id: two, value: y, score: as-is}
                """),
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,x,y\na,2024,40,90\n"])
        let page = try Reports.body("a", try Reports.make(assessment))

        #expect(page.contains("data-lost-not=\"a total 2024\""))
    }

    @Test func `of many elements those that one figure explains stand in lines`() throws {
        let ids = 1...50
        let nodes = ids.map {
            "    - {id: n\($0), value: \($0 == 50 ? "x / 100" : "x"), score: as-is, weight: 1}"
        }
        let assessment = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, min: 0, max: 100}, y: {type: number, optional: true}}
                scorecard:
                  id: total
                  aggregate:
                    weighted-mean:
                      {not-applicable: redistribute, missing: redistribute, excluded: refuse}
                  nodes:
                    - {id: open, value: y, score: as-is, weight: 1}
                \(nodes.joined(separator: "\n"))
                """),
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,x,y\na,2024,40,\n"])
        let page = try Reports.body("a", try Reports.make(assessment))

        for id in ids { #expect(page.contains("<tr id=\"node-n\(id)\">")) }
        for id in ["total", "open"] {
            #expect(page.contains("id=\"node-\(id)\""))
            #expect(!page.contains("<tr id=\"node-\(id)\""))
        }
        #expect(page.contains("<code>x / 100</code> = <code>40 / 100</code>"))
        #expect(page.contains("<data value=\"0.4\" data-at=\"a n50 2024 score\">"))
    }

    @Test func `an edition without a total lists its measures`() throws {
        let report = try Reports.make("ca-service-maf", by: "ca-service-maf/2023-24")
        let id = try #require(report.assessment.evidence.bodies.first).id

        #expect(report.leagueNodes.count == 5)
        #expect(try Reports.body(id, report).contains("id=\"scores\""))
    }

    @Test func `penalties and gates are told in words`() throws {
        let report = try Reports.make("teaching", by: "teaching/2025", "2025")
        let page = try Reports.body("rivers", report)

        #expect(page.contains("Most was lost by gate: at most <data value=\"60\">60"))
        #expect(!page.contains("(<code>late_reports"))
        #expect(page.contains("71.43</data>%"))
        #expect(!page.contains(">5/7</data>"))
    }

    @Test func `a figure that stands for itself loses no points and is no better for rising`()
        throws
    {
        let report = try Reports.make("kz-2022-goals", by: "kz-2022-goals/2022")
        let id = try #require(report.assessment.evidence.bodies.first).id
        let page = try Reports.body(id, report)

        #expect(!page.contains("data-lost="))
        #expect(!page.contains("Where did the points go?"))
        #expect(!page.contains("change up") && !page.contains("change down"))
    }

    @Test func `what a decision set is not split, and its change is said to be none of the rules`()
        throws
    {
        let report = try Reports.make("teaching-decided", by: "teaching/2025", "2025")
        let page = try Reports.body("rivers", report)

        #expect(!page.contains("Most was lost by"))
        #expect(!page.contains("data-lost="))
        #expect(page.contains("so what it lost cannot be split"))
        #expect(page.contains("set by a decision, not by the rules"))
        #expect(!page.contains("under the same rules</small>"))
    }

    /// Of 12 ministries two ended on 2024-12-31, and one began on 2025-01-01.
    @Test(arguments: [
        ("2024", "agriculture", 10), ("2025", "agriculture", 9), ("2025", "education", 10),
    ])
    func `peers are those that exist in the period`(period: String, id: String, peers: Int) throws {
        let page = try Reports.body(
            id, try Reports.make("state", by: "oecd-stages/2026", period))

        #expect(page.contains("peers are \(peers) other bodies of the kind"))
    }

    @Test(arguments: [("2024", 25, "1 body that does"), ("2025", 24, "2 bodies that do")])
    func `the list of bodies counts those that exist, and says who is listed besides`(
        period: String, bodies: Int, others: String
    ) throws {
        let report = try Reports.make("state", by: "oecd-stages/2026", period)
        let list = BodyList(PageContext(report, "en")).bytes(page: 1)
        let page = String(decoding: list, as: UTF8.self)

        #expect(page.contains("<p>\(bodies) bodies. The list also holds \(others) not exist"))
        #expect(page.contains("The list also holds the whole apparatus, which is no body."))
    }

    /// The fraction that a phrase begins with.
    private static func exact(_ phrase: Phrase) throws -> BigFraction? {
        guard case .figure(let exact, _)? = phrase.parts.first else { return nil }
        let terms = exact.split(separator: "/")
        guard terms.count == 2 else {
            return Fraction(parsing: exact).map {
                BigFraction(numerator: $0.numerator, denominator: $0.denominator)
            }
        }
        return try whole(terms[0]).divided(by: whole(terms[1]))
    }

    /// A whole number of any length, digit by digit.
    private static func whole(_ text: Substring) throws -> BigFraction {
        let ten = BigFraction(Fixed(10))
        var number = BigFraction(Fixed.zero)
        for digit in text.compactMap(\.wholeNumberValue) {
            number = try number.multiplied(by: ten).adding(BigFraction(Fixed(digit)))
        }
        return text.first == "-" ? number.negated : number
    }

    static let oneInput = """
        inputs: {x: {type: number, min: 0, max: 100}}
        ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
        scorecard: {id: total, title: {en: Total}, value: x, score: as-is}
        """
}

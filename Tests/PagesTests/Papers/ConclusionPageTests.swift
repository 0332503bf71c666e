internal import Arithmetic
internal import AssessmentSupport
internal import Domain
internal import Evidence
internal import JSON
internal import Locales
internal import Methodology
@testable internal import Pages
internal import Scoring
internal import Testing
internal import TestSupport

@Suite struct ConclusionPageTests {
    @Test(arguments: ["en", "ru"])
    func `the paper says what came out, why, and who may object`(tag: String) throws {
        let report = try Papers.report(
            "teaching-decided", by: "teaching/2025", issued: "2026-03-02")
        let body = try Papers.body("rivers", in: report)

        let page = ConclusionPage.bytes(Conclusion(Papers.context(report, tag), body: body))

        expectGolden(page.text, "conclusion.\(tag).html")
    }

    @Test func `the data beside the paper are its points lost and all that it says`() throws {
        let report = try Papers.report("teaching", by: "teaching/2025", isFinal: true)
        let body = try Papers.body("rivers", in: report)
        let context = Papers.context(report, "en")

        expectGolden(ConclusionPage.csv(Conclusion(context, body: body)).text, "conclusion.csv")
        expectGolden(ConclusionPage.json(Conclusion(context, body: body)).text, "conclusion.json")
    }

    @Test func `a draft is not marked official, and a final paper is`() throws {
        for isFinal in [false, true] {
            let report = try Papers.report(
                "teaching", by: "teaching/2025", isFinal: isFinal, issued: "2026-03-02")
            let body = try Papers.body("rivers", in: report)
            let context = Papers.context(report, "en")

            let page = ConclusionPage.bytes(Conclusion(context, body: body)).text

            #expect(page.contains("class=\"official\"") == isFinal)
            #expect(page.contains("Official when final.") == !isFinal)
        }
    }

    @Test func `what the owner did not issue has no letterhead, day or signature`() throws {
        let report = try Papers.report(
            "kz-2022-goals", by: "kz-2022-goals/2022", isFinal: true, issued: "2026-03-02")
        let context = Papers.context(report, "en")

        let page = ConclusionPage.bytes(Conclusion(context, body: 0)).text

        #expect(page.contains("<p class=\"issuer\">Recomputed from published rules and data; not"))
        #expect(page.contains("Recomputation, not an official paper"))
        #expect(page.contains("Source of the rules"))
        for absent in [">Final<", "class=\"signature\"", "Day of issue", "Legal basis"] {
            #expect(!page.contains(absent), "\(absent)")
        }
    }

    /// The planned works of rivers do not apply, so the other elements weigh more.
    @Test func `an element that does not count is told with where its weight went`() throws {
        let report = try Papers.report("teaching", by: "teaching/2025")
        let body = try Papers.body("rivers", in: report)

        let lost = Conclusion(Papers.context(report, "en"), body: body).lost
        let told = lost[0].rows.flatMap(\.reasons).map(\.plain)

        #expect(told.contains { $0 == "not applicable; its weight went to the others" })
    }

    @Test(arguments: Papers.examples)
    func `every body of every example has a paper in each of the edition's languages`(
        workspace: String, edition: String
    ) throws {
        let report = try Papers.report(workspace, by: edition)
        let first = report.assessment.evidence.bodies.indices.prefix(40)

        for tag in report.languages {
            let context = Papers.context(report, tag)
            for body in first {
                let page = ConclusionPage.bytes(Conclusion(context, body: body)).text
                #expect(page.contains("<article class=\"paper\">"))
                #expect(page.hasSuffix("</html>\n"))
            }
        }
    }

    /// The lines beneath a line add up to it, as printed and exactly; their total and the score
    /// are the greatest score.
    @Test(arguments: Papers.examples)
    func `points lost add up to what is missing from the greatest score`(
        workspace: String, edition: String
    ) throws {
        let report = try Papers.report(workspace, by: edition)
        let context = Papers.context(report, "en")

        for body in report.assessment.evidence.bodies.indices {
            let conclusion = Conclusion(context, body: body)
            for lost in conclusion.lost where !lost.rows.isEmpty {
                let node = report.assessment.plan.nodes[lost.node]
                let score = try #require(
                    report.assessment.columns[lost.node]?.score(at: conclusion.unit))
                let missing = try node.scale.greatest.subtracting(score)
                #expect(lost.rows[0].exact == missing.description)
                try expectSums(lost.rows)
            }
        }
    }

    private func expectSums(_ rows: [Conclusion.LostRow]) throws {
        for (index, row) in rows.enumerated() {
            let beneath = rows[(index + 1)...].prefix { $0.depth > row.depth }
                .filter { $0.depth == row.depth + 1 }
            guard !beneath.isEmpty else { continue }
            let printed = try beneath.reduce(Fixed.zero) { try $0.adding($1.printed) }
            #expect(printed == row.printed, "\(row.name.plain)")
        }
    }

    @Test func `an edition without a notice is said to name no way to object`() throws {
        let assessment = try Workbench.assess(
            Workbench.edition(Self.plain), inputs: "answered=80")
        let report = try Papers.report(assessment)

        let page = ConclusionPage.bytes(Conclusion(Papers.context(report, "en"), body: 0)).text

        #expect(page.contains("The edition names no way to object to this result."))
    }

    /// Ten days after 2 March end on 12 March: the day of issue does not count.
    @Test func `the last of some calendar days is computed from the day of issue`() throws {
        let notice = """
            notice:
              objections:
                by: {en: The head of the body}
                to: {en: The commission}
                within: 10
                days: calendar
            """
        let assessment = try Workbench.assess(
            Workbench.edition(Self.plain + "\n" + notice), inputs: "answered=80")

        let issued = try Papers.report(assessment, issued: "2026-03-02")
        let objections = try #require(Conclusion(Papers.context(issued, "en"), body: 0).objections)
        #expect(objections.lastDay?.description == "2026-03-12")
        #expect(objections.note == nil)

        let open = try Papers.report(assessment)
        let later = try #require(Conclusion(Papers.context(open, "en"), body: 0).objections)
        #expect(later.lastDay == nil)
        #expect(later.note != nil)
    }

    @Test func `working days are not turned into a date`() throws {
        let report = try Papers.report("teaching", by: "teaching/2025", issued: "2026-03-02")

        let objections = try #require(Conclusion(Papers.context(report, "en"), body: 0).objections)

        #expect(objections.lastDay == nil)
        #expect(objections.facts.contains { $0.value.plain.contains("10 working days") })
    }

    @Test func `a value that is no sum says why its parts do not add up`() throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent, min: 0, max: 100}, b: {type: percent, min: 0, max: 100}}
            scorecard:
              id: total
              aggregate: {min: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
              nodes:
                - {id: first, value: a, score: as-is}
                - {id: second, value: b, score: as-is}
            """)
        let report = try Papers.report(Workbench.assess(edition, inputs: "a=30", "b=60"))

        let lost = Conclusion(Papers.context(report, "en"), body: 0).lost

        #expect(lost[0].gains.count == 1)
        #expect(lost[0].gains[0].sentence.plain.contains("no sum of parts"))
        #expect(lost[0].gains[0].rows.map(\.points.plain) == ["30.00", "0.00"])
    }

    @Test func `names that try to be markup are text`() throws {
        let name =
            "<script>alert(1)</script> \u{202E}gnorw \"&amp;\" "
            + String(repeating: "ы", count: 300)
        let assessment = try Workbench.assess(
            Workbench.edition(Self.plain),
            [
                "bodies":
                    "id,kind,title.en\na,ministry,\"\(name.replacing("\"", with: "\"\""))\"\n",
                "inputs": "body,period,answered\na,2024,80\n",
            ])
        let report = try Papers.report(assessment)

        let page = ConclusionPage.bytes(Conclusion(Papers.context(report, "en"), body: 0)).text

        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("&amp;amp;"))
    }

    private static let plain = """
        inputs: {answered: {type: percent, min: 0, max: 100}}
        scorecard:
          id: total
          aggregate:
            weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}
          nodes: [{id: answers, value: answered, score: as-is, weight: 1}]
        """
}

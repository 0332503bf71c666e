import AssessmentSupport
import Explanation
import Improvement
import Locales
import Scoring
import Testing

@testable import Pages

/// Plans that ask for little, in words.
@Suite struct EffortWordingTests {
    private static let edition = Workbench.edition(
        """
        inputs: {a: {type: percent, optional: true}}
        tables:
          plans:
            key: [id]
            fields:
              better: {type: code, values: [higher, lower]}
              plan: {type: number}
              actual: {type: number}
              changed: {type: date, optional: true}
        scorecard: {id: total, aggregate: none, nodes: [{id: one, value: a, score: as-is}]}
        effort:
          - id: plans
            title: {en: Plans}
            of: plans
            plan: plan
            actual: actual
            better: better
            revised: changed
            late: 90
            periods: 2
        """, head: ["in-force": "{from: 2024-01-01}"])

    private static func assess(_ row: String) throws -> Assessment {
        try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,a\na,2024,1\n",
                "plans": "body,period,id,better,plan,actual,changed\n\(row)\n",
            ])
    }

    private static func told(_ row: String, in language: String) throws -> [String] {
        let assessment = try assess(row)
        let words = EffortWording(Wording(assessment, language: language))
        return assessment.effortFindings().map { words.sentence($0).plain }
    }

    @Test(arguments: [
        ("en", "the plan of 4.5 asks for less than was reached in 2023: 5.5"),
        ("fr", "le plan de 4,5 demande moins que ce qui a été atteint en 2023\u{202F}: 5,5"),
        ("ru", "план 4,5 требует меньше, чем достигнуто за 2023: 5,5"),
        ("kk", "4,5 жоспары 2023 кезеңінде қол жеткізілгеннен азды талап етеді: 5,5"),
    ])
    func `figures stand as the language writes them`(language: String, sentence: String) throws {
        let rows = "a,2023,T,higher,9,5.5,\na,2024,T,higher,4.5,4,"

        #expect(try Self.told(rows, in: language) == [sentence])
    }

    @Test func `the page and its data say where the plan stands`() throws {
        let assessment = try Self.assess("a,2023,T,higher,9,5.5,\na,2024,T,higher,4.5,4,")
        let context = PageContext(try Reports.make(assessment), "en")
        let page = String(decoding: try #require(EffortPage.bytes(context)), as: UTF8.self)
        let csv = String(decoding: EffortData(context).csv, as: UTF8.self)

        #expect(page.contains("<code>plans.csv</code>, row 3"))
        #expect(csv.hasSuffix(",plans.csv,3\n"))
    }

    @Test(arguments: [
        (
            "a,2023,T,lower,1,5,\na,2024,T,lower,6,7,",
            "less is better, and the plan of 6 allows for more than there was in 2023: 5"
        ),
        (
            "a,2023,T,higher,9,5,\na,2024,T,higher,5,4,",
            "the plan of 5 is just what was reached in 2023"
        ),
        (
            "a,2024,T,higher,5,4,2024-12-30",
            "the plan was last changed on 2024-12-30, 1 day before the end of the period"
        ),
        (
            "a,2024,T,higher,5,4,2025-01-10",
            "the plan was last changed on 2025-01-10, 10 days after the end of the period"
        ),
        (
            "a,2023,T,higher,1,2,\na,2024,T,higher,3,3,",
            "the plan was reached in 2 periods in a row"
        ),
    ])
    func `each finding says what speaks against the plan`(rows: String, sentence: String) throws {
        #expect(try Self.told(rows, in: "en") == [sentence])
    }
}

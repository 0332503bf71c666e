import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

@Suite struct GradeTraceTests {
    private let assessment: Assessment

    init() throws {
        let edition = Workbench.edition(
            """
            grades: {id: marks, order: [D, C, B, A]}
            inputs:
              plan: {type: code, values: [A, B, C, D], optional: true}
              paid: {type: percent}
              late: {type: count}
              audited: {type: flag, optional: true}
            ranking: {nodes: [plan], best: highest, ties: lowest, figures: unrounded, within: all}
            scorecard:
              id: budget
              aggregate: none
              nodes:
                - id: plan
                  title: {en: Planning}
                  grade: {from: plan}
                  missing: {rule: {grade: D, mark: "D*"}, reason: {en: Nobody assessed it}}
                - id: payments
                  title: {en: Payments}
                  value: paid
                  grade: {bands: [{grade: A, from: 95}, {grade: C, from: 80, below: 95}, {grade: D, below: 80}]}
                  corrections:
                    - {gate: late > 10, caps-at: C}
                - id: audit
                  title: {en: Audit}
                  grade: {A: audited AND late = 0, B: late <= 2, C: audited, otherwise: D}
            """)
        assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs":
                    "body,period,plan,paid,late,audited\na,2024,B,96.5,12,true\nb,2024,,80,0,\n",
            ])
    }

    private func trace(_ node: String, _ body: String) throws -> Trace {
        Trace(
            assessment, node: try assessment.position(node), at: try assessment.unit(body, "2024"))
    }

    @Test(arguments: ["a", "b"]) func `a trace tells grades in words`(body: String) throws {
        let lines = try ["plan", "payments", "audit"].flatMap {
            try trace($0, body).lines(Wording(assessment), Display(assessment)) + [""]
        }

        expectGolden(lines.map { $0 + "\n" }.joined(), "grades-\(body).txt")
    }

    @Test func `a trace for programs has grades as texts`() throws {
        let traces = try ["plan", "payments", "audit"].map { try trace($0, "b") }

        var json = JSONWriter(isIndented: true)
        json.list { json in for trace in traces { trace.write(Wording(assessment), to: &json) } }
        expectGolden(String(decoding: json.bytes, as: UTF8.self) + "\n", "grades.json")
    }

    @Test func `results have grades, marks, and bounds in words`() {
        let (selection, wording) = (ResultSelection(assessment), Wording(assessment))

        let csv = ResultCSV.bytes(selection, wording)
        let json = ResultJSON.bytes(ResultSelection(assessment, nodes: [1, 3]), wording)

        expectGolden(String(decoding: csv, as: UTF8.self), "grades.csv")
        expectGolden(String(decoding: json, as: UTF8.self), "grades-results.json")
    }

    @Test func `a grade has lost no points`() throws {
        #expect(try trace("payments", "a").lost == nil)
    }
}

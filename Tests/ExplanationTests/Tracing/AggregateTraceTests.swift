import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

/// How traces tell what children come to.
@Suite struct AggregateTraceTests {
    private func text(_ made: Assessment, _ node: String = "total") throws -> String {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())
        return trace.lines(Wording(made), Display(made)).joined(separator: "\n") + "\n"
    }

    private func document(_ made: Assessment, _ node: String = "total") throws -> String {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())
        return trace.document(Wording(made)).text(isIndented: true) + "\n"
    }

    @Test func `computed weights are told with their formulas and figures`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  letters: {type: percent}
                  calls: {type: percent}
                  visits: {type: percent, optional: true}
                  letter_count: {type: count}
                  call_count: {type: count}
                  visit_count: {type: count}
                parameters: {own: {value: 1/3, unit: share}}
                scorecard:
                  id: total
                  aggregate:
                    weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: refuse}
                  nodes:
                    - id: letters
                      title: {en: Letters}
                      value: letters
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: letter_count}]}
                    - id: calls
                      title: {en: Calls}
                      value: calls
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: call_count}]}
                    - id: visits
                      title: {en: Visits}
                      value: visits
                      score: as-is
                      weight: {blend: [{part: 2/3, by: equal}, {part: own, by: visit_count}]}
                """), inputs: "letters=80", "calls=60", "visits=", "letter_count=30",
            "call_count=60", "visit_count=10")

        expectGolden(try text(made), "computed-weights.txt")
        expectGolden(try document(made), "computed-weights.json")
    }
}

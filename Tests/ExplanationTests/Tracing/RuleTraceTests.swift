import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

/// What a trace says about the rules that are measured against something of the body's own.
@Suite struct RuleTraceTests {
    private static let edition = Workbench.edition(
        """
        inputs:
          x: {type: percent, min: 0}
          own: {type: percent, min: 1}
          plan: {type: percent, min: 0}
        parameters: {goal: {value: 80, unit: percent}}
        scorecard:
          id: all
          aggregate: none
          nodes:
            - {id: posts, value: x, score: {goalposts: {worst: 0, best: goal}}}
            - {id: near, value: x, score: {distance: {to: own, below: own, above: 100 - own + 1}}}
            - id: target
              value: x
              score: {target-achievement: {target: own, better: higher, cap: 100}}
            - id: way
              value: x
              score:
                target-achievement:
                  {target: goal, better: higher, baseline: own, floor: 0, cap: 100, flat-target: worst}
            - id: trap
              value: x
              score:
                target-achievement:
                  {target: plan, better: higher, cap: 100, zero-target: {excluded: {en: No plan}}}
            - id: all-or-nothing
              value: x
              score:
                target-achievement:
                  {target: plan, better: higher, cap: 100, zero-target: all-or-nothing}
            - id: credit
              value: x
              score:
                target-achievement: {target: own, better: higher, cap: 100, credit: x / own * 100}
        """)

    private let made: Assessment

    init() throws {
        made = try Workbench.assess(Self.edition, inputs: "x=30", "own=40", "plan=0")
    }

    @Test(arguments: ["posts", "near", "target", "way", "trap", "all-or-nothing", "credit"])
    func `a trace tells what a value is measured against`(node: String) throws {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())

        let lines = trace.lines(Wording(made), Display(made)).map { $0 + "\n" }.joined()
        expectGolden(lines, "rule-\(node).txt")
    }

    @Test func `a trace as JSON holds what a value is measured against`() throws {
        let trace = Trace(made, node: try made.position("posts"), at: try made.unit())

        let text = trace.json(Wording(made))
        #expect(
            text.contains(
                """
                      "step": "score",
                      "rule": "goalposts",
                      "best": {
                        "rule": "goal",
                        "substituted": "80"
                      },
                      "value": 30,
                      "score": 37.5
                """), "\(text)")
    }
}

/// What a trace says about scores that conditions earn.
@Suite struct ConditionTraceTests {
    private static let edition = Workbench.edition(
        """
        inputs: {a: {type: flag}, b: {type: flag, optional: true}, sets: {type: count}}
        scorecard:
          id: all
          aggregate: none
          nodes:
            - id: points
              max: 5
              score:
                checklist:
                  - {when: a, points: 1, title: {en: There is a register}}
                  - {when: sets >= 8, points: 2}
                  - {when: a AND sets > 5, points: 2}
            - {id: counted, score: {checklist: {at-least: 2, of: [a, b, sets >= 8], score: 100, otherwise: 0}}}
            - {id: ladder, score: {ladder: [{when: sets >= 8, score: 100}, {when: a, score: 60}, {otherwise: 0}]}}
        """)

    private let made: Assessment

    init() throws {
        made = try Workbench.assess(Self.edition, inputs: "a=true", "b=", "sets=7")
    }

    @Test(arguments: ["points", "counted", "ladder"])
    func `a trace tells which conditions hold`(node: String) throws {
        let trace = Trace(made, node: try made.position(node), at: try made.unit())

        let lines = trace.lines(Wording(made), Display(made)).map { $0 + "\n" }.joined()
        expectGolden(lines, "condition-\(node).txt")
    }

    @Test func `a trace as JSON holds every condition`() throws {
        let trace = Trace(made, node: try made.position("points"), at: try made.unit())

        let text = trace.json(Wording(made))
        #expect(
            text.contains(
                """
                        {
                          "title": "There is a register",
                          "when": {
                            "rule": "a",
                            "substituted": "true"
                          },
                          "points": 1,
                          "holds": true
                        }
                """), "\(text)")
    }
}

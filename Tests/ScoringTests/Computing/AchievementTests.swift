import AssessmentSupport
import Methodology
import Scoring
import Testing

/// How far a target is achieved, and what comes out where a ratio says nothing.
@Suite struct AchievementTests {
    private func edition(_ rule: String, _ more: String = "", types: String = "count") -> String {
        Workbench.edition(
            """
            inputs:
              actual: {type: \(types), optional: true}
              plan: {type: \(types), optional: true}
              start: {type: \(types), optional: true}
            scorecard:
              id: n
              aggregate: none
              nodes:
                - {id: k, value: actual, score: {target-achievement: \(rule)}\(more)}
                - {id: s, value: start + plan, score: {as-is: {floor: 0, cap: 100}}}
            """)
    }

    private func assess(_ edition: String, _ actual: String, _ plan: String, _ start: String = "0")
        throws -> Assessment
    {
        try Workbench.assess(edition, inputs: "actual=\(actual)", "plan=\(plan)", "start=\(start)")
    }

    /// The shape of Kazakhstan's target indicators: min(1, actual / plan) where more is better,
    /// min(1, plan / actual) where less is (KAZAKHSTAN.md, A1).
    @Test(arguments: [
        ("higher", "40", "50", "80"), ("higher", "50", "50", "100"), ("higher", "60", "50", "100"),
        ("higher", "0", "50", "0"), ("lower", "50", "40", "80"), ("lower", "40", "40", "100"),
        ("lower", "30", "40", "100"), ("lower", "0", "40", "100"),
        ("higher", "1", "3", "33.333333333333333333"), ("lower", "3", "1", "33.333333333333333333"),
    ])
    func `a target counts by the part that is achieved`(
        better: String, actual: String, plan: String, expected: String
    ) throws {
        let zero = better == "lower" ? ", zero-actual: full" : ""
        let edition = edition(
            "{target: plan, better: \(better), cap: 100, zero-target: full\(zero)}")

        #expect(try assess(edition, actual, plan).result("k") == expected)
    }

    @Test(arguments: [
        ("full", "5", "100"), ("worst", "5", "0"), ("{score: 30}", "5", "30"),
        ("all-or-nothing", "5", "100"), ("missing", "5", "missing"),
        ("not-applicable", "5", "not-applicable"), ("{excluded: {en: No target}}", "5", "excluded"),
    ])
    func `where the target is zero comes out what is said`(
        outcome: String, actual: String, expected: String
    ) throws {
        let edition = edition(
            "{target: plan, better: higher, cap: 100, zero-target: \(outcome)}")

        let made = try assess(edition, actual, "0")

        #expect(try made.result("k") == expected)
        if expected == "excluded" { #expect(try made.reason("k") == .target(.zeroTarget)) }
    }

    @Test(arguments: [("0", "100"), ("1", "0")])
    func `no accidents where none were allowed is all, one is nothing`(
        actual: String, expected: String
    ) throws {
        let edition = edition(
            "{target: plan, better: lower, cap: 100, zero-target: all-or-nothing, "
                + "zero-actual: worst}")

        #expect(try assess(edition, actual, "0").result("k") == expected)
    }

    // From -20 to 10 are 30: -5 is half of it.
    @Test(arguments: [
        ("higher", "-5", "10", "-20", "50"), ("higher", "-30", "10", "-20", "0"),
        ("higher", "20", "10", "-20", "100"), ("lower", "-5", "-20", "10", "50"),
        ("lower", "20", "-20", "10", "0"), ("higher", "5", "-30", "-20", "flat"),
        ("lower", "5", "10", "10", "flat"), ("higher", "5", "0", "-20", "100"),
    ])
    func `a baseline makes the way count, below zero too`(
        better: String, actual: String, plan: String, start: String, expected: String
    ) throws {
        let edition = edition(
            "{target: plan, better: \(better), baseline: start, cap: 100, floor: 0, "
                + "flat-target: missing}", types: "number")

        let made = try assess(edition, actual, plan, start)

        #expect(try made.result("k") == (expected == "flat" ? "missing" : expected))
        if expected == "flat" { #expect(try made.reason("k") == .target(.flatTarget)) }
    }

    @Test func `more than the target may count up to a cap`() throws {
        let edition = edition(
            "{target: plan, better: higher, full: 100, cap: 120, zero-target: full}", ", max: 150")

        #expect(try assess(edition, "55", "50").result("k") == "110")
        #expect(try assess(edition, "90", "50").result("k") == "120")
        #expect(try assess(edition, "90", "0").result("k") == "100")
    }

    @Test func `on a scale from 1 to 5 the part counts from 1`() throws {
        let edition = edition(
            "{target: plan, better: higher, cap: 5, zero-target: full}", ", min: 1, max: 5")

        #expect(try assess(edition, "25", "50").result("k") == "3")
        #expect(try assess(edition, "0", "50").result("k") == "1")
    }

    @Test func `a credit is looked at where no trap is`() throws {
        let edition = edition(
            "{target: plan, better: lower, credit: plan / actual * 100, cap: 100, "
                + "zero-actual: full, zero-target: {excluded: {en: No target was set}}}")

        #expect(try assess(edition, "50", "40").result("k") == "80")
        #expect(try assess(edition, "20", "40").result("k") == "100")
        #expect(try assess(edition, "0", "40").result("k") == "100")
        #expect(try assess(edition, "0", "0").result("k") == "excluded")
    }

    @Test func `a target that is not known is filled like a value that is not`() throws {
        let rule = "{target: plan, better: higher, cap: 100, zero-target: missing}"
        let filled = edition(rule, ", missing: {rule: {score: 20}}")

        #expect(try assess(edition(rule), "5", "").result("k") == "missing")
        #expect(try assess(edition(rule), "5", "").reason("k") == .blank(.input(1)))
        #expect(try assess(filled, "5", "").result("k") == "20 filled")
        #expect(try assess(filled, "5", "0").result("k") == "20 filled")
        #expect(try assess(filled, "5", "WH").result("k") == "excluded")
    }

    @Test func `a target that rests on an open score leaves anything possible`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent, min: 0}, y: {type: percent, min: 1, optional: true}}
            scorecard:
              id: n
              aggregate: none
              nodes:
                - {id: y, min: 1, value: y, score: as-is, missing: {rule: {score: 50}, open: yes}}
                - id: k
                  value: x
                  score: {target-achievement: {target: score(y), better: higher, cap: 100}}
            """)

        let made = try Workbench.assess(edition, inputs: "x=20", "y=")

        #expect(try made.result("k") == "40")
        #expect(try made.bounds("k") == "0 … 100")
    }

    @Test func `the bounds of an open value follow the target`() throws {
        let edition = Workbench.edition(
            """
            tables: {goals: {key: [id], fields: {state: {type: code, values: [reached, open]}}}}
            parameters: {plan: {value: 80, unit: percent}}
            scorecard:
              id: k
              value: COUNT(goals WHERE state = "reached") / COUNT(goals) * 100
              empty: missing
              bounds: {unknown: COUNT(goals WHERE state = "open"), of: COUNT(goals)}
              score: {target-achievement: {target: plan, better: higher, cap: 100}}
            """)
        let goals =
            "body,period,id,state\na,2024,1,reached\na,2024,2,reached\na,2024,3,reached\n"
            + "a,2024,4,open\n"

        let made = try Workbench.assess(
            edition, ["bodies": "id,kind\na,ministry\n", "goals": goals])

        // The value 75 lies between 75 · 3/4 = 56.25 and 81.25.
        #expect(try made.result("k") == "93.75")
        #expect(try made.bounds("k") == "70.3125 … 100")
    }
}

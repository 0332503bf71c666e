import AssessmentSupport
import Scoring
import Testing

/// Scores that conditions earn, also where some of them cannot be told.
@Suite struct ConditionRuleTests {
    private func assess(
        _ rule: String, _ flags: [String], more: String = ""
    ) throws -> Assessment {
        let names = ["a", "b", "c"]
        let edition = Workbench.edition(
            """
            inputs: {a: {type: flag, optional: true}, b: {type: flag, optional: true}, \
            c: {type: flag, optional: true}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: n, score: \(rule)\(more)}
                - {id: use, value: 'IF(a AND b AND c, 1, 0)', score: as-is}
            """)
        let row = flags.map { $0 == "yes" ? "true" : $0 == "no" ? "false" : "" }
        return try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\nx,ministry\n",
                "inputs": "body,period,\(names.joined(separator: ","))\nx,2024,"
                    + row.joined(separator: ",") + "\n",
            ])
    }

    private static let ladder =
        "{ladder: [{when: a, score: 90}, {when: b, score: 60}, {when: c, score: 30}, {otherwise: 10}]}"

    @Test(arguments: [
        (["yes", "no", "no"], "90", "90 … 90"), (["no", "yes", "yes"], "60", "60 … 60"),
        (["no", "no", "no"], "10", "10 … 10"), (["?", "yes", "no"], "missing", "60 … 90"),
        (["?", "no", "no"], "missing", "10 … 90"), (["yes", "?", "?"], "90", "90 … 90"),
        (["no", "?", "yes"], "missing", "30 … 60"), (["?", "?", "?"], "missing", "10 … 90"),
    ])
    func `the first row that holds decides, unless one above cannot be told`(
        flags: [String], expected: String, bounds: String
    ) throws {
        let made = try assess(Self.ladder, flags)

        #expect(try made.result("n", "x") == expected)
        #expect(try made.bounds("n", "x") == bounds)
    }

    @Test(arguments: [
        ("at-least: 2, of", ["yes", "yes", "no"], "100", "100 … 100"),
        ("at-least: 2, of", ["yes", "no", "no"], "20", "20 … 20"),
        ("at-least: 2, of", ["yes", "?", "no"], "missing", "20 … 100"),
        ("at-least: 2, of", ["yes", "yes", "?"], "100", "100 … 100"),
        ("at-least: 2, of", ["no", "no", "?"], "20", "20 … 20"),
        ("all-of", ["yes", "yes", "yes"], "100", "100 … 100"),
        ("all-of", ["yes", "no", "?"], "20", "20 … 20"),
        ("all-of", ["yes", "yes", "?"], "missing", "20 … 100"),
        ("any-of", ["?", "yes", "no"], "100", "100 … 100"),
        ("any-of", ["no", "no", "no"], "20", "20 … 20"),
        ("any-of", ["no", "no", "?"], "missing", "20 … 100"),
    ])
    func `so many of the conditions have to hold`(
        form: String, flags: [String], expected: String, bounds: String
    ) throws {
        let made = try assess(
            "{checklist: {\(form): [a, b, c], score: 100, otherwise: 20}}", flags)

        #expect(try made.result("n", "x") == expected)
        #expect(try made.bounds("n", "x") == bounds)
    }

    /// Five points as for the availability of civil-service data in SIGMA's framework of 2017,
    /// where a condition that is not met may also cost a point.
    @Test(arguments: [
        (["yes", "yes", "no"], "5", "5 … 5"), (["yes", "no", "no"], "2", "2 … 2"),
        (["no", "yes", "yes"], "2", "2 … 2"), (["no", "no", "no"], "0", "0 … 0"),
        (["yes", "?", "no"], "missing", "2 … 5"), (["yes", "yes", "?"], "missing", "4 … 5"),
    ])
    func `conditions earn points each`(
        flags: [String], expected: String, bounds: String
    ) throws {
        let made = try assess(
            "{checklist: [{when: a, points: 2}, {when: b, points: 3}, {when: c, points: -1}]}",
            flags, more: ", min: -1, max: 5")

        #expect(try made.result("n", "x") == expected)
        #expect(try made.bounds("n", "x") == bounds)
    }

    @Test func `a missing rule covers what cannot be told, and corrections come after`() throws {
        let filled = try assess(
            Self.ladder, ["?", "no", "no"],
            more: ", missing: {rule: {score: 40}}, corrections: [{penalty: 1}]")

        #expect(try filled.result("n", "x") == "39 filled")
        #expect(try filled.reason("n", "x") == .requirement(0, .input(0)))
        let bound = try assess(
            Self.ladder, ["?", "no", "no"], more: ", corrections: [{penalty: 1}]")
        #expect(try bound.bounds("n", "x") == "9 … 89")
    }

    @Test func `a condition on an open score leaves both ends possible`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent, min: 0, max: 100, optional: true}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: x, value: x, score: as-is, missing: {rule: zero, open: yes}}
                - id: n
                  score: {checklist: {all-of: [score(x) >= 50], score: 100, otherwise: 20}}
                - {id: l, score: {ladder: [{when: score(x) >= 50, score: 80}, {otherwise: 5}]}}
            """)

        let made = try Workbench.assess(edition, inputs: "x=")

        #expect(try made.result("n") == "20")
        #expect(try made.bounds("n") == "20 … 100")
        #expect(try made.result("l") == "5")
        #expect(try made.bounds("l") == "5 … 80")
    }
}

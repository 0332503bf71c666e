import AssessmentSupport
import Diagnostics
import Scoring
import Testing

@Suite struct CorrectionTests {
    private func corrected(_ corrections: String, more: String = "") -> String {
        Workbench.edition(
            """
            inputs:
              x: {type: percent, optional: true}
              late: {type: count, optional: true}
              audit: {type: code, values: [clean, adverse], optional: true}
            scorecard:
              id: n
              value: x
              score: as-is
              corrections:
            \(corrections.split(separator: "\n").map { "    \($0)\n" }.joined())\(more)
            """)
    }

    private func result(_ edition: String, _ late: String, _ audit: String, x: String = "90")
        throws -> String
    {
        try Workbench.assess(edition, inputs: "x=\(x)", "late=\(late)", "audit=\(audit)")
            .result("n")
    }

    @Test func `corrections are applied in the order of the file`() throws {
        let first = corrected(
            "- {penalty: late, at-most: 5}\n- {gate: 'audit = \"adverse\"', caps-at: 60}")
        let last = corrected(
            "- {gate: 'audit = \"adverse\"', caps-at: 60}\n- {penalty: late, at-most: 5}")

        #expect(try result(first, "3", "clean") == "87")
        #expect(try result(first, "7", "clean") == "85")
        #expect(try result(first, "7", "adverse") == "60")
        #expect(try result(last, "7", "adverse") == "55")
    }

    @Test func `a correction that cannot be told leaves the node missing, with bounds`() throws {
        let edition = corrected(
            "- {penalty: late, at-most: 5}\n- {gate: 'audit = \"adverse\"', caps-at: 60}")

        let made = try Workbench.assess(edition, inputs: "x=90", "late=", "audit=clean")
        let gate = try Workbench.assess(edition, inputs: "x=90", "late=2", "audit=")

        #expect(try made.result("n") == "missing")
        #expect(try made.reason("n") == .correction(0, .input(1)))
        #expect(try made.bounds("n") == "85 … 90")
        #expect(try gate.reason("n") == .correction(1, .input(2)))
        // At worst the gate holds, and then the score is 60.
        #expect(try gate.bounds("n") == "60 … 88")
    }

    @Test func `points whose condition cannot be told are taken or not`() throws {
        let edition = corrected(
            "- {penalty: late, when: 'audit = \"adverse\"'}\n"
                + "- {bonus: late, when: 'audit = \"clean\"', at-most: 2}")

        let made = try Workbench.assess(edition, inputs: "x=90", "late=5", "audit=")

        #expect(try made.result("n") == "missing")
        #expect(try made.bounds("n") == "85 … 92")
    }

    @Test(arguments: [
        ("bonus: late, at-most: 5", "4", "60 … 64"), ("bonus: late, at-most: 5", "", "60 … 65"),
        ("bonus: late", "", "60 … 100"), ("penalty: late", "4", "56 … 60"),
        ("cap: 40", "4", "40 … 60"), ("cap: 70", "4", "60 … 60"), ("floor: 70", "4", "60 … 70"),
    ])
    func `what may apply widens the bounds by what it comes to`(
        rule: String, late: String, expected: String
    ) throws {
        let edition = corrected("- {\(rule), when: 'audit = \"adverse\" OR late < 0'}")

        let made = try Workbench.assess(edition, inputs: "x=60", "late=\(late)", "audit=")

        #expect(try made.bounds("n") == expected)
    }

    @Test func `a correction may count as none where it cannot be told`() throws {
        let edition = corrected(
            "- {penalty: late, unknown: none}\n- {gate: 'audit = \"adverse\"', caps-at: 60}")

        #expect(try result(edition, "", "clean") == "90")
        #expect(try result(edition, "4", "clean") == "86")
    }

    @Test func `a bonus passes the scale only where it may`() throws {
        let held = corrected("- {bonus: late, when: 'audit = \"clean\"'}")
        let free = corrected("- {bonus: late, when: 'audit = \"clean\"', may-exceed: yes}")
        let capped = corrected("- {bonus: late, when: 'audit = \"clean\"'}\n- {cap: 100}")

        #expect(try result(held, "10", "clean") == "100")
        #expect(throws: Workbench.Refused.self) { try result(held, "11", "clean") }
        #expect(try result(free, "11", "clean") == "101")
        #expect(try result(capped, "11", "clean") == "100")
        #expect(try result(held, "11", "adverse") == "90")
    }

    @Test func `what is open beneath a bonus that may pass the scale passes it as well`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, y: {type: percent, optional: true}, more: {type: number}}
            scorecard:
              id: n
              aggregate:
                weighted-mean: {not-applicable: refuse, missing: redistribute, excluded: refuse}
              corrections: [{bonus: more, may-exceed: yes}]
              nodes:
                - {id: a, value: x, score: as-is, weight: 50 %}
                - {id: b, value: y, score: as-is, weight: 50 %}
            """)

        let made = try Workbench.assess(edition, inputs: "x=60", "y=", "more=30")

        #expect(try made.result("n") == "90")
        #expect(try made.bounds("n") == "60 … 110")
    }

    @Test func `a correction moves the bounds of a score of which nothing is known`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, y: {type: percent, optional: true}}
            scorecard:
              id: n
              aggregate: none
              nodes:
                - {id: filled, value: y, missing: {rule: zero, open: yes}, score: as-is}
                - {id: capped, value: score(filled) + x, score: as-is, corrections: [{cap: 70}]}
                - id: free
                  value: score(filled) + x
                  score: as-is
                  corrections: [{bonus: x, may-exceed: yes}]
            """)

        let made = try Workbench.assess(edition, inputs: "x=40", "y=")

        #expect(try made.bounds("capped") == "0 … 70")
        #expect(try made.bounds("free") == "40 … 140")
    }

    @Test func `an unknown limit of a correction that does not hold is not needed`() throws {
        let edition = corrected("- {penalty: late, when: 'audit = \"adverse\"', at-most: x}")
            .replacing("value: x", with: "value: 100 - 1 - 1")

        #expect(try result(edition, "3", "clean", x: "") == "98")
        #expect(try result(edition, "3", "adverse", x: "") == "missing")
        #expect(try result(edition, "3", "adverse", x: "2") == "96")
    }

    @Test func `a floor lifts what a penalty took too far`() throws {
        let edition = corrected("- {penalty: late, when: 'audit = \"clean\"'}\n- {floor: 0}")

        #expect(try result(edition, "95", "clean") == "0")
    }

    @Test func `points of a penalty are never negative`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}, late: {type: number}}
            scorecard: {id: n, value: x, score: as-is, corrections: [{penalty: late}]}
            """)

        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(edition, inputs: "x=50", "late=-3")
        }

        #expect(refused?.diagnostics.map(\.code) == ["correction.negative"])
    }

    @Test func `a limit below 0 does not turn a penalty round`() throws {
        let edition = corrected("- {penalty: late, when: 'audit = \"clean\"', at-most: 1 - late}")

        let refused = #expect(throws: Workbench.Refused.self) {
            try result(edition, "3", "clean")
        }

        #expect(refused?.diagnostics.map(\.code) == ["correction.negative"])
    }
}

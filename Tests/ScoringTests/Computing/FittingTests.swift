import Arithmetic
import AssessmentSupport
import Scoring
import TestSupport
import Testing

/// Missing values that are expected beside those of other leaves.
@Suite struct FittingTests {
    /// Bodies b0, b1 … with x, y and z; a blank is missing, `NA` not applicable.
    private func assess(_ nodes: [String], _ rows: [String], head: [String: String] = [:]) throws
        -> Assessment
    {
        try Workbench.assess(
            Workbench.edition(
                "inputs:\n"
                    + ["x", "y", "z"].map { "  \($0): {type: number, optional: true}\n" }.joined()
                    + "checks: [{id: use, expect: x + y + z > 0}]\n"
                    + "scorecard:\n  id: all\n  aggregate: none\n  nodes:\n"
                    + nodes.map { "    - {\($0)}\n" }.joined(),
                head: ["arithmetic": "double"].merging(head) { $1 }),
            [
                "bodies": "id,kind\n" + rows.indices.map { "b\($0),ministry\n" }.joined(),
                "inputs": "body,period,x,y,z\n"
                    + rows.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])
    }

    private static func leaf(_ id: String, with leaves: String) -> String {
        "id: \(id), value: \(id), score: as-is, "
            + "missing: {rule: {expectation-maximisation: {with: [\(leaves)]}}}"
    }

    private func score(_ made: Assessment, _ node: String, _ body: String) throws -> Double {
        let text = try made.result(node, body)
        #expect(text.hasSuffix(" filled"))
        return try #require(Double(text.replacing(" filled", with: "")))
    }

    /// With one leaf whole and one not, greatest likelihood is the regression of the complete
    /// bodies (Anderson 1957; Little and Rubin 2002, section 7.2.1): here y = 2.5 + 0.6 (x − 2.5).
    @Test func `a missing value is what is expected beside a known one`() throws {
        let made = try assess(
            [Self.leaf("y", with: "x"), "id: x, value: x, score: as-is"],
            ["1,2,0", "2,1,0", "3,4,0", "4,3,0", "5,,0", "10,,0"])

        #expect(abs(try score(made, "y", "b4") - 4) < 1e-8)
        #expect(abs(try score(made, "y", "b5") - 7) < 1e-8)
        #expect(try made.result("y", "b0") == "2")
        #expect(try made.bounds("y", "b0") == "none")
        #expect(try made.bounds("x", "b0") == "1 … 1")
        let step = made.computation(of: try made.position("y"), at: try made.unit("b4")).substituted
        guard case .fitted(bodies: 6, let rounds)? = step?.source else {
            Issue.record("\(String(describing: step))")
            return
        }
        #expect(rounds > 1)
    }

    @Test func `leaves may look at one another, and who has nothing gets the means`() throws {
        let made = try assess(
            [Self.leaf("x", with: "y"), Self.leaf("y", with: "x")],
            ["1,2,0", "2,1,0", "3,4,0", "6,5,0", ",,0"])

        #expect(abs(try score(made, "x", "b4") - 3) < 1e-12)
        #expect(abs(try score(made, "y", "b4") - 3) < 1e-12)
    }

    @Test func `own values alone are looked at, computed as the leaf computes them`() throws {
        let made = try assess(
            [
                Self.leaf("y", with: "part"),
                "id: part, value: x / AVERAGE(x OVER bodies), empty: missing, score: as-is, "
                    + "missing: {rule: worst}, applies-when: z = 0",
            ],
            ["1,2,0", "2,1,0", "3,4,0", "4,3,0", "5,,0", "10,,0", ",9,0"])

        // In another unit x is x; the body without one takes part with its y.
        #expect(try made.result("part", "b6") == "0 filled")
        let expected = try assess(
            [Self.leaf("y", with: "x"), "id: x, value: x, score: as-is"],
            ["1,2,0", "2,1,0", "3,4,0", "4,3,0", "5,,0", "10,,0", ",9,0"])
        for body in ["b4", "b5"] {
            let distance = try score(made, "y", body) - score(expected, "y", body)
            #expect(abs(distance) < 1e-7)
        }
    }

    @Test func `what is not applicable or has no fit stays without a value`() throws {
        let made = try assess(
            [
                Self.leaf("y", with: "x"), "id: x, value: x, score: as-is",
                Self.leaf("z", with: "x"),
            ],
            ["1,2,7", "2,1,7", "3,4,7", "4,3,7", "5,NA,7", "10,,"])

        #expect(try made.result("y", "b4") == "not-applicable")
        #expect(try made.result("z", "b5") == "missing")
        let constant = Unfitted.constant(node: try made.position("z"))
        #expect(try made.reason("z", "b5") == .unfitted(constant, .blank(.input(2))))
        let few = try assess(
            [
                Self.leaf("y", with: "x, z"), "id: x, value: x, score: as-is",
                "id: z, value: z, score: as-is",
            ], ["1,4,6", "2,5,", "3,,8"])
        #expect(
            try few.reason("y", "b2")
                == .unfitted(.tooFewBodies(bodies: 3, nodes: 3), .blank(.input(1))))
    }

    @Test func `periods are fitted by themselves, on any number of threads`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, optional: true}, y: {type: number, optional: true}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {\(Self.leaf("y", with: "x"))}
                - {id: x, value: x, score: as-is}
            """, head: ["arithmetic": "double"])
        let rows = ["1,2", "2,1", "3,4", "4,3", "5,"]
        let tables = [
            "bodies": "id,kind\n" + rows.indices.map { "b\($0),ministry\n" }.joined(),
            "inputs": "body,period,x,y\n"
                + rows.enumerated().flatMap { body, row in
                    ["b\(body),2023,\(row)\n", "b\(body),2024,\(body * body),\(body + 3)\n"]
                }.joined(),
        ]
        var one = Assessment.Options()
        one.threads = 1

        let made = try Workbench.assess(edition, tables)
        let again = try Workbench.assess(edition, tables, options: one)

        #expect(try made.result("y", "b4", "2023").hasSuffix(" filled"))
        #expect(try made.result("y", "b4", "2023") == again.result("y", "b4", "2023"))
        #expect(try made.result("y", "b4", "2024") == "7")
    }
}

import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Scoring
import TestSupport
import Testing

@Suite struct TreatmentTests {
    private static let treat = "treat: {over: bodies, when: {skewness: 2, kurtosis: 3}"

    /// Bodies b0, b1 … of these groups in turn, with these values.
    private func assess(
        _ node: String, _ values: [String], groups: [String] = ["n"], peers: String = ""
    ) throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                \(peers)
                inputs: {x: {type: number, optional: true}}
                scorecard: {id: n, \(node)}
                """,
                head: ["arithmetic": "double", "scale": "{min: -1000, max: 1000}"]),
            [
                "bodies": "id,kind,group\n"
                    + values.indices.map { "b\($0),ministry,\(groups[$0 % groups.count])\n" }
                    .joined(),
                "inputs": "body,period,x\n"
                    + values.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])
    }

    private func results(_ made: Assessment) throws -> [String] {
        try made.evidence.bodies.map { try made.result("n", $0.id) }
    }

    @Test func `a score is made of the treated value, and the value stays`() throws {
        let made = try assess(
            "value: x, \(Self.treat), winsorise: {at-most: 5}}, score: as-is",
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "30", "100"])

        #expect(
            try results(made)
                == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "30", "30"])
        let (node, unit) = (try made.position("n"), try made.unit("b11"))
        #expect(made.columns[node]?.value(at: unit)?.description == "100")
        let computation = made.computation(of: node, at: unit)
        #expect(computation.value?.description == "100")
        let step = try #require(computation.treated)
        #expect(step.value.description == "30")
        #expect(step.bodies == 12 && step.points == 1 && step.transform == nil)
        #expect(step.least.description == "1" && step.greatest.description == "30")
        #expect(try made.bounds("n", "b0") == "none")
    }

    @Test func `the logarithm is taken where drawing in does not suffice`() throws {
        let values = [String](repeating: "0", count: 20) + ["1", "10", "100"]
        let made = try assess(
            "value: x, \(Self.treat), winsorise: {at-most: 1}, otherwise: log}, score: as-is",
            values)

        #expect(try made.result("n", "b0") == "0")
        // ln 101 as a double.
        #expect(try made.result("n", "b22").hasPrefix("4.61512051684125"))
    }

    @Test func `bodies are compared by their treated values`() throws {
        let made = try assess(
            "value: x, \(Self.treat), winsorise: {at-most: 5}}, score: "
                + "{min-max: {over: bodies, better: higher, constant: missing, to: {min: 0, max: 290}}}",
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "30", "100"])

        #expect(try made.result("n", "b1") == "10")
        #expect(try ["b10", "b11"].map { try made.result("n", $0) } == ["290", "290"])
    }

    @Test func `imputed values belong to the series, and filled scores do not`() throws {
        let values = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "30", "100", ""]
        let node = "value: x, \(Self.treat), winsorise: {at-most: 5}}, score: as-is"

        let imputed = try assess(
            "\(node), missing: {rule: group-median}", values, peers: "peers: {by: group}")
        #expect(try imputed.result("n", "b12") == "6.5 filled")
        let step = imputed.computation(
            of: try imputed.position("n"), at: try imputed.unit("b12")
        ).treated
        #expect(step?.bodies == 13)

        let filled = try assess("\(node), missing: {rule: zero}", values)
        #expect(try filled.result("n", "b12") == "0 filled")
        let other = filled.computation(of: try filled.position("n"), at: try filled.unit("b0"))
        #expect(other.treated?.bodies == 12)
    }

    @Test func `peers are treated among themselves, and nobody fills who has none`() throws {
        let ones = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "30", "100"]
        let made = try assess(
            "value: x, treat: {over: peers, when: {skewness: 2, kurtosis: 3}, "
                + "winsorise: {at-most: 5}}, score: as-is, missing: {rule: zero}",
            ones.flatMap { [$0, $0 == "100" ? "11" : $0, $0] }, groups: ["n", "s", ""],
            peers: "peers: {by: group}")

        #expect(try made.result("n", "b33") == "30")
        #expect(try made.result("n", "b34") == "11")
        #expect(try made.result("n", "b35") == "missing")
        #expect(try made.reason("n", "b35") == .blank(.group))
    }

    @Test func `the value of an inner node is treated as well`() throws {
        let values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}}
                scorecard:
                  id: n
                  aggregate: {weighted-mean: {missing: refuse, excluded: refuse, not-applicable: redistribute}}
                  \(Self.treat), winsorise: {at-most: 5}}
                  nodes: [{id: a, value: x, weight: 1, score: as-is}]
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind\n" + values.indices.map { "b\($0),ministry\n" }.joined(),
                "inputs": "body,period,x\n"
                    + values.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])

        #expect(try made.result("n", "b11") == "30")
        #expect(try made.result("a", "b11") == "100")
        #expect(try made.bounds("n", "b11") == "none")
        #expect(try made.bounds("a", "b11") == "100 … 100")
    }
}

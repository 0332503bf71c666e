import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// Columns of plain nodes against the path of each unit, which is computed apart for a trace.
@Suite struct PlainNodeTests {
    /// A random edition and evidence for it.
    private struct Draw {
        static let leaves = 9
        static let blocks = 3
        var random: SeededGenerator

        private mutating func one<T>(_ list: [T]) -> T {
            list[Int.random(in: list.indices, using: &random)]
        }

        private mutating func policies() -> String {
            let words = ["redistribute", "redistribute", "refuse", "zero", "worst"]
            return ["not-applicable", "missing", "excluded"].map { "\($0): \(one(words))" }
                .joined(separator: ", ")
        }

        private mutating func aggregate(_ indent: String) -> String {
            let mean = "\(indent)aggregate: {weighted-mean: {\(policies())}}\n"
            let coverage = one(["", "", "1/2", "2/3", "1"])
            return mean
                + (coverage.isEmpty ? "" : "\(indent)coverage: {at-least: \(coverage)}\n")
                + (one([true, false, false]) ? "\(indent)missing: {\(missing())}\n" : "")
                + (one([true, false, false])
                    ? "\(indent)score: \(one(["{knots: [[20, 0], [50, 40], [90, 100]]}", "as-is"]))\n"
                    : "")
        }

        private mutating func missing() -> String {
            "rule: \(one(["zero", "worst", "{score: 35}"]))"
                + ", reason: {en: It was not handed in}, open: \(one(["true", "false"]))"
        }

        private mutating func weight() -> String {
            one(["1", "3", "2.5", "100", "0"])
        }

        private mutating func leaf(_ index: Int, isRelative: Bool) -> String {
            var keys = ["id: n\(index)", "weight: \(index % 3 == 0 ? "2" : weight())"]
            let own = "x\(index)"
            let formulas = [own, own, own, "MIN(\(own), x0)", "IF(x0 > x1, \(own), 100)"]
            let isRatio = one([true, false, false, false, false, false]) && !isRelative
            keys.append(
                isRatio
                    ? "value: x0 / \(own), empty: \(one(["missing", "excluded", "not-applicable"]))"
                    : "value: '\(one(formulas))'")
            let compared = "{min-max: {over: bodies, better: higher, constant: missing, to: scale}}"
            let rules = [
                "as-is", "{as-is: {floor: 10, cap: 90}}", "{goalposts: {worst: 5, best: 80}}",
                "{goalposts: {worst: 80, best: 5}}",
                "{knots: [[0, 10], [30, 70], [70, 20], [100, 100]]}",
                "{points: [{below: 20, points: 5}, {from: 20, below: 60, points: 50}, "
                    + "{from: 60, points: 100}]}",
            ]
            keys.append("score: \(isRelative ? compared : isRatio ? rules[1] : one(rules))")
            if one([true, false]) { keys.append("missing: {\(missing())}") }
            if one([true, false, false, false]) { keys.append("bounds: {min: 20, max: 60}") }
            if one([true, false, false]) { keys.append("round: {mode: half-up, digits: 1}") }
            if one([true, false, false, false, false]) { keys.append("applies-when: x0 < 50") }
            return "        - {\(keys.joined(separator: ", "))}\n"
        }

        mutating func edition() -> String {
            var text = "ranking: {nodes: [total], best: highest, ties: lowest, "
            text += "figures: unrounded, within: kind}\ninputs:\n"
            for index in 0..<Self.leaves {
                text += "  x\(index): {type: percent, optional: true}\n"
            }
            text += "scorecard:\n  id: total\n" + aggregate("  ") + "  nodes:\n"
            let relative = one([nil, nil, 0, 5])
            for block in 0..<Self.blocks {
                text += "    - id: b\(block)\n      weight: \(block == 0 ? "1" : weight())\n"
                text += aggregate("      ") + "      nodes:\n"
                for index in block * 3..<(block + 1) * 3 {
                    text += leaf(index, isRelative: relative == index)
                }
            }
            let days = one(["{from: 2020-01-01}", "{from: 2023-01-01, to: 2023-12-31}"])
            return Workbench.edition(text, head: ["in-force": days])
        }

        private mutating func cell() -> String {
            switch Int.random(in: 0..<9, using: &random) {
            case 0: ""
            case 1: "NA"
            case 2: "WH"
            case 3: one(["0", "100", "20", "50", "5", "80"])
            default:
                "\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 0...999, using: &random))"
            }
        }

        mutating func tables() -> [String: String] {
            var bodies = "id,kind,from,to\n"
            let ids = (0..<Self.leaves).map { "x\($0)" }
            var inputs = "body,period,status,\(ids.joined(separator: ","))\n"
            for body in 0..<6 {
                let kind = one(["ministry", "ministry", "agency", "court"])
                let from = one(["", "", "2023-06-01"])
                bodies += "a\(body),\(kind),\(from),\(one(["", "", "2024-06-30"]))\n"
                for period in [2023, 2024] {
                    let cells = (0..<Self.leaves).map { _ in cell() }
                    let status = one(["verified", "reported"])
                    inputs += "a\(body),\(period),\(status),\(cells.joined(separator: ","))\n"
                }
            }
            return ["bodies": bodies, "inputs": inputs]
        }
    }

    @Test func `every field of a column is that of the path of the unit`() throws {
        var compared = 0
        var states: Set<State> = []
        for seed in 0..<300 {
            var draw = Draw(random: .fresh(UInt64(seed) &* 7919 &+ 11))
            let (edition, tables) = (draw.edition(), draw.tables())
            let assessment = try Workbench.assess(edition, tables)
            for (node, column) in assessment.columns.enumerated() {
                let column = try #require(column)
                for period in assessment.scoredPeriods {
                    for body in assessment.evidence.bodies.indices {
                        let unit = assessment.unit(body: body, period: period)
                        let path = assessment.computation(of: node, at: unit)
                        let (kept, made) = (Self.kept(column, unit), Self.kept(path))
                        #expect(
                            kept == made,
                            "seed \(seed), \(assessment.plan.nodes[node].id), unit \(unit):\n\(edition)"
                        )
                        if !edition.contains("min-max") {
                            // All that a node rests on stands in one row.
                            #expect(
                                column.usesUnverified(at: unit)
                                    == Self.isReported(assessment.evidence, unit),
                                "seed \(seed), \(assessment.plan.nodes[node].id), unit \(unit)")
                        }
                        states.insert(column.states[unit])
                        compared += 1
                    }
                }
            }
        }
        #expect(compared > 30_000)
        #expect(states == Set(State.allCases))
    }

    private static func isReported(_ evidence: Evidence, _ unit: Int) -> Bool {
        evidence.provenances[Int(evidence.inputs[0].provenance[unit])].status == .reported
    }

    private struct Kept: Equatable {
        let state: State
        let score: Fixed?
        let value: Fixed?
        let isFilled: Bool
        let bounds: Bounds?
    }

    private static func kept(_ column: NodeColumn, _ unit: Int) -> Kept {
        Kept(
            state: column.states[unit], score: column.score(at: unit),
            value: column.value(at: unit), isFilled: column.isFilled(at: unit),
            bounds: column.bounds(at: unit))
    }

    private static func kept(_ path: Computation) -> Kept {
        Kept(
            state: path.outcome.state, score: path.outcome.score, value: path.value,
            isFilled: path.outcome.isFilled, bounds: path.bounds)
    }

    @Test func `a mean of weights and scores beyond 126 bits is exact`() throws {
        // (3 · 9·10^18 + 1000000007 · 10^19) / 1000000010, rounded at the 18th digit.
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number}, y: {type: number}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              nodes:
                - {id: a, weight: 3, value: x, score: as-is}
                - {id: b, weight: 1000000007, value: y, score: as-is}
            """, head: ["scale": "{min: 0, max: 10000000000000000000}"])

        let assessment = try Workbench.assess(
            edition, inputs: "x=9000000000000000000", "y=10000000000000000000")

        #expect(try assessment.result("total") == "9999999997000000029.999999700000003")
    }

    @Test func `a score outside the scale is told of a plain node with its place`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}}
            scorecard: {id: total, value: x, score: as-is}
            """)
        let tables = [
            "bodies": "id,kind\na,ministry\nb,ministry\n",
            "inputs": "body,period,x\na,2024,50\nb,2024,150\n",
        ]

        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(edition, tables)
        }

        #expect(refused?.diagnostics.map(\.code) == ["score.outside-scale"])
        #expect(refused?.diagnostics.first?.description.contains("150 for body b") ?? false)
    }
}

import Arithmetic
import AssessmentSupport
import Evidence
import Explanation
import Methodology
import Scoring
import TestSupport
import Testing

@Suite struct PointsLostTests {
    /// The tree of a node as lines `cause points`, by depth.
    private func lines(_ lost: PointsLost, _ assessment: Assessment, depth: Int = 0) -> [String] {
        lost.lines.flatMap { line in
            let cause =
                switch line.cause {
                case .node(let node): assessment.plan.nodes[node].id
                case .value: "value"
                case .correction(let index): "correction \(index)"
                case .scoreRule: "score rule"
                case .scale: "scale"
                case .rounding: "rounding"
                }
            let indent = String(repeating: "-", count: depth)
            return ["\(indent)\(cause) \(line.points)"] + lines(line, assessment, depth: depth + 1)
        }
    }

    @Test func `lines are those derived on paper`() throws {
        let made = try Examples.assess("teaching", by: "teaching/2025")
        func lost(_ body: String, _ period: String) throws -> PointsLost {
            try #require(PointsLost.of(0, at: try made.unit(body, period), in: made))
        }

        #expect(
            lines(try lost("rivers", "2024"), made) == [
                "service 13.005", "-answers 12.49875", "-satisfaction 0.50625", "turnover 3",
                "works 12", "correction 0 2", "rounding -0.005",
            ])
        #expect(
            lines(try lost("rivers", "2025"), made) == [
                "service 10", "-answers 75/14", "-satisfaction 65/14", "turnover 0",
                "correction 0 5", "correction 1 25",
            ])
        #expect(
            lines(try lost("bridges", "2024"), made) == [
                "service 32.4975", "-answers 24.9975", "-satisfaction 7.5", "correction 0 1",
                "rounding 0.0025",
            ])
    }

    @Test func `what rounding to eighteen digits took is rounding too`() throws {
        let made = try Examples.assess("ca-service-maf", by: "ca-service-maf-mean/2023-24")

        for unit in made.evidence.bodies.indices.map({ made.unit(body: $0, period: 1) }) {
            guard let lost = PointsLost.of(0, at: unit, in: made) else { continue }
            try expectSums(lost)
        }
    }

    private func expectSums(_ lost: PointsLost) throws {
        guard !lost.lines.isEmpty else { return }
        let sum = try lost.lines.reduce(BigFraction(Fixed.zero)) { try $0.adding($1.points) }
        #expect(sum.isEqual(to: lost.points))
        for line in lost.lines { try expectSums(line) }
    }

    @Test(arguments: [0, 1, 2]) func `printed lines add up to the printed total, for every body`(
        digits: Int
    ) throws {
        for (workspace, edition) in [
            ("teaching", "teaching/2025"), ("ca-service-maf", "ca-service-maf-mean/2023-24"),
        ] {
            let made = try Examples.assess(workspace, by: edition)
            for unit in 0..<made.evidence.unitCount
            where made.scoredPeriods.contains(made.period(of: unit)) {
                guard let lost = PointsLost.of(0, at: unit, in: made) else { continue }
                let printed = try #require(PrintedPoints(lost, digits: digits))
                try expectPrinted(printed)
                let score = try #require(made.columns[0]?.score(at: unit))
                let exact = try Fixed(100).subtracting(score).rounded(to: digits, .halfUp)
                #expect(printed.points == exact)
            }
        }
    }

    private func expectPrinted(_ printed: PrintedPoints) throws {
        guard !printed.lines.isEmpty else { return }
        let sum = try printed.lines.reduce(Fixed.zero) { try $0.adding($1.points) }
        #expect(sum == printed.points)
        for line in printed.lines { try expectPrinted(line) }
    }

    @Test func `a correction of a leaf has a line of its own`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}, late: {type: count}}
                scorecard:
                  id: total
                  aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
                  nodes:
                    - id: na
                      weight: 50 %
                      value: x
                      score: as-is
                      corrections: [{penalty: late, at-most: 5}, {floor: 0}]
                      round: {mode: half-up, digits: 0}
                    - {id: nb, weight: 50 %, value: x, score: as-is}
                """), inputs: "x=80.5", "late=7")

        let lost = try #require(PointsLost.of(0, at: 0, in: made))
        // 80.5 − 5 = 75.5, rounded 76; half of each line counts.
        #expect(
            lines(lost, made) == [
                "na 12", "-value 9.75", "-correction 0 2.5", "-rounding -0.25", "nb 9.75",
            ])
    }

    @Test func `a filled node's points are one line`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent, optional: true}}
                scorecard:
                  id: total
                  aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: zero}}
                  nodes:
                    - {id: na, weight: 50 %, value: x, score: as-is, missing: {rule: zero}}
                    - {id: nb, weight: 25 %, value: 100 - 100, score: as-is}
                    - {id: nc, weight: 25 %, value: x, score: as-is}
                """), inputs: "x=")

        let lost = try #require(PointsLost.of(0, at: 0, in: made))
        #expect(lines(lost, made) == ["na 50", "nb 25", "nc 25"])
    }

    /// Three children of a total, by hand.
    private func total(_ aggregate: String, _ keys: [String], _ inputs: String) throws -> Assessment
    {
        let nodes = zip(["a", "b", "c"], keys).map { id, keys in
            "    - {id: n\(id), value: \(id), score: as-is\(keys)}\n"
        }
        return try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  a: {type: number, optional: true}
                  b: {type: number, optional: true}
                  c: {type: number, optional: true}
                scorecard:
                  id: total
                  aggregate: {\(aggregate)}
                  corrections: [{penalty: 1}]
                  nodes:
                \(nodes.joined())
                """),
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,a,b,c\na,2024,\(inputs)\n"])
    }

    private let policies = "not-applicable: refuse, excluded: refuse, missing: redistribute"

    @Test func `a sum loses what its children do not reach, raised as it is`() throws {
        let points = [", max: 50", ", max: 30", ", max: 20"]
        let whole = try total("sum: {\(policies)}", points, "40,15,20")
        let raised = try total("sum: {\(policies)}", points, "40,,20")

        #expect(
            lines(try #require(PointsLost.of(0, at: 0, in: whole)), whole) == [
                "na 10", "nb 15", "nc 0", "correction 0 1",
            ])
        let lost = try #require(PointsLost.of(0, at: 0, in: raised))
        try expectSums(lost)
        // 10 of 70 points, of 100.
        #expect(lines(lost, raised).prefix(3) == ["na 100/7", "nc 0", "correction 0 1"])
    }

    @Test func `a weighted sum loses weights times points`() throws {
        let made = try total(
            "weighted-sum: {\(policies)}",
            [", max: 20, weight: 2", ", max: 40, weight: 0.5", ", max: 80, weight: 0.5"],
            "10,20,40")

        #expect(
            lines(try #require(PointsLost.of(0, at: 0, in: made)), made) == [
                "na 20", "nb 10", "nc 20", "correction 0 1",
            ])
    }

    @Test func `what one child alone would bring to a median is told beside its line`() throws {
        let made = try total("median: {\(policies)}", ["", "", ""], "10,20,60")

        let lost = try #require(PointsLost.of(0, at: 0, in: made))

        #expect(lines(lost, made) == ["value 80", "correction 0 1"])
        // 20, 60, 100; 10, 60, 100; 10, 20, 100.
        #expect(lost.lines[0].gains.map(\.node) == [1, 2, 3])
        #expect(lost.lines[0].gains.map(\.points.description) == ["40", "40", "0"])
        try expectSums(lost)
    }

    @Test func `a formula over children has a line as a whole`() throws {
        let made = try total(
            "formula: '(score(na) * score(nb) + score(nc)) / 100'", ["", "", ""], "10,20,60")

        let lost = try #require(PointsLost.of(0, at: 0, in: made))

        // (10 · 20 + 60) / 100 = 2.6 of 101 that three maxima would make.
        #expect(lines(lost, made) == ["value 98.4", "scale -1", "correction 0 1"])
        #expect(lost.lines[0].gains.map(\.points.description) == ["18", "8", "0.4"])
        try expectSums(lost)
    }

    @Test func `of very many children it is not told what each alone would bring`() throws {
        let nodes = (1...201).map { "    - {id: n\($0), value: x, score: as-is}\n" }
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}}
                scorecard:
                  id: total
                  aggregate: {median: {\(policies)}}
                  nodes:
                \(nodes.joined())
                """), inputs: "x=40")

        let lost = try #require(PointsLost.of(0, at: 0, in: made))

        #expect(lines(lost, made) == ["value 60"])
        #expect(lost.lines[0].gains.isEmpty && lost.lines[0].hasTooManyChildren)
        let trace = Trace(made, node: 0, at: 0).lines(Wording(made), Display(made))
        #expect(trace.contains { $0.contains("Of more than 200 children it is not told") })
    }
}

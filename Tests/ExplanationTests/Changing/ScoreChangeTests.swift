import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Explanation
import Methodology
import Scoring
import TestSupport
import Testing

@Suite struct ScoreChangeTests {
    private func change(
        _ node: String, _ body: String, _ period: String, in made: Assessment,
        from earlier: Assessment, _ before: String
    ) throws -> ScoreChange {
        let results = EarlierResults(.assessed(earlier))
        let period = try made.unit(body, period)
        let time = try #require(results.periods.first { $0.description == before })
        return ScoreChange(
            of: try #require(made.plan.node(node)), at: period, in: made, from: results, time)
    }

    private func texts(_ change: ScoreChange, _ plan: Plan) -> [String] {
        change.parts.map { part in
            let id = plan.nodes[part.cause.node].id
            switch part.cause {
            case .node: return "\(id) \(part.points)"
            case .scoreRule: return "\(id) score rule \(part.points)"
            case .correction(_, let index): return "\(id) correction \(index) \(part.points)"
            case .rounding: return "\(id) rounding \(part.points)"
            case .steps: return "\(id) steps \(part.points)"
            case .together: return "\(id) together \(part.points)"
            }
        }
    }

    private func sum(_ change: ScoreChange) throws -> Fixed {
        var sum = Fixed.zero
        for part in change.parts { sum = try sum.adding(part.points) }
        return sum
    }

    /// Rivers of the teaching example, from the figures of docs/teaching-by-hand.md. In 2025 works
    /// do not apply, so service weighs 5/7 and turnover 2/7; those that stayed had a mean of
    /// 5/7 · 73.99 + 2/7 · 85 = 77.1357… in 2024, and works, at 60, weighed 0.3 there:
    ///
    ///     works         0.3 · (77.1357… − 60)        =  5.14071…
    ///     turnover      2/7 · (100 − 85)             =  4.28571…
    ///     answers       5/7 · 3/4 · (90 − 66.67)     = 12.49821…
    ///     satisfaction  5/7 · 1/4 · (74 − 95.95)     = −3.91964…
    ///     penalty 5 instead of 2, a gate from 85 to 60, and 69.995 was rounded to 70
    @Test func `the parts of a move are those derived on paper`() throws {
        let made = try Examples.assess("teaching", by: "teaching/2025")
        let change = try change("total", "rivers", "2025", in: made, from: made, "2024")
        #expect(change.move == Fixed(-10))
        // What rounding to eighteen digits left went to the largest part that has no end.
        #expect(
            texts(change, made.plan) == [
                "total correction 1 -25", "answers 12.498214285714285715",
                "works 5.140714285714285714", "turnover 4.285714285714285714",
                "satisfaction -3.919642857142857143", "total correction 0 -3",
                "total rounding -0.005",
            ])
        #expect(try sum(change) == Fixed(-10))
    }

    /// A total of three, in 2023 and 2024; blanks are missing.
    private func total(_ aggregate: String, _ old: String, _ new: String) throws -> [String] {
        let nodes = ["x", "y", "z"].map {
            "    - {id: n\($0), value: \($0), score: as-is, weight: equal}\n"
        }
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: number, optional: true}
                  y: {type: number, optional: true}
                  z: {type: number, optional: true}
                scorecard:
                  id: total
                  aggregate: {\(aggregate)}
                  nodes:
                \(nodes.joined())
                """),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,x,y,z\na,2023,\(old)\na,2024,\(new)\n",
            ])
        let change = try change("total", "a", "2024", in: made, from: made, "2023")
        #expect(try sum(change) == change.move)
        return texts(change, made.plan)
    }

    private static let mean =
        "weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: redistribute}"

    @Test func `who stays brings a share of the own move`() throws {
        #expect(try total(Self.mean, "10,20,30", "40,20,0") == ["nx 10", "nz -10"])
    }

    /// Those that stay have a mean of 15; the third brings (45 − 15) / 3, or takes it away.
    @Test func `who comes and who goes brings what sets it apart from the others`() throws {
        #expect(try total(Self.mean, "10,20,", "10,20,45") == ["nz 10"])
        #expect(try total(Self.mean, "10,20,45", "10,20,") == ["nz -10"])
        // The mean of x and y then was 15, of x alone 10; of x and z now 25.
        #expect(try total(Self.mean, "10,20,", "10,,40") == ["nz 15", "ny -5"])
    }

    /// 3 / (1/20 + 1/20 + 1/60) = 180/7 became 60; with x or y at 20 again it is 36.
    @Test func `what no child moves alone is moved together`() throws {
        let rule =
            "harmonic: {zeros: refuse, not-applicable: refuse, excluded: refuse, missing: refuse}"
        #expect(
            try total(rule, "20,20,60", "60,60,60") == [
                "nx 24", "ny 24", "total together -13.714285714285714286",
            ])
    }

    @Test func `a leaf's own move is its own part`() throws {
        let made = try Examples.assess("teaching", by: "teaching/2025")
        let change = try change("answers", "rivers", "2025", in: made, from: made, "2024")
        #expect(change.parts.count == 1)
        #expect(change.parts.first?.points == change.move)
    }

    @Test func `parts add up to the move whatever is blank`() throws {
        var random = SeededGenerator(seed: 20_261_126)
        let inputs = (0..<9).map { "x\($0)" }
        func group(_ name: String, _ range: Range<Int>) -> String {
            let leaves = range.map { number in
                "        - {id: n\(number), value: x\(number), score: as-is, weight: \(number + 1)}\n"
            }
            return """
                    - id: \(name)
                      weight: \(range.upperBound)
                      aggregate: {weighted-mean: {not-applicable: redistribute, excluded: refuse, missing: redistribute}}
                      corrections: [{penalty: x\(range.lowerBound), at-most: 5}]
                      round: {mode: half-up, digits: 1}
                      nodes:
                \(leaves.joined())
                """
        }
        let edition = Workbench.edition(
            """
            inputs:
            \(inputs.map { "  \($0): {type: percent, optional: true}\n" }.joined())
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: refuse, missing: redistribute}}
              nodes:
            \(group("g", 0..<3))\(group("h", 3..<6))\(group("k", 6..<9))
            """)
        var rows = ""
        for body in 0..<60 {
            for year in [2023, 2024] {
                let cells = inputs.map { _ in
                    Int.random(in: 0..<5, using: &random) == 0
                        ? "" : Self.hundredths(Int.random(in: 0...9999, using: &random))
                }
                rows += "b\(body),\(year)," + cells.joined(separator: ",") + "\n"
            }
        }
        let bodies = (0..<60).map { "b\($0),ministry\n" }.joined()
        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\n" + bodies,
                "inputs": "body,period,\(inputs.joined(separator: ","))\n" + rows,
            ])
        var (count, together) = (0, 0)
        for node in ["total", "g", "h", "k"] {
            for body in 0..<60 {
                let change = try change(node, "b\(body)", "2024", in: made, from: made, "2023")
                let total = try sum(change)
                #expect(total == change.move ?? .zero)
                count += change.move == nil ? 0 : 1
                together += texts(change, made.plan).count { $0.contains("together") }
            }
        }
        #expect(count > 150)
        #expect(together == 0)
    }

    /// As in `12.34` for 1234.
    private static func hundredths(_ number: Int) -> String {
        "\(number / 100).\(number % 100 / 10)\(number % 10)"
    }

    @Test func `results that were written give the same parts of a sum`() throws {
        let made = try Examples.assess("ca-service-maf", by: "ca-service-maf-mean/2023-24")
        let wording = Wording(made)
        let bytes = ResultCSV.bytes(ResultSelection(made), wording)
        let read = ResultTable.read(
            "r.csv", from: MemorySource(["r.csv": String(decoding: bytes, as: UTF8.self)]),
            form: made.plan.schema.periodForm)
        let written = EarlierResults(.written(try #require(read.results)))
        let assessed = EarlierResults(.assessed(made))
        #expect(written.bodies == assessed.bodies)
        #expect(written.periods == assessed.periods)
        let last = try #require(made.scoredPeriods.last)
        let first = try #require(written.periods.first)
        var moved = 0
        for body in made.evidence.bodies.indices {
            let unit = made.unit(body: body, period: last)
            let one = ScoreChange(of: 0, at: unit, in: made, from: assessed, first)
            let other = ScoreChange(of: 0, at: unit, in: made, from: written, first)
            #expect((one.old, one.move) == (other.old, other.move))
            let total = try sum(other)
            #expect(total == other.move ?? .zero)
            moved += one.isMoved ? 1 : 0
        }
        #expect(made.scoredPeriods.count == 1 || moved > 0)
    }
}

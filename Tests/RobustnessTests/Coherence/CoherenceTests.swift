internal import AssessmentSupport
internal import Foundation
internal import Methodology
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct CoherenceTests {
    private static let forgiving =
        "{weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: redistribute}}"
    private static let ranking =
        "{nodes: [index], best: highest, ties: lowest, figures: unrounded, within: all}"

    /// The peer's normalised indicators as scores, put together as the peer does.
    private func asem() throws -> Assessment {
        let tree = try CoinrTree()
        let scores = try CoinrTable("steps/06_Normalised.csv")
        func lines(_ code: String, _ weight: Int, _ indent: String) -> String {
            let children = tree.children(of: code)
            var own = "\(indent)- id: \(code.lowercased())\n\(indent)  weight: 1/\(weight)\n"
            guard !children.isEmpty else {
                return own + "\(indent)  value: \(code.lowercased())\n\(indent)  score: as-is\n"
            }
            own += "\(indent)  aggregate: \(Self.forgiving)\n\(indent)  nodes:\n"
            return own + children.map { lines($0, children.count, indent + "    ") }.joined()
        }
        let codes = tree.level(1)
        let inputs = codes.map { "  \($0.lowercased()): {type: number}\n" }.joined()
        let halves = ["Conn", "Sust"].map { lines($0, 2, "    ") }.joined()
        let edition = Workbench.edition(
            """
            inputs:
            \(inputs)ranking: \(Self.ranking)
            scorecard:
              id: index
              aggregate: \(Self.forgiving)
              nodes:
            \(halves)
            """)
        let bodies = scores.texts("uCode")
        let columns = codes.map(scores.numbers)
        let rows = bodies.enumerated().map { place, body in
            let cells = columns.map { String(format: "%.18f", $0[place]) }
            return "\(body),2024," + cells.joined(separator: ",") + "\n"
        }
        let names = codes.map { $0.lowercased() }.joined(separator: ",")
        let kinds = bodies.map { "\($0),ministry\n" }.joined()
        let inputTable = "body,period,\(names)\n" + rows.joined()
        return try Workbench.assess(
            edition, ["bodies": "id,kind\n\(kinds)", "inputs": inputTable])
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `an index of countries hangs together as for the peer`() throws {
        let made = try asem()
        let found = try #require(
            Coherence(made, node: try made.position("index"), period: 0))
        func position(_ code: String) throws -> Int { try made.position(code.lowercased()) }

        #expect((found.bodies.count, found.indicators.count) == (51, 49))
        let nominal = try CoinrTable("analysis/effective_weights.csv")
        for element in found.elements {
            let row = try nominal.rows.first { try position($0["iCode"] ?? "") == element.node }
            #expect(isClose(element.weight, nominal.number(try #require(row), "EffWeight")))
        }
        let alphas = try CoinrTable("analysis/cronbach_by_pillar.csv")
        for row in alphas.rows {
            let pillar = try position(row["pillar"] ?? "")
            let group = try #require(found.groups.first { $0.node == pillar })
            #expect(isClose(group.alpha, alphas.number(row, "alpha")))
            #expect(group.components?.bodies == 51)
            let optimised = try #require(group.optimised)
            #expect(optimised.leastDistance <= optimised.distance ?? .infinity)
        }
        let pearson = try CoinrTable("analysis/corr_normalised_L1_pearson.csv")
        let pairs = try pearson.rows.map { row in
            (
                try position(row["Var1"] ?? ""), try position(row["Var2"] ?? ""),
                pearson.number(row, "Correlation")
            )
        }
        let nodes = made.plan.nodes
        let opposed = pairs.count { nodes[$0.0].parent == nodes[$0.1].parent && $0.2 < 0 } / 2
        let alike = pairs.count { $0.0 != $0.1 && $0.2 > 0.9 } / 2
        let leaves = Set(found.indicators.map(\.node))
        #expect(
            found.warnings.count {
                if case .opposed(let one, _, _) = $0 { leaves.contains(one) } else { false }
            } == opposed)
        #expect(
            found.warnings.count { if case .alike = $0 { true } else { false } } == alike)
        #expect(opposed > 0)
    }

    @Test(
        .enabled(if: Folders.hasSharedData, Folders.needsSharedData), arguments: 1...3)
    func `without an element countries have the scores and ranks of the peer`(
        level: Int
    ) throws {
        let made = try asem()
        let found = try #require(
            Coherence(made, node: try made.position("index"), period: 0))
        let scores = try CoinrTable("analysis/remove_elements_L\(level)_scores.csv")
        let ranks = try CoinrTable("analysis/remove_elements_L\(level)_ranks.csv")
        let summary = try CoinrTable("analysis/remove_elements_L\(level)_summary.csv")

        #expect(found.obstacles.isEmpty)
        #expect(found.removals.map(\.element) == found.elements.map(\.node))
        for row in summary.rows where row["removed"] != "Nominal" {
            let code = row["removed"] ?? ""
            let node = try made.position(code.lowercased())
            let removal = try #require(found.removals.first { $0.element == node })
            #expect(isClose(removal.meanShift, summary.number(row, "meanAbsRankDiff")), "\(code)")
            for (ours, theirs) in zip(removal.scores, scores.numbers(code)) {
                #expect(isClose(ours, theirs), "\(code)")
            }
            #expect(removal.ranks.map { $0.map { Double($0) } } == ranks.numbers(code), "\(code)")
        }
    }

    /// Two groups, one of a single indicator; `z` is filled with 0 where it is missing.
    private func small(_ more: String = "") throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: number, optional: true}
                  y: {type: number, optional: true}
                  z: {type: number, optional: true}
                scorecard:
                  id: index
                  aggregate: \(Self.forgiving)
                  nodes:
                    - id: both
                      weight: 3/4
                      aggregate: \(Self.forgiving)
                      nodes:
                        - {id: nx, weight: 40 %, value: x, score: as-is}
                        - {id: ny, weight: 60 %, value: y, score: as-is}
                    - id: alone
                      weight: 1/4
                      aggregate: \(Self.forgiving)
                      nodes: [{id: nz, weight: 1, value: z, score: as-is, missing: {rule: zero}}]
                \(more)
                """),
            [
                "bodies": "id,kind\na,ministry\nb,agency\nc,ministry\nd,ministry\n",
                "inputs": "body,period,x,y,z\na,2024,10,0,5\nb,2024,20,NA,\nc,2024,40,20,60\n"
                    + "d,2024,,30,90\n",
            ])
    }

    @Test func `what is missing, filled or not applicable is told apart`() throws {
        let made = try small()
        let found = try #require(Coherence(made, node: try made.position("index"), period: 0))

        #expect(found.availability.map(\.total) == [3, 2, 3, 3])
        #expect(found.availability.map(\.missing) == [0, 1, 0, 1])
        #expect(found.availability.map(\.zeros) == [1, 0, 0, 0])
        #expect(found.indicators.map { $0.summary?.total } == [4, 3, 4])
        #expect(found.indicators.map { $0.summary?.available } == [3, 3, 3])
        #expect(found.groups.map(\.children.count) == [2, 2, 1])
        #expect(found.groups[2].alpha == nil && found.groups[2].components == nil)
        #expect(found.groups[2].optimised == nil)
        let weights = found.elements.map(\.weight)
        for (weight, expected) in zip(weights, [0.75, 0.3, 0.45, 0.25, 0.25]) {
            #expect(isClose(weight, expected))
        }
    }

    @Test func `there is none of an indicator, or of a node and a period that are not there`()
        throws
    {
        let made = try small()

        #expect(Coherence(made, node: try made.position("nx"), period: 0) == nil)
        #expect(Coherence(made, node: 99, period: 0) == nil)
        #expect(Coherence(made, node: 0, period: 1) == nil)
        #expect(Coherence(made, node: -1, period: -1) == nil)
    }

    @Test func `without a ranking there are scores without an element, but no shifts`() throws {
        let made = try small()
        let found = try #require(Coherence(made, node: try made.position("index"), period: 0))

        let both = try #require(found.removals.first { $0.element == 1 })
        #expect(both.scores == [5, 0, 60, 90])
        #expect(both.ranks == [nil, nil, nil, nil] && both.meanShift == nil)
    }

    @Test func `a node with one indicator says why nothing can be left out`() throws {
        let made = try small()
        let found = try #require(Coherence(made, node: try made.position("alone"), period: 0))

        #expect(found.removals.isEmpty && !found.obstacles.isEmpty)
        #expect(found.elements.map(\.influence?.linear) == [1])
    }

    @Test(arguments: [
        ("teaching", "teaching/2026"), ("incise", "incise/2019"),
        ("ca-results", "ca-results/2016-17"),
        ("ca-service-maf", "ca-service-maf/2023-24"), ("kz-2022-goals", "kz-2022-goals/2022"),
        ("asem", "asem/2018"),
    ])
    func `every node of every example is looked at, on any number of threads`(
        workspace: String, edition: String
    ) throws {
        let made = try Examples.assess(workspace, by: edition)
        for node in made.plan.nodes.indices where !made.plan.nodes[node].children.isEmpty {
            for period in made.scoredPeriods {
                guard let one = Coherence(made, node: node, period: period, threads: 1) else {
                    continue
                }
                let other = try #require(Coherence(made, node: node, period: period, threads: 3))
                #expect(one.removals.isEmpty != one.obstacles.isEmpty)
                #expect(one.removals.map(\.scores) == other.removals.map(\.scores))
                #expect(one.elements.map(\.weight) == other.elements.map(\.weight))
                #expect(one.warnings == other.warnings)
                #expect(one.availability.count == one.bodies.count)
                let shares = one.groups.compactMap { $0.optimised?.weights.reduce(0, +) }
                #expect(shares.allSatisfy { ($0 - 1).magnitude < 1e-12 })
            }
        }
    }
}

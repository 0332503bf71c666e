import Arithmetic
import AssessmentSupport
import BigInt
import Scoring
import TestSupport
import Testing

/// Random trees of weighted means against the slow reference.
@Suite struct MeanPropertyTests {
    private struct Tree {
        var means: [Reference.Mean] = []
        var isFilling: [Bool] = []
        /// For each body, for each leaf, the cell.
        var cells: [[String]] = []

        static let blocks = 2
        static let leavesPerBlock = 3
        static var leaves: Int { blocks * leavesPerBlock + 1 }
        static let bodies = 4

        init(_ random: inout SeededGenerator) {
            // Two blocks, then the total over both and one leaf.
            for count in [Self.leavesPerBlock, Self.leavesPerBlock, Self.blocks + 1] {
                means.append(Self.mean(count, &random))
            }
            isFilling = (0..<Self.leaves).map { _ in Int.random(in: 0..<5, using: &random) == 0 }
            cells = (0..<Self.bodies).map { _ in
                (0..<Self.leaves).map { _ in Self.cell(&random) }
            }
        }

        private static func mean(_ count: Int, _ random: inout SeededGenerator) -> Reference.Mean {
            func policy() -> Reference.Policy {
                Reference.Policy.allCases.randomElement(using: &random) ?? .refuse
            }
            var weights = (0..<count).map { _ in Int.random(in: 0...9, using: &random) }
            weights[0] += 1
            let coverages: [Ratio?] = [nil, nil, Ratio(1, 2), Ratio(2, 3), Ratio(1)]
            return Reference.Mean(
                weights: weights,
                policies: [.notApplicable: policy(), .missing: policy(), .excluded: policy()],
                coverage: coverages.randomElement(using: &random) ?? nil)
        }

        private static func cell(_ random: inout SeededGenerator) -> String {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: ""
            case 1: "NA"
            case 2: "WH"
            default:
                "\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 0...9, using: &random))"
            }
        }

        private func head(_ mean: Reference.Mean, _ indent: String) -> String {
            let policies = mean.policies.map { "\($0.key.rawValue): \($0.value.rawValue)" }
            var text =
                "\(indent)aggregate: {weighted-mean: {\(policies.joined(separator: ", "))}}\n"
            if let coverage = mean.coverage {
                text += "\(indent)coverage: {at-least: \(coverage.upper)/\(coverage.lower)}\n"
            }
            return text
        }

        private func leaf(_ index: Int, _ weight: Int, _ indent: String) -> String {
            let fill = isFilling[index] ? ", missing: {rule: zero}" : ""
            return
                "\(indent)- {id: n\(index), weight: \(weight), value: x\(index), score: as-is\(fill)}\n"
        }

        var edition: String {
            var text = "inputs:\n"
            for index in 0..<Self.leaves {
                text += "  x\(index): {type: percent, optional: true}\n"
            }
            text += "scorecard:\n  id: total\n" + head(means[2], "  ") + "  nodes:\n"
            for block in 0..<Self.blocks {
                text += "    - id: b\(block)\n      weight: \(means[2].weights[block])\n"
                text += head(means[block], "      ") + "      nodes:\n"
                for leaf in 0..<Self.leavesPerBlock {
                    let index = block * Self.leavesPerBlock + leaf
                    text += self.leaf(index, means[block].weights[leaf], "        ")
                }
            }
            return Workbench.edition(
                text + leaf(Self.leaves - 1, means[2].weights[Self.blocks], "    "))
        }

        var tables: [String: String] {
            let heading = "body,period," + (0..<Self.leaves).map { "x\($0)" }.joined(separator: ",")
            let rows = cells.enumerated().map {
                "b\($0.offset),2024,\($0.element.joined(separator: ","))"
            }
            return [
                "bodies": "id,kind\n" + cells.indices.map { "b\($0),ministry\n" }.joined(),
                "inputs": ([heading] + rows).joined(separator: "\n") + "\n",
            ]
        }

        /// By the id of the node, for one body.
        func expected(_ body: Int) -> [String: Reference.Outcome] {
            var outcomes: [String: Reference.Outcome] = [:]
            for index in 0..<Self.leaves { outcomes["n\(index)"] = leafOutcome(body, index) }
            for block in 0..<Self.blocks {
                let children = (0..<Self.leavesPerBlock).compactMap {
                    outcomes["n\(block * Self.leavesPerBlock + $0)"]
                }
                outcomes["b\(block)"] = Reference.mean(means[block], children)
            }
            let children = ["b0", "b1", "n\(Self.leaves - 1)"].compactMap { outcomes[$0] }
            outcomes["total"] = Reference.mean(means[2], children)
            return outcomes
        }

        private func leafOutcome(_ body: Int, _ index: Int) -> Reference.Outcome {
            let whole = (lower: Ratio(0), upper: Ratio(100))
            switch cells[body][index] {
            case "" where isFilling[index]:
                return Reference.Outcome(
                    state: .score, score: Ratio(0), isFilled: true, bounds: (Ratio(0), Ratio(0)))
            case "": return Reference.Outcome(state: .missing, bounds: whole)
            case "NA": return Reference.Outcome(state: .notApplicable)
            case "WH": return Reference.Outcome(state: .excluded, bounds: whole)
            case let text:
                let score = Ratio(BigInt(Int(text.filter { $0 != "." }) ?? 0), 10)
                return Reference.Outcome(state: .score, score: score, bounds: (score, score))
            }
        }
    }

    private func ratio(_ number: Fixed) -> Ratio {
        Ratio(BigInt(String(number.raw)) ?? 0, BigInt(10).power(18))
    }

    @Test func `weighted means, coverage and bounds agree with the slow reference`() throws {
        var random = SeededGenerator.fresh(20_261_125)
        for round in 0..<200 {
            let tree = Tree(&random)
            let made = try Workbench.assess(tree.edition, tree.tables)
            for body in 0..<Tree.bodies {
                for (node, expected) in tree.expected(body) {
                    let column = try #require(made.columns[try made.position(node)])
                    let unit = try made.unit("b\(body)")
                    let bounds = column.bounds(at: unit)
                    let isSame =
                        column.states[unit].rawValue == expected.state.rawValue
                        && column.score(at: unit).map(ratio) == expected.score
                        && column.isFilled(at: unit) == expected.isFilled
                        && bounds.map { ratio($0.lower) } == expected.bounds?.lower
                        && bounds.map { ratio($0.upper) } == expected.bounds?.upper
                    #expect(
                        isSame,
                        "seed \(random.seed), round \(round), body b\(body), node \(node)\n\(tree.edition)\(tree.tables)"
                    )
                }
            }
        }
    }
}

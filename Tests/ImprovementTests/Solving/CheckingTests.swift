internal import Testing
internal import TestSupport

@testable internal import Improvement

@Suite struct CheckingTests {
    @Test(arguments: ProblemShape.Wish.allCases)
    func `a set comes to what adding up says`(wish: ProblemShape.Wish) {
        for seed in UInt64(1)...40 {
            var generator = SeededGenerator(seed: seed)
            let problem = RandomProblem.problem(.small(wish), seed: seed)
            let chosen = problem.measures.indices.filter { _ in Bool.random(using: &generator) }
            let expected = problem.verdict(of: chosen)
            guard let outcome = problem.check(chosen) else {
                #expect(!expected.isAllowed, "seed \(seed)")
                continue
            }
            #expect(outcome.cost == expected.cost)
            let isHeld = zip(problem.blocks, outcome.blocks).allSatisfy {
                $1.isHeld || !$0.isRequired
            }
            #expect((isHeld && outcome.cost <= problem.budget ?? .max) == expected.isAllowed)
            guard expected.isAllowed else { continue }
            #expect(outcome.value == expected.value)
            #expect(outcome.weightOfOthers == expected.weight)
        }
    }

    @Test func `sums of rows and forbidden groups are told by block`() throws {
        let first = Problem.Group(
            measures: [0],
            states: [
                Problem.State(members: 0, contributions: [1, 2]),
                Problem.State(members: 1, contributions: [5, 1], isForbidden: true),
            ])
        let second = Problem.Group(
            measures: [0],
            states: [
                Problem.State(members: 0, contributions: [10, 20], value: 3),
                Problem.State(members: 1, contributions: [11, 20], value: 4),
            ])
        let problem = Problem(
            measures: [Problem.Measure(cost: 6, needs: [])], exclusions: [],
            blocks: [
                Problem.Block(
                    weight: 9, isRequired: false, rows: [11, 22], groups: [first, second])
            ], aim: .greatestWeight, budget: nil)

        let before = try #require(problem.check([]))
        let after = try #require(problem.check([0]))

        #expect(before.blocks.map(\.sums) == [[11, 22]])
        #expect(before.weight == 9)
        #expect(after.blocks.map(\.sums) == [[16, 21]])
        #expect(after.blocks.map(\.forbidden) == [[0]])
        #expect(after.weight == 0)
        #expect(after.value == 4)
    }
}

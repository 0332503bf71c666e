internal import TestSupport
internal import Testing

@testable internal import Improvement

@Suite struct SearchTests {
    @Test(arguments: [ProblemShape.Wish.leastCost, .greatestWeight])
    func `small problems are solved as by looking at every set`(wish: ProblemShape.Wish) throws {
        var generator = SeededGenerator.fresh(91)
        var (impossible, others) = (0, 0)
        for _ in 0..<300 {
            let seed = generator.next()
            let problem = RandomProblem.problem(.small(wish), seed: seed)
            let expected = problem.bruteForce()
            let found = try #require(problem.searched(limits: SolvingLimits()), "seed \(seed)")
            #expect(found == expected, "seed \(seed)")
            switch expected {
            case .infeasible: impossible += 1
            case .solution(let solution) where !solution.chosen.isEmpty: others += 1
            default: break
            }
        }
        #expect(others >= 100)
    }
}

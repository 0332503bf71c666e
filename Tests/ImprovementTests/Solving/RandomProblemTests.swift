internal import Testing

@testable internal import Improvement

@Suite struct RandomProblemTests {
    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `made-up problems are neither all trivial nor all impossible`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) {
        let shape = isOneBody ? ProblemShape.oneBody(wish) : .small(wish)
        var (impossible, trivial, others) = (0, 0, 0)
        for seed in UInt64(1)...60 {
            switch RandomProblem.problem(shape, seed: seed).bruteForce() {
            case .infeasible: impossible += 1
            case .solution(let solution) where solution.chosen.isEmpty: trivial += 1
            case .solution, .unknown: others += 1
            }
        }
        #expect(others >= 24, "\(impossible) impossible, \(trivial) trivial")
    }

    @Test func `the same seed makes the same problem`() {
        let first = RandomProblem.problem(.small(.leastCost), seed: 7)
        let second = RandomProblem.problem(.small(.leastCost), seed: 7)
        #expect(first.bruteForce() == second.bruteForce())
        #expect(first.measures.map(\.cost) == second.measures.map(\.cost))
    }
}

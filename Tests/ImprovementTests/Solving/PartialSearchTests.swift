internal import TestSupport
internal import Testing

@testable internal import Improvement

@Suite struct PartialSearchTests {
    @Test func `what few measures can be searched gives a set that does and a bound that holds`()
        throws
    {
        var generator = SeededGenerator.fresh(99)
        var (found, tight) = (0, 0)
        for round in 0..<200 {
            let seed = generator.next()
            var shape = ProblemShape.small(round % 2 == 0 ? .leastCost : .greatestWeight)
            (shape.measures, shape.shared, shape.bodies) = (7...11, 90, 2...4)
            let problem = RandomProblem.problem(shape, seed: seed)
            guard let part = PartialSearch(problem, atMost: 4),
                let some = part.searched(limits: SolvingLimits())
            else { continue }
            switch (some, problem.bruteForce()) {
            case (.infeasible, let expected): #expect(expected == .infeasible, "seed \(seed)")
            case (.unknown(let bound), .solution(let best)):
                guard case .leastCost = problem.aim else { continue }
                #expect(bound <= Int128(best.cost), "seed \(seed)")
            case (.unknown, _): break
            case (.solution, .infeasible), (.solution, .unknown):
                Issue.record("seed \(seed): there is no set that does")
            case (.solution(let some), .solution(let best)):
                found += 1
                #expect(!some.isOptimal, "seed \(seed)")
                let verdict = problem.verdict(of: some.chosen)
                #expect(verdict.isAllowed && verdict.cost == some.cost, "seed \(seed)")
                if case .leastCost(let weight) = problem.aim {
                    #expect(verdict.weight >= weight, "seed \(seed)")
                    #expect(some.bound <= Int128(best.cost), "seed \(seed)")
                    tight += some.bound > 0 ? 1 : 0
                } else {
                    #expect(Int128(verdict.weight) == some.reached, "seed \(seed)")
                    #expect(some.bound >= best.reached, "seed \(seed)")
                }
            }
        }
        #expect(found >= 30)
        #expect(tight >= 5)
    }

    @Test func `a search takes as many measures as it can`() {
        let problem = RandomProblem.problem(.small(.leastCost), seed: 1)
        #expect(PartialSearch(problem) == nil)
    }
}

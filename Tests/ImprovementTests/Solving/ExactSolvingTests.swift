internal import Testing
internal import TestSupport

@testable internal import Improvement

@Suite struct ExactSolvingTests {
    private static func shape(_ wish: ProblemShape.Wish, isOneBody: Bool) -> ProblemShape {
        isOneBody ? .oneBody(wish) : .small(wish)
    }

    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `sets are those that looking at all sets finds`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) {
        let shape = Self.shape(wish, isOneBody: isOneBody)
        var (impossible, trivial, others) = (0, 0, 0)
        for seed in UInt64(1)...60 {
            let problem = RandomProblem.problem(shape, seed: seed)
            let expected = problem.bruteForce()

            #expect(problem.solved() == expected, "seed \(seed)")

            switch expected {
            case .infeasible: impossible += 1
            case .solution(let solution) where solution.chosen.isEmpty: trivial += 1
            case .solution, .unknown: others += 1
            }
        }
        #expect(others >= 24, "\(impossible) impossible, \(trivial) trivial")
        #expect(impossible >= (wish == .leastCost ? 6 : 0))
    }

    @Test(arguments: ProblemShape.Wish.allCases)
    func `so they are among fourteen measures that cost alike`(wish: ProblemShape.Wish) {
        var shape = ProblemShape.small(wish)
        shape.measures = 14...14
        shape.costs = [0...1]
        shape.harmful = 40
        for seed in UInt64(1)...4 {
            let problem = RandomProblem.problem(shape, seed: seed)
            #expect(problem.solved() == problem.bruteForce(), "seed \(seed)")
        }
    }

    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `so they are where measures have to be in or out`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) {
        for seed in UInt64(101)...130 {
            var generator = SeededGenerator(seed: seed)
            let problem = RandomProblem.problem(
                Self.shape(wish, isOneBody: isOneBody), seed: seed)
            var forcing: [Int: Bool] = [:]
            for measure in problem.measures.indices
            where UInt8.random(in: 0...4, using: &generator) == 0 {
                forcing[measure] = Bool.random(using: &generator)
            }
            #expect(
                problem.solved(forcing: forcing) == problem.with(forcing: forcing).bruteForce(),
                "seed \(seed)")
        }
    }

    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `so they are with numbers of many digits and rows met to the last unit`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) {
        for seed in UInt64(201)...230 {
            var generator = SeededGenerator(seed: seed)
            let problem = RandomProblem.problem(
                Self.shape(wish, isOneBody: isOneBody), seed: seed
            ).enlarged(using: &generator)
            #expect(problem.solved() == problem.bruteForce(), "seed \(seed)")
        }
    }

    @Test(arguments: ProblemShape.Wish.allCases)
    func `the order of blocks and groups changes nothing, nor do threads or repetition`(
        wish: ProblemShape.Wish
    ) async {
        var cheap = ProblemShape.small(wish)
        cheap.costs = [0...2]
        let shape = cheap
        let seeds = UInt64(301)...308
        let once = seeds.map { RandomProblem.problem(shape, seed: $0).solved() }
        let again = await withTaskGroup(of: (UInt64, Solved).self) { group in
            for seed in seeds {
                group.addTask {
                    var generator = SeededGenerator(seed: seed)
                    let problem = RandomProblem.problem(shape, seed: seed)
                    return (seed, problem.shuffled(using: &generator).solved())
                }
            }
            return await group.reduce(into: [UInt64: Solved]()) { $0[$1.0] = $1.1 }
        }
        for (seed, solved) in zip(seeds, once) { #expect(again[seed] == solved, "seed \(seed)") }
    }
}

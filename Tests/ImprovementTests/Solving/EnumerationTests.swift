internal import TestSupport
internal import Testing

@testable internal import Improvement

@Suite struct EnumerationTests {
    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `small problems are solved as by the words of the contract`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) throws {
        var generator = SeededGenerator.fresh(96)
        var (impossible, others) = (0, 0)
        for round in 0..<100 {
            let seed = generator.next()
            var shape = isOneBody ? ProblemShape.oneBody(wish) : .small(wish)
            if round.isMultiple(of: 2) {
                (shape.needing, shape.excluding, shape.links) = (50, 40, 60)
                shape.costs = [0...2]
            }
            let problem = RandomProblem.problem(shape, seed: seed)
            let expected = problem.bruteForce()
            #expect(try solved(problem) == expected, "seed \(seed)")
            switch expected {
            case .infeasible: impossible += 1
            case .solution(let solution) where !solution.chosen.isEmpty: others += 1
            default: break
            }
        }
        #expect(impossible >= 3)
        #expect(others >= 25)
    }

    @Test func `what is forced in or out is as a condition of its own`() throws {
        var generator = SeededGenerator.fresh(97)
        for round in 0..<100 {
            let seed = generator.next()
            let wish = ProblemShape.Wish.allCases[round % 3]
            let problem = RandomProblem.problem(.small(wish), seed: seed)
            let measure = round % problem.measures.count
            let isIn = round.isMultiple(of: 2)
            let condition = Problem.Block(
                weight: 0, isRequired: true, rows: [isIn ? 1 : 0],
                groups: [
                    Problem.Group(
                        measures: [measure],
                        states: [
                            Problem.State(members: 0, contributions: [0]),
                            Problem.State(members: 1, contributions: [isIn ? 1 : -1]),
                        ])
                ])
            let expected = Problem(
                measures: problem.measures, exclusions: problem.exclusions,
                blocks: problem.blocks + [condition], aim: problem.aim, budget: problem.budget
            ).bruteForce()
            #expect(try solved(problem, forcing: [measure: isIn]) == expected, "seed \(seed)")
            var limits = SolvingLimits()
            limits.enumerated = 0
            #expect(
                problem.answered(limits: limits, forcing: [measure: isIn]) == expected,
                "seed \(seed)")
        }
    }

    @Test func `of values that no solver tells apart the cheapest set is taken`() throws {
        // Sums of rounded parts differ in their last digits where what they stand for does not.
        let whole: Int128 = 1_000_000_000_000_000_000
        let problem = Self.problem([(9, whole), (4, whole - 1), (5, whole / 2)], budget: 9)
        let found = try solved(problem)
        #expect(found == Self.solution([1, 2], cost: 9, reached: whole - 1 + whole / 2))
        let alone = Self.problem([(9, whole), (4, whole - 1)], budget: 9)
        #expect(try solved(alone) == Self.solution([1], cost: 4, reached: whole - 1))
        let few = Self.problem([(9, 5), (4, 4)], budget: 9)
        #expect(try solved(few) == Self.solution([0], cost: 9, reached: 5))
    }

    @Test func `too many measures do not fit`() {
        let seventeen = Self.problem(Array(repeating: (1, 1), count: 17), budget: 3)
        #expect(Enumeration(seventeen, atMost: 16, forcing: [:]) == nil)
        #expect(
            seventeen.answered(limits: SolvingLimits())
                == Self.solution([0, 1, 2], cost: 3, reached: 3))
    }

    private func solved(_ problem: Problem, forcing: [Int: Bool] = [:]) throws -> Solved {
        var all = try #require(Enumeration(problem, atMost: 16, forcing: forcing))
        let found = all.solved()
        // It begins anew where it ended.
        #expect(all.solved() == found)
        return found
    }

    private static func problem(
        _ measures: [(cost: Int64, value: Int128)], budget: Int64
    ) -> Problem {
        let groups = measures.enumerated().map { position, measure in
            Problem.Group(
                measures: [position],
                states: [
                    Problem.State(members: 0, contributions: []),
                    Problem.State(members: 1, contributions: [], value: measure.value),
                ])
        }
        return Problem(
            measures: measures.map { Problem.Measure(cost: $0.cost, needs: []) }, exclusions: [],
            blocks: [Problem.Block(weight: 0, isRequired: true, rows: [], groups: groups)],
            aim: .greatestValue, budget: budget)
    }

    private static func solution(_ chosen: [Int], cost: Int64, reached: Int128) -> Solved {
        .solution(
            Solution(
                chosen: chosen, cost: cost, reached: reached, isOptimal: true, bound: reached))
    }
}

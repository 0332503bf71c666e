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
        #expect(impossible >= 10)
        #expect(others >= 100)
    }

    @Test func `problems with many harmful measures, links and ties are solved the same`() throws {
        var shape = ProblemShape.small(.leastCost)
        (shape.harmful, shape.needing, shape.excluding, shape.links) = (45, 50, 40, 60)
        shape.costs = [0...2]
        var generator = SeededGenerator.fresh(92)
        for round in 0..<200 {
            let seed = generator.next()
            shape.wish = round % 2 == 0 ? .leastCost : .greatestWeight
            let problem = RandomProblem.problem(shape, seed: seed)
            #expect(
                problem.searched(limits: SolvingLimits()) == problem.bruteForce(), "seed \(seed)")
        }
    }

    @Test func `numbers of more than sixty bits are solved the same`() throws {
        var generator = SeededGenerator.fresh(98)
        for round in 0..<100 {
            let seed = generator.next()
            let wish = round % 2 == 0 ? ProblemShape.Wish.leastCost : .greatestWeight
            let problem = RandomProblem.problem(.small(wish), seed: seed)
            // The one more or less keeps them from having a divisor that all share.
            let unit = Int128(1) << 80 - 1
            let large = Problem(
                measures: problem.measures, exclusions: problem.exclusions,
                blocks: problem.blocks.map { block in
                    Problem.Block(
                        weight: block.weight, isRequired: block.isRequired,
                        rows: block.rows.map { $0 * unit - 1 }, isImpossible: block.isImpossible,
                        groups: block.groups.map { $0.scaled(by: unit) })
                }, aim: problem.aim, budget: problem.budget)
            #expect(
                large.searched(limits: SolvingLimits()) == large.bruteForce(), "seed \(seed)")
        }
    }

    @Test func `larger problems are solved as by another solver`() throws {
        var generator = SeededGenerator.fresh(95)
        var others = 0
        for round in 0..<100 {
            let seed = generator.next()
            var shape = ProblemShape.larger(round % 2 == 0 ? .leastCost : .greatestWeight)
            (shape.bodies, shape.cells, shape.measures) = (4...7, 2...4, 15...28)
            let problem = RandomProblem.problem(shape, seed: seed)
            let found = try #require(problem.searched(limits: SolvingLimits()), "seed \(seed)")
            let other = problem.solved()
            if case .solution(let solution) = found, !solution.chosen.isEmpty { others += 1 }
            guard case .solution(let solution) = other, !solution.isOptimal else {
                #expect(found == other, "seed \(seed)")
                continue
            }
            guard case .solution(let best) = found, best.isOptimal else {
                Issue.record("seed \(seed): there is a set that does")
                continue
            }
            let isDual = problem.aim == .greatestWeight
            let least = isDual ? solution.reached : solution.bound
            let most = isDual ? solution.bound : Int128(solution.cost)
            #expect((least...most).contains(best.bound), "seed \(seed)")
        }
        #expect(others >= 50)
    }

    @Test func `a limit gives a set that does and a bound that holds`() throws {
        var generator = SeededGenerator.fresh(93)
        var (cut, nothing) = (0, 0)
        for round in 0..<120 {
            let seed = generator.next()
            let wish = round % 2 == 0 ? ProblemShape.Wish.leastCost : .greatestWeight
            let problem = RandomProblem.problem(.small(wish), seed: seed)
            var limits = SolvingLimits()
            limits.searches = 1 + round % 9
            let found = try #require(problem.searched(limits: limits), "seed \(seed)")
            switch (found, problem.bruteForce()) {
            case (.infeasible, let expected): #expect(expected == .infeasible, "seed \(seed)")
            case (.unknown(let bound), let expected):
                nothing += 1
                guard case .solution(let best) = expected, wish == .leastCost else { continue }
                #expect(bound <= Int128(best.cost), "seed \(seed)")
            case (.solution, .infeasible), (.solution, .unknown):
                Issue.record("seed \(seed): there is no set that does")
            case (.solution(let some), .solution(let best)):
                cut += some.isOptimal ? 0 : 1
                check(some, best, problem, seed)
            }
        }
        #expect(cut >= 10)
        #expect(nothing >= 1)
    }

    private func check(_ some: Solution, _ best: Solution, _ problem: Problem, _ seed: UInt64) {
        let verdict = problem.verdict(of: some.chosen)
        #expect(verdict.isAllowed && verdict.cost == some.cost, "seed \(seed)")
        if case .leastCost(let weight) = problem.aim {
            #expect(verdict.weight >= weight, "seed \(seed)")
            #expect(some.bound <= Int128(best.cost) && best.cost <= some.cost, "seed \(seed)")
            if some.isOptimal { #expect(some.cost == best.cost, "seed \(seed)") }
        } else {
            #expect(Int128(verdict.weight) == some.reached, "seed \(seed)")
            #expect(some.reached <= best.reached && best.reached <= some.bound, "seed \(seed)")
            if some.isOptimal { #expect(some == best, "seed \(seed)") }
        }
    }

    @Test func `the order of blocks makes no difference`() {
        var generator = SeededGenerator.fresh(94)
        for round in 0..<40 {
            let seed = generator.next()
            let wish = round % 2 == 0 ? ProblemShape.Wish.leastCost : .greatestWeight
            let problem = RandomProblem.problem(.larger(wish), seed: seed)
            let other = Problem(
                measures: problem.measures, exclusions: problem.exclusions,
                blocks: problem.blocks.shuffled(using: &generator), aim: problem.aim,
                budget: problem.budget)
            let limits = SolvingLimits()
            #expect(
                problem.searched(limits: limits) == other.searched(limits: limits), "seed \(seed)")
        }
    }

    @Test func `values and too many shared measures do not fit`() {
        let value = RandomProblem.problem(.small(.greatestValue), seed: 1)
        #expect(value.searched(limits: SolvingLimits()) == nil)

        let measures = [Problem.Measure](repeating: .init(cost: 1, needs: []), count: 61)
        let groups = measures.indices.map { measure in
            Problem.Group(
                measures: [measure],
                states: [
                    .init(members: 0, contributions: [0]), .init(members: 1, contributions: [1]),
                ])
        }
        let block = Problem.Block(weight: 1, isRequired: false, rows: [61], groups: groups)
        let many = Problem(
            measures: measures, exclusions: [], blocks: [block, block], aim: .greatestWeight,
            budget: nil)
        #expect(many.searched(limits: SolvingLimits()) == nil)
    }
}

extension Problem.Group {
    /// The same with contributions that are so many times as large, and one off.
    fileprivate func scaled(by unit: Int128) -> Problem.Group {
        let states = states.enumerated().map { index, state in
            Problem.State(
                members: state.members,
                contributions: state.contributions.map {
                    $0 == 0 ? 0 : $0 * unit + (index % 2 == 0 ? 1 : -1)
                }, value: state.value, isForbidden: state.isForbidden)
        }
        return Problem.Group(measures: measures, states: states)
    }
}

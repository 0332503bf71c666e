internal import Testing

@testable internal import Improvement

/// Ties, by problems that are solved in the head.
@Suite struct TiesTests {
    /// One block that needs 10 in one row; each measure adds a number to it.
    private func problem(
        _ measures: [(cost: Int64, gain: Int128)], need: Int128 = 10,
        aim: Problem.Aim = .leastCost(weight: 0), budget: Int64? = nil
    ) -> Problem {
        let groups = measures.enumerated().map { position, measure in
            Problem.Group(
                measures: [position],
                states: [
                    Problem.State(members: 0, contributions: [0]),
                    Problem.State(members: 1, contributions: [measure.gain], value: measure.gain),
                ])
        }
        return Problem(
            measures: measures.map { Problem.Measure(cost: $0.cost, needs: []) }, exclusions: [],
            blocks: [Problem.Block(weight: 1, isRequired: true, rows: [need], groups: groups)],
            aim: aim, budget: budget)
    }

    private func chosen(_ solved: Solved) -> [Int]? {
        guard case .solution(let solution) = solved, solution.isOptimal else { return nil }
        return solution.chosen
    }

    @Test func `of sets that cost the same the one with fewer measures is taken`() {
        let problem = problem([(3, 5), (3, 5), (6, 10)])
        #expect(chosen(problem.solved()) == [2])
    }

    @Test func `of sets of the same cost and size the list that comes first is taken`() {
        let problem = problem([(2, 1), (2, 5), (2, 5), (2, 9), (2, 5)])
        // 0 and 3 come to 10 as 1 and 2, 1 and 3, and others do.
        #expect(chosen(problem.solved()) == [0, 3])
    }

    @Test func `the first list is found among more measures than one program lists`() {
        let problem = problem(Array(repeating: (1, 2), count: 47), need: 60)
        #expect(chosen(problem.solved()) == Array(0..<30))
    }

    @Test func `what costs nothing and is not needed is not taken`() {
        let problem = problem([(0, 3), (0, 4), (5, 10)], need: 4)
        #expect(chosen(problem.solved()) == [1])
    }

    @Test func `of equal values the cheaper set is taken`() {
        let problem = problem([(9, 5), (4, 5), (9, 6)], need: 0, aim: .greatestValue, budget: 13)
        #expect(chosen(problem.solved()) == [1, 2])
        let cheaper = self.problem(
            [(4, 5), (3, 5), (2, 5)], need: 0, aim: .greatestValue, budget: 6)
        #expect(chosen(cheaper.solved()) == [1, 2])
    }

    @Test func `a measure that is needed comes with the one that needs it`() {
        let whole = problem([(1, 0), (1, 10)])
        let linked = Problem(
            measures: [.init(cost: 1, needs: []), .init(cost: 1, needs: [0])], exclusions: [],
            blocks: whole.blocks, aim: whole.aim, budget: nil)
        #expect(chosen(linked.solved()) == [0, 1])
        #expect(linked.solved(forcing: [0: false]) == .infeasible)
    }

    @Test func `measures that exclude each other are not taken together`() {
        let whole = problem([(1, 5), (1, 5), (7, 5)])
        let apart = Problem(
            measures: whole.measures, exclusions: [[0, 1]], blocks: whole.blocks, aim: whole.aim,
            budget: nil)
        #expect(chosen(apart.solved()) == [0, 2])
        #expect(apart.solved(forcing: [0: true, 1: true]) == .infeasible)
    }

    @Test func `a budget that is too small is told from none`() {
        let measures: [(cost: Int64, gain: Int128)] = [(8, 10), (9, 20)]
        #expect(problem(measures, budget: 7).solved() == .infeasible)
        #expect(chosen(problem(measures).solved()) == [0])
    }

    @Test func `sums of more bits than are at hand are not guessed`() {
        #expect(
            problem([(1, .max - 1), (1, .max - 1)], need: .max - 1).solved() == .unknown(bound: 0))
        #expect(problem([(.max, 10), (.max, 5)]).solved() == .unknown(bound: 0))
    }

    @Test func `where the nodes end the bound encloses what is best`() {
        var generator = UInt64(7)
        func next(_ limit: UInt64) -> Int64 {
            generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((generator >> 33) % limit) + 1
        }
        let measures = (0..<60).map { _ in
            let gain = next(1000)
            return (cost: gain * 50 + next(900), gain: Int128(gain))
        }
        let hard = problem(measures, need: 15_003)
        var limits = SolvingLimits()
        limits.nodes = 0
        guard case .solution(let found) = hard.solved(limits: limits),
            case .solution(let best) = hard.solved()
        else {
            Issue.record("nothing was found")
            return
        }
        #expect(best.isOptimal)
        #expect(best.bound == Int128(best.cost))
        #expect(found.bound <= Int128(best.cost))
        #expect(found.cost >= best.cost)
        #expect(found.isOptimal == (found.bound == Int128(found.cost)))
    }
}

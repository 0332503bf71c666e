internal import Testing

@testable internal import Improvement

@Suite struct LackTests {
    @Test(arguments: ProblemShape.Wish.allCases, [false, true])
    func `what is nearest is as near as the nearest of all sets`(
        wish: ProblemShape.Wish, isOneBody: Bool
    ) throws {
        var seen = 0
        let shape = isOneBody ? ProblemShape.oneBody(wish) : .small(wish)
        for seed in UInt64(1)...80 {
            let problem = RandomProblem.problem(shape, seed: seed)
            guard case .infeasible = problem.solved() else { continue }
            seen += 1
            let lack = try #require(problem.shortfall(), "seed \(seed)")

            #expect(lack.isNearest)
            #expect(abs(problem.distance(lack) - problem.leastDistance) < 1e-6, "seed \(seed)")
            #expect(problem.distance(lack) > 0)
        }
        #expect(seen >= 4)
    }

    @Test func `rows, forbidden states and weight are told in their units`() throws {
        let group = Problem.Group(
            measures: [0],
            states: [
                Problem.State(members: 0, contributions: [30], isForbidden: true),
                Problem.State(members: 1, contributions: [38]),
            ])
        let never = Problem.Block(
            weight: 40, isRequired: false, rows: [100],
            groups: [
                Problem.Group(
                    measures: [0],
                    states: [
                        Problem.State(members: 0, contributions: [0]),
                        Problem.State(members: 1, contributions: [99]),
                    ])
            ])
        let problem = Problem(
            measures: [Problem.Measure(cost: 7, needs: [])], exclusions: [],
            blocks: [
                Problem.Block(weight: 0, isRequired: true, rows: [40], groups: [group]), never,
            ], aim: .leastCost(weight: 25), budget: nil)

        let lack = try #require(problem.shortfall())

        #expect(lack.chosen == [0])
        #expect(lack.rows == [Problem.Lack.Row(block: 0, row: 0, amount: 2)])
        #expect(lack.forbidden.isEmpty)
        #expect(lack.weight == 25)
    }

    @Test func `the nearest set keeps to the budget`() throws {
        let group = Problem.Group(
            measures: [0],
            states: [
                Problem.State(members: 0, contributions: [30], isForbidden: true),
                Problem.State(members: 1, contributions: [50]),
            ])
        let problem = Problem(
            measures: [Problem.Measure(cost: 7, needs: [])], exclusions: [],
            blocks: [Problem.Block(weight: 0, isRequired: true, rows: [40], groups: [group])],
            aim: .leastCost(weight: 0), budget: 6)

        let lack = try #require(problem.shortfall())

        #expect(lack.chosen.isEmpty)
        #expect(lack.rows.map(\.amount) == [10])
        #expect(lack.forbidden == [Problem.Lack.Forbidden(block: 0, group: 0)])
    }
}

extension Problem {
    /// What a lack comes to, in parts of what is needed.
    fileprivate func distance(_ lack: Lack) -> Double {
        var sum = Double(lack.forbidden.count)
        for row in lack.rows {
            let block = blocks[row.block]
            let worst = block.groups.reduce(Int128(0)) { sum, group in
                sum + (group.states.map { $0.contributions[row.row] }.min() ?? 0)
            }
            let need = block.rows[row.row]
            sum += Double(row.amount) / Double(max(need.magnitude, max(0, need - worst).magnitude))
        }
        if case .leastCost(let weight) = aim, lack.weight > 0 {
            sum += Double(lack.weight) / Double(weight)
        }
        return sum
    }

    /// The least that sets come to which keep to needs, exclusions and the budget.
    fileprivate var leastDistance: Double {
        (0..<1 << measures.count).compactMap { members -> Double? in
            let chosen = measures.indices.filter { members >> $0 & 1 == 1 }
            return lack(of: chosen, isNearest: true).map(distance)
        }.min() ?? .infinity
    }
}

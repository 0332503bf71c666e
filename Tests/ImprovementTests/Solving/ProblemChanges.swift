internal import TestSupport

@testable internal import Improvement

extension Problem {
    func with(blocks: [Block]) -> Problem {
        Problem(
            measures: measures, exclusions: exclusions, blocks: blocks, aim: aim, budget: budget)
    }

    /// The same in blocks that hold only where measures are in or out.
    func with(forcing: [Int: Bool]) -> Problem {
        let forced = forcing.sorted { $0.key < $1.key }.map { measure, isIn in
            Block(
                weight: 0, isRequired: true, rows: [],
                groups: [
                    Group(
                        measures: [measure],
                        states: [
                            State(members: 0, contributions: [], isForbidden: isIn),
                            State(members: 1, contributions: [], isForbidden: !isIn),
                        ])
                ])
        }
        return with(blocks: blocks + forced)
    }

    /// The same with blocks, their groups and exclusions in another order.
    func shuffled(using generator: inout SeededGenerator) -> Problem {
        let shuffled = blocks.map { block in
            Block(
                weight: block.weight, isRequired: block.isRequired, rows: block.rows,
                isImpossible: block.isImpossible,
                groups: block.groups.shuffled(using: &generator))
        }
        return Problem(
            measures: measures, exclusions: exclusions.shuffled(using: &generator),
            blocks: shuffled.shuffled(using: &generator), aim: aim, budget: budget)
    }

    /// The same with numbers of up to 36 digits: contributions count from another number on and in
    /// smaller units, and some rows need exactly what a set comes to, or one unit more.
    func enlarged(using generator: inout SeededGenerator) -> Problem {
        let isIn = measures.map { _ in Bool.random(using: &generator) }
        let factor = Int128(Int64.random(in: 1...1_000_000_000_000_000, using: &generator))
        let price = Int64.random(in: 1...10_000_000_000, using: &generator)
        return Problem(
            measures: measures.map { Measure(cost: $0.cost * price, needs: $0.needs) },
            exclusions: exclusions,
            blocks: blocks.map { $0.enlarged(by: factor, isIn, using: &generator) }, aim: aim,
            budget: budget.map { $0 * price })
    }
}

extension Problem.Block {
    fileprivate func enlarged(
        by factor: Int128, _ isIn: [Bool], using generator: inout SeededGenerator
    ) -> Problem.Block {
        let unit: Int128 = 1_000_000_000_000_000
        var moved = rows.map { $0 * factor * unit / 1000 }
        var enlarged: [Problem.Group] = []
        for group in groups {
            let shifts = rows.map { _ in
                Int128(Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)) * unit
            }
            for row in rows.indices { moved[row] += shifts[row] }
            let states = group.states.map { state in
                Problem.State(
                    members: state.members,
                    contributions: zip(state.contributions, shifts).map {
                        $0 * factor * unit / 1000 + $1
                    }, value: state.value * factor, isForbidden: state.isForbidden)
            }
            enlarged.append(Problem.Group(measures: group.measures, states: states))
        }
        if Bool.random(using: &generator) {
            let more: Int128 = Bool.random(using: &generator) ? 1 : 0
            moved = rows.indices.map { row in
                enlarged.reduce(more) { $0 + $1.contribution(row, isIn) }
            }
        }
        return Problem.Block(
            weight: weight, isRequired: isRequired, rows: moved, isImpossible: isImpossible,
            groups: enlarged)
    }
}

extension Problem.Group {
    /// Of the state of a set, or of the first where the set is not allowed.
    fileprivate func contribution(_ row: Int, _ isIn: [Bool]) -> Int128 {
        let members = measures.enumerated().reduce(UInt64(0)) { sum, measure in
            sum | (isIn[measure.element] ? 1 << UInt64(measure.offset) : 0)
        }
        let state = states.first { $0.members == members } ?? states[0]
        return state.contributions[row]
    }
}

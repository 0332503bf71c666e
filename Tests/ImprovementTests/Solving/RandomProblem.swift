internal import TestSupport

@testable internal import Improvement

/// Makes problems up: cells of criteria with piecewise scores, levels and additions, harmful measures,
/// needs, exclusions, forbidden states, bodies with staff, and criteria of the system.
struct RandomProblem {
    private enum Place: Hashable {
        case all
        case body(Int)
    }

    let shape: ProblemShape
    private var generator: SeededGenerator
    private var costs: [Int64] = []
    private var places: [Place] = []
    private var needs: [[Int]] = []
    private var exclusions: [[Int]] = []

    /// The problem of this shape that belongs to this seed.
    static func problem(_ shape: ProblemShape, seed: UInt64) -> Problem {
        var made = RandomProblem(shape: shape, generator: SeededGenerator(seed: seed))
        return made.problem()
    }

    private init(shape: ProblemShape, generator: SeededGenerator) {
        (self.shape, self.generator) = (shape, generator)
    }

    private mutating func problem() -> Problem {
        let bodies = shape.isOneBody ? 1 : within(shape.bodies)
        makeMeasures(bodies: bodies)
        makeExclusions()
        let staff = shape.staff[within(0...shape.staff.count - 1)]
        var blocks = (0..<bodies).map { body(at: $0, staff: staff) }
        if !shape.isOneBody, chance(shape.system) { blocks.append(system()) }
        let others = blocks.filter { !$0.isRequired }.reduce(0) { $0 + $1.weight }
        let total = costs.reduce(0, +)
        let hasBudget = shape.wish != .leastCost || chance(shape.budget)
        let aim: Problem.Aim =
            switch shape.wish {
            case .leastCost: .leastCost(weight: (others * 3 + 3) / 4)
            case .greatestValue: .greatestValue
            case .greatestWeight: .greatestWeight
            }
        return Problem(
            measures: zip(costs, needs).map { Problem.Measure(cost: $0, needs: $1) },
            exclusions: exclusions, blocks: blocks, aim: aim,
            budget: hasBudget ? total * Int64(within(10...70)) / 100 : nil)
    }

    private mutating func makeMeasures(bodies: Int) {
        let costs = shape.costs[within(0...shape.costs.count - 1)]
        for measure in 0..<within(shape.measures) {
            let place = chance(shape.shared) ? Place.all : .body(within(0...bodies - 1))
            places.append(place)
            self.costs.append(Int64(within(costs)))
            var found: Set<Int> = []
            if measure > 0, chance(shape.needing) {
                let other = within(0...measure - 1)
                let isLink = places[other] != .all && places[other] != place
                if !isLink || chance(shape.links) {
                    found = Set(needs[other]).union([other])
                }
            }
            needs.append(found.sorted())
        }
    }

    private mutating func makeExclusions() {
        for measure in places.indices where places.count > 2 && chance(shape.excluding) {
            var group: Set<Int> = [measure]
            for _ in 0..<within(1...2) {
                let other = within(0...places.count - 1)
                let isLink = group.contains {
                    places[$0] != .all && places[other] != .all && places[$0] != places[other]
                }
                if !isLink || chance(shape.links) { group.insert(other) }
            }
            if group.count > 1 { exclusions.append(group.sorted()) }
        }
    }

    private mutating func body(at index: Int, staff: ClosedRange<Int>) -> Problem.Block {
        let measures = places.indices.filter { places[$0] == .all || places[$0] == .body(index) }
        var cells = (0..<within(shape.cells)).map { _ in RandomCell.drawn(using: &generator) }
        act(measures, on: &cells)
        let isValued = shape.wish == .greatestValue
        let groups = cells.map { cell in
            cell.group(needs: needs, exclusions: exclusions) { chosen in
                cell.state(chosen, isCell: true, isValued: isValued)
            }
        }
        let isRequired = shape.isOneBody && (!isValued || chance(50))
        return Problem.Block(
            weight: isRequired ? 0 : Int64(within(staff)), isRequired: isRequired,
            rows: rows(groups), isImpossible: !isRequired && chance(4), groups: groups)
    }

    private mutating func system() -> Problem.Block {
        let measures = places.indices.filter { places[$0] == .all }
        var cells = (0..<within(1...3)).map { _ in
            RandomCell(criteria: [RandomCriterion.drawn(using: &generator)])
        }
        act(measures, on: &cells)
        let isValued = shape.wish == .greatestValue
        let groups = cells.map { cell in
            cell.group(needs: needs, exclusions: exclusions) { chosen in
                cell.state(chosen, isCell: false, isValued: isValued)
            }
        }
        return Problem.Block(weight: 0, isRequired: true, rows: rows(groups), groups: groups)
    }

    /// Lets each measure change one or two criteria.
    private mutating func act(_ measures: [Int], on cells: inout [RandomCell]) {
        for measure in measures {
            for _ in 0..<within(1...2) {
                let cell = within(0...cells.count - 1)
                let isThere = cells[cell].measures.contains(measure)
                guard isThere || cells[cell].measures.count < shape.most else { continue }
                let criterion = within(0...cells[cell].criteria.count - 1)
                let change: RandomCriterion.Change =
                    if chance(shape.levels) {
                        .level(within(40...100))
                    } else {
                        .addition(within(5...40) * (chance(shape.harmful) ? -1 : 1))
                    }
                cells[cell].criteria[criterion].act(change, by: measure)
            }
        }
    }

    /// Thresholds between what holds with nothing and what the best states come to, or just above.
    private mutating func rows(_ groups: [Problem.Group]) -> [Int128] {
        let count = groups.first?.states.first?.contributions.count ?? 0
        return (0..<count).map { row in
            let least = groups.reduce(0) { $0 + $1.states[0].contributions[row] }
            let most = groups.reduce(0) { sum, group in
                sum + (group.states.map { $0.contributions[row] }.max() ?? 0)
            }
            return least + ((most - least) * Int128(within(20...104)) + 99) / 100
        }
    }

    private mutating func within(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        within(1...100) <= percent
    }
}

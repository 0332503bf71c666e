import Arithmetic
import AssessmentSupport
import Domain
import Scoring
import TestSupport
import Testing

@testable import Improvement

/// What is told around a path: the frontier, next measures, margins, and what cannot be met.
@Suite struct PathSurroundingsTests {
    private static func trials(_ seed: UInt64, _ count: Int) throws -> [PathTrial] {
        var random = SeededGenerator.fresh(seed)
        return try (0..<count).map { _ in
            try PathTrial(&random, measures: 5, isNear: true)
        }
    }

    private static func duals(_ trial: PathTrial) throws -> [Goal] {
        let total = try trial.all.position("total")
        return [
            .best(body: 0, node: total), .bestStage(body: 0, 0), .mostStaff(stage: 0),
        ]
    }

    @Test func `the frontier has every set that no other reaches more with for its cost`() throws {
        var count = 0
        for trial in try Self.trials(11, 12) {
            for goal in try Self.duals(trial) {
                let frontier = trial.finder.frontier(goal)
                var expected: [(set: Int, figure: Fraction)] = []
                let order = trial.sets.indices.map { ($0, trial.verdict(goal, $0).figure) }
                for (set, figure) in order {
                    guard let figure else { continue }
                    let cost = trial.workspace.cost(of: trial.sets[set])
                    if let last = expected.last {
                        guard PathTrial.isMore(figure, than: last.figure) else { continue }
                        let lastCost = trial.workspace.cost(of: trial.sets[last.set])
                        if cost == lastCost { expected.removeLast() }
                    }
                    expected.append((set, figure))
                }
                #expect(!frontier.isSampled)
                #expect(frontier.points.allSatisfy { $0.isProven })
                #expect(
                    frontier.points.map { trial.ids($0.chosen) }
                        == expected.map { pair in
                            trial.sets[pair.set].map { trial.workspace.measures[$0].id }
                        }, "\(goal)")
                #expect(frontier.points.map(\.reached) == expected.map(\.figure), "\(goal)")
                count += frontier.points.count
            }
        }
        #expect(count > 40)
    }

    @Test func `a frontier of few points is sampled and says so`() throws {
        var sampled = 0
        for trial in try Self.trials(12, 6) {
            for goal in try Self.duals(trial) {
                let whole = trial.finder.frontier(goal).points
                let some = trial.finder.frontier(goal, points: 3)
                #expect(some.points.count <= 3)
                #expect(some.isSampled == (whole.count > 3))
                guard some.isSampled else { continue }
                sampled += 1
                #expect(some.points.first?.chosen == whole.first?.chosen)
                #expect(some.points.last?.chosen == whole.last?.chosen)
                let known = Set(whole.map(\.chosen))
                #expect(some.points.allSatisfy { known.contains($0.chosen) })
            }
        }
        #expect(sampled > 1)
    }

    @Test func `margins of cost are what brute force finds`() throws {
        var (looked, others) = (0, 0)
        for trial in try Self.trials(13, 14) {
            let total = try trial.all.position("total")
            let goals: [Goal] =
                (10...18).map { .score(body: 0, node: total, Fixed($0 * 5 + 1)) }
                + [.stage(body: 0, 0), .stage(body: 1, 0), .apparatus(stage: 0)]
            for goal in goals {
                guard case .path(let path) = trial.finder.path(goal) else { continue }
                for margin in trial.finder.margins(of: path) {
                    let measure = trial.finder.catalogue.measures[margin.measure].measure
                    let least = trial.sets.indices.first { set in
                        let has = trial.sets[set].contains {
                            trial.workspace.measures[$0].id == measure.id
                        }
                        return has != margin.isChosen && trial.verdict(goal, set).isMet
                    }.map { Fixed(trial.workspace.cost(of: trial.sets[$0])) }
                    let expected = try least.map { least in
                        let gap = try least.subtracting(path.cost)
                        return margin.isChosen
                            ? try measure.cost.adding(gap) : try measure.cost.subtracting(gap)
                    }
                    #expect(margin.cost == expected, "\(goal) \(measure.id)")
                    looked += 1
                    others += margin.isChosen ? 0 : 1
                    #expect((margin.effect != nil) == margin.isChosen)
                }
            }
        }
        #expect(looked > 20)
        #expect(others > 0)
    }

    @Test func `the next measures gain most for their cost`() throws {
        var found = 0
        for trial in try Self.trials(14, 12) {
            let total = try trial.all.position("total")
            for goal in [Goal.best(body: 0, node: total), .bestStage(body: 1, 0)] {
                guard case .path(let path) = trial.finder.path(goal, budget: Fixed(20)) else {
                    continue
                }
                let next = trial.finder.next(after: path, atMost: 100)
                let base = try #require(path.to)
                for step in next {
                    let ids = Set(trial.ids((path.chosen + step.measures).sorted()))
                    let set = try #require(
                        trial.sets.firstIndex { set in
                            Set(set.map { trial.workspace.measures[$0].id }) == ids
                        })
                    let figure = try #require(trial.verdict(goal, set).figure)
                    let gain = try figure.subtracting(base)
                    #expect(gain == step.gain)
                    #expect(step.gain.sign > 0)
                }
                let rates = next.map { step in
                    Double(numerator: step.gain.numerator, denominator: step.gain.denominator)
                        / Double(step.cost.raw)
                }
                #expect(rates == rates.sorted(by: >))
                found += next.count
            }
        }
        #expect(found > 10)
    }

    @Test func `where the budget alone is too small the cost without it is told`() throws {
        var told = 0
        for trial in try Self.trials(15, 14) {
            for goal in [Goal.stage(body: 0, 0), .stage(body: 1, 0), .apparatus(stage: 0)] {
                guard case .path(let path) = trial.finder.path(goal), path.cost > .zero else {
                    continue
                }
                let less = try path.cost.subtracting(.one)
                guard case .impossible(let shortfall) = trial.finder.path(goal, budget: less)
                else {
                    Issue.record("a path for less than the least cost")
                    continue
                }
                #expect(shortfall.costWithoutBudget == path.cost)
                #expect(shortfall.alone.isEmpty)
                told += 1
            }
        }
        #expect(told > 5)
    }

    @Test func `where a day is too early the first day that does is told`() throws {
        var told = 0
        for trial in try Self.trials(15, 14) {
            let assessment = trial.finder.catalogue.assessment
            let by = try #require(Day("2025-01-15"))
            let finder = PathFinder(Catalogue(assessment, period: 0, by: by))
            for goal in [Goal.stage(body: 0, 0), .stage(body: 1, 0)] {
                guard case .path(let path) = trial.finder.path(goal), !path.chosen.isEmpty else {
                    continue
                }
                guard case .impossible(let shortfall) = finder.path(goal) else {
                    Issue.record("a path before anything is finished")
                    continue
                }
                #expect(shortfall.firstDay == Day("2025-06-01"))
                #expect(!shortfall.leftOut.isEmpty)
                #expect(!shortfall.alone.isEmpty || !shortfall.closest.isEmpty)
                told += 1
            }
        }
        #expect(told > 3)
    }
}

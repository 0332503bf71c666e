import Arithmetic
import AssessmentSupport
import Diagnosis
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

@testable import Improvement

/// Paths are what brute force through plain assessments finds: each set of measures is one period
/// of evidence in which its values stand.
@Suite struct PathFinderTests {
    /// What came of comparing goals with brute force.
    private struct Tally: Sendable {
        var trivial = 0
        var found = 0
        var infeasible = 0
    }

    private static func compare(
        _ goal: Goal, budget: Int?, _ trial: PathTrial, _ tally: inout Tally, _ seed: String
    ) {
        let expected = trial.bruteForce(goal, budget: budget)
        let sets = trial.sets
        let wanted = expected.map { sets[$0.set].map { trial.workspace.measures[$0].id } }
        let result = trial.finder.path(goal, budget: budget.map { Fixed($0) })
        switch result {
        case .already:
            tally.trivial += 1
            #expect(wanted == [] && !goal.isDual, "\(seed) \(goal): already")
        case .impossible(let shortfall):
            tally.infeasible += 1
            if goal.isDual {
                #expect(expected?.figure == nil, "\(seed) \(goal): impossible")
            } else {
                #expect(wanted == nil, "\(seed) \(goal): impossible")
                #expect(shortfall.isProven, "\(seed) \(goal)")
            }
        case .path(let path):
            if path.chosen.isEmpty { tally.trivial += 1 } else { tally.found += 1 }
            let chosen = trial.ids(path.chosen)
            #expect(chosen == wanted, "\(seed) \(goal) \(budget ?? -1) \(path.proof)")
            #expect(path.proof == .optimal, "\(seed) \(goal)")
            if let figure = expected?.figure {
                #expect(path.to == figure, "\(seed) \(goal): promised and given")
            }
            let cost = trial.workspace.cost(of: expected.map { sets[$0.set] } ?? [])
            #expect(path.cost == Fixed(cost), "\(seed) \(goal)")
        }
    }

    /// Some workspaces, so that several are looked at beside one another.
    private static func tallies(part: Int) throws -> [String: Tally] {
        var random = SeededGenerator.fresh(UInt64(900 + part))
        var tallies: [String: Tally] = [:]
        for number in 0..<26 {
            let seed = "SEED=\(random.seed) number \(number)"
            let count = number == 25 ? 7 : Int.random(in: 3...5, using: &random)
            let trial = try PathTrial(
                &random, measures: count, isNear: !number.isMultiple(of: 3))
            for goal in try trial.goals(&random) {
                let isLimited = goal.isDual || Int.random(in: 0..<3, using: &random) == 0
                let budget = isLimited ? Int.random(in: 4...25, using: &random) * 5 : nil
                let name = String("\(goal)".prefix { $0 != "(" })
                Self.compare(goal, budget: budget, trial, &tallies[name, default: Tally()], seed)
            }
        }
        return tallies
    }

    @Test func `the cheapest path is what brute force finds`() async throws {
        let parts = try await withThrowingTaskGroup(of: [String: Tally].self) { group in
            for part in 0..<8 { group.addTask { try Self.tallies(part: part) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        for (goal, least) in [
            ("band", 40), ("score", 40), ("stage", 40), ("apparatus", 20), ("best", 60),
            ("bestStage", 60), ("mostStaff", 30),
        ] {
            let own = parts.compactMap { $0[goal] }
            let (found, infeasible) = (
                own.reduce(0) { $0 + $1.found }, own.reduce(0) { $0 + $1.infeasible }
            )
            #expect(found >= least, "\(goal): \(found)")
            #expect(["bestStage", "best", "mostStaff"].contains(goal) || infeasible >= 30)
        }
    }

    @Test func `fourteen measures are no more than brute force finds`() throws {
        var random = SeededGenerator.fresh(77)
        let trial = try PathTrial(&random, measures: 14, isNear: true, isPaired: true)
        var tally = Tally()
        for goal in try trial.goals(&random) {
            Self.compare(goal, budget: goal.isDual ? 60 : nil, trial, &tally, "fourteen")
        }
        #expect(tally.found > 0)
    }

    @Test func `neither the order of files nor threads change a path`() throws {
        var random = SeededGenerator.fresh(5)
        for _ in 0..<6 {
            let trial = try PathTrial(&random, measures: 5, isNear: true)
            let plan = trial.all.plan
            let shuffled = try PathTrial.assess(
                plan, trial.workspace.tables(&random, isShuffled: true))
            for goal in try trial.goals(&random) {
                let budget = goal.isDual ? Fixed(60) : nil
                let told = Self.told(trial.finder.path(goal, budget: budget))
                for (threads, assessment) in [
                    (1, shuffled), (2, trial.finder.catalogue.assessment), (8, shuffled),
                ] {
                    let finder = PathFinder(
                        Catalogue(assessment, period: 0), threads: threads)
                    #expect(Self.told(finder.path(goal, budget: budget)) == told, "\(goal)")
                }
            }
        }
    }

    /// All that a result says, as text.
    private static func told(_ result: PathResult) -> String {
        switch result {
        case .already(let from): "already \(from.map(\.description) ?? "")"
        case .impossible(let shortfall): "\(shortfall.alone) \(shortfall.closest)"
        case .path(let path):
            "\(path.chosen) \(path.cost) \(path.proof) \(path.to.map(\.description) ?? "")"
        }
    }
}

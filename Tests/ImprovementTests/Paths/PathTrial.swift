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

/// A workspace with what each of its sets comes to.
struct PathTrial {
    let workspace: RandomWorkspace
    let sets: [[Int]]
    let finder: PathFinder
    let all: Assessment
    let diagnoses: [Diagnosis]

    init(
        _ random: inout SeededGenerator, measures: Int, isNear: Bool, isPaired: Bool = false
    ) throws {
        workspace = RandomWorkspace(
            &random, measures: measures, isNear: isNear, isPaired: isPaired)
        sets = workspace.sets
        let plan = try Workbench.plan(workspace.edition)
        let assessment = try Self.assess(plan, workspace.tables(&random))
        let period = try #require(assessment.scoredPeriods.last)
        var finder = PathFinder(Catalogue(assessment, period: period))
        // Of every other size all sets are looked at; solvers find the paths of the rest.
        if measures.isMultiple(of: 2) { finder.limits.enumerated = 0 }
        self.finder = finder
        all = try Self.assess(plan, workspace.tables(of: sets))
        diagnoses = try #require(DiagnosisHistory(all)).diagnoses
    }

    static func assess(_ plan: Plan, _ tables: [String: String]) throws -> Assessment {
        let evidence = try Workbench.evidence(tables, for: plan)
        let made = Assessment.make(plan, evidence)
        return try #require(made.assessment)
    }

    /// What the engine says of a set, as a figure and whether the goal is met.
    func verdict(_ goal: Goal, _ set: Int) -> (figure: Fraction?, isMet: Bool) {
        let diagnosis = diagnoses[set]
        switch goal {
        case .band(let body, let node, let band):
            let unit = all.unit(body: body, period: set)
            let score = all.columns[node]?.score(at: unit)
            let position = score.flatMap { try? all.plan.bands?.position(of: $0) }
            return (score.map { Fraction($0) }, (position ?? -1) >= band)
        case .score(let body, let node, let least):
            let score = all.columns[node]?.score(at: all.unit(body: body, period: set))
            return (score.map { Fraction($0) }, score.map { $0 >= least } ?? false)
        case .best(let body, let node):
            let score = all.columns[node]?.score(at: all.unit(body: body, period: set))
            return (score.map { Fraction($0) }, true)
        case .stage(let body, let stage), .bestStage(let body, let stage):
            let own = diagnosis.body(body)
            return (own?.stages[stage].mean, (own?.verdict.attained ?? 0) > stage)
        case .apparatus(let stage), .mostStaff(let stage):
            let own = diagnosis.apparatus
            return (own?.stages[stage].weight, (own?.verdict.attained ?? 0) > stage)
        }
    }

    /// The first of the sets, which stand in the order of ties, that meets or reaches most.
    func bruteForce(_ goal: Goal, budget: Int?) -> (set: Int, figure: Fraction?)? {
        let affordable = sets.indices.filter { workspace.cost(of: sets[$0]) <= budget ?? .max }
        guard goal.isDual else {
            let first = affordable.first { verdict(goal, $0).isMet }
            return first.map { ($0, verdict(goal, $0).figure) }
        }
        var best: (set: Int, figure: Fraction?)?
        for set in affordable {
            let figure = verdict(goal, set).figure
            guard let known = best?.figure else {
                if best == nil || figure != nil { best = (set, figure) }
                continue
            }
            if let figure, Self.isMore(figure, than: known) { best = (set, figure) }
        }
        return best
    }

    /// Sums are rounded step by step to eighteen digits, so that equals may differ by a few of
    /// the last.
    static func isMore(_ first: Fraction, than second: Fraction) -> Bool {
        guard let more = try? first.subtracting(second) else { return first > second }
        return more > Fraction(numerator: 1, denominator: 1_000_000_000_000)
    }
}

extension PathTrial {
    /// Goals of each kind: mostly ones that some sets meet and doing nothing does not.
    func goals(_ random: inout SeededGenerator) throws -> [Goal] {
        let total = try all.position("total")
        let nothing = try #require(sets.firstIndex(of: []))
        func pick(_ goals: [Goal]) -> Goal {
            let wanted = Int.random(in: 0..<4, using: &random) > 0
            let open = goals.filter { goal in
                !verdict(goal, nothing).isMet
                    && sets.indices.contains { verdict(goal, $0).isMet }
            }
            return (wanted ? open.randomElement(using: &random) : nil)
                ?? goals.randomElement(using: &random) ?? goals[0]
        }
        let bodies = 0..<3
        let body = Int.random(in: bodies, using: &random)
        let stage = Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0
        return [
            pick(
                bodies.flatMap { body in
                    (1...3).map { .band(body: body, node: total, band: $0) }
                }),
            pick(
                bodies.flatMap { body in
                    (10...19).map { .score(body: body, node: total, Fixed($0 * 5 + 1)) }
                }),
            pick(bodies.flatMap { body in (0...1).map { .stage(body: body, $0) } }),
            pick([.apparatus(stage: 0), .apparatus(stage: 0), .apparatus(stage: 1)]),
            .best(body: body, node: total), .bestStage(body: body, stage),
            .mostStaff(stage: stage),
        ]
    }

    func ids(_ chosen: [Int]) -> [String] {
        chosen.map { finder.catalogue.measures[$0].measure.id }
    }
}

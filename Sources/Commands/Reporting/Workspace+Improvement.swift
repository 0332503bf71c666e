internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Improvement
internal import Methodology
internal import Pages
internal import Scoring

extension Workspace {
    /// What a report tells of improving: the cheapest way of the apparatus and of each body to its next
    /// stage or band; `nil` where the evidence has no measures, or nobody wants to know.
    ///
    /// What is told depends on the data alone, so that a report comes out the same again.
    func improvement(
        in report: Report, _ request: Workspace.Request, _ options: ReportOptions,
        _ progress: Progress
    ) -> ReportedImprovement? {
        guard !options.isWithoutImprovement, !evidence.measures.isEmpty else { return nil }
        progress.say("Looking for the cheapest paths")
        return NextSteps(report, threads: request.threads).all
    }
}

/// Looks for the next step of everybody in a report.
private struct NextSteps {
    /// So many points of a frontier are told.
    private static let points = (apparatus: 60, body: 12)

    private let report: Report
    private let diagnosis: Diagnosis?
    private let finder: PathFinder
    private let threads: Int?

    init(_ report: Report, threads: Int?) {
        self.report = report
        self.threads = threads
        diagnosis = report.diagnosis?.diagnosis
        finder = PathFinder(
            Catalogue(report.assessment, period: report.period), threads: threads)
    }

    private var assessment: Assessment { report.assessment }

    var all: ReportedImprovement {
        guard let diagnosis else {
            return ReportedImprovement(
                finder.catalogue, hasStages: false, node: bandedNode, bodies: ofBands)
        }
        let next = diagnosis.apparatus.map(\.next)
        return ReportedImprovement(
            finder.catalogue, hasStages: true,
            apparatus: next?.map { next in
                step(
                    .apparatus(stage: next.stage),
                    points: finder.catalogue.isLarge ? nil : Self.points.apparatus)
            } ?? nil, isApparatusAtEnd: next == .some(nil), bodies: ofStages(diagnosis))
    }

    // MARK: Bodies

    private func ofStages(_ diagnosis: Diagnosis) -> [ReportedImprovement.Body] {
        each(diagnosis.bodies.map(\.body)) { body in
            guard let own = diagnosis.bodies.first(where: { $0.body == body }),
                own.verdict.isRated
            else { return .none(.unrated) }
            guard let next = own.next else { return .none(.attained) }
            return .next(.stage(body: body, next.stage))
        }
    }

    /// The node on top that has bands.
    private var bandedNode: Int? {
        let banded = assessment.plan.bands?.nodes ?? []
        return report.leagueNodes.first { banded.contains($0) }
    }

    private var ofBands: [ReportedImprovement.Body] {
        guard let node = bandedNode, let bands = assessment.plan.bands else { return [] }
        let isLowestBest = assessment.plan.ranking?.best == .lowest
        let lastDay = assessment.evidence.periods[report.period].lastDay
        let bodies = assessment.evidence.bodies.indices.filter { body in
            assessment.evidence.bodies[body].existed(on: lastDay)
                && assessment.kind(of: unit(body)) != nil
        }
        return each(bodies) { body in
            guard let score = assessment.columns[node]?.score(at: unit(body)),
                let band = try? bands.position(of: score)
            else { return .none(.unrated) }
            let next = isLowestBest ? band - 1 : band + 1
            guard bands.list.indices.contains(next) else { return .none(.attained) }
            return .next(.band(body: body, node: node, band: next))
        }
    }

    private func unit(_ body: Int) -> Int { assessment.unit(body: body, period: report.period) }

    /// Bodies with their steps, looked for on all cores.
    private func each(
        _ bodies: [Int], _ goal: @Sendable (Int) -> GoalOfBody
    ) -> [ReportedImprovement.Body] {
        let points = finder.catalogue.isLarge ? nil : Self.points.body
        return Parallel.map(bodies.count, chunk: 1, threads: threads) { range in
            bodies[range].map { body in
                switch goal(body) {
                case .next(let goal):
                    ReportedImprovement.Body(
                        body, step(goal, of: body, points: points))
                case .none(let rest): ReportedImprovement.Body(body, rest)
                }
            }
        }.flatMap(\.self)
    }

    // MARK: Steps

    /// A step with what is told beside it; of a large report the path alone.
    private func step(
        _ goal: Goal, of body: Int? = nil, points: Int?
    ) -> ReportedImprovement.Step {
        let frontier = points.map { finder.frontier(goal, points: $0) }
        switch finder.path(goal) {
        case .already(let from):
            return ReportedImprovement.Step(
                goal: goal, found: .already(from: from), frontier: frontier)
        case .impossible(let shortfall):
            return ReportedImprovement.Step(
                goal: goal, found: .impossible(shortfall), frontier: frontier)
        case .path(let path):
            let found = ReportedImprovement.FoundStep(
                path, moves: PathMoves(path.after, nodesOf: body),
                next: points == nil ? [] : finder.next(after: path),
                // Of each body, looking for more would take longer than all else.
                margins: points == nil ? [] : finder.margins(of: path, isBrief: body != nil))
            return ReportedImprovement.Step(goal: goal, found: .path(found), frontier: frontier)
        }
    }
}

/// Where a body is to get, or why it has no next step.
private enum GoalOfBody {
    case next(Goal)
    case none(ReportedImprovement.Rest)
}

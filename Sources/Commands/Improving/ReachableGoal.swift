internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Improvement
internal import Methodology
internal import Scoring

/// What somebody wants to reach, looked up in an assessment.
struct ReachableGoal {
    let request: Improve.Request
    let assessment: Assessment
    /// The position of the period.
    let period: Int
    /// As things are; `nil` where the edition has no stages.
    let diagnosis: Diagnosis?

    private var plan: Plan { assessment.plan }

    /// The goal of the request.
    ///
    /// - Throws: ``Refusal`` for a stage, band, node or body that is not there, and where no measure
    ///   could get there because nothing is scored.
    func goal() throws(Refusal) -> Goal {
        guard let asked = request.body else { return try ofApparatus() }
        let bodies = assessment.evidence.bodies
        let body = try Lookup(bodies.map(Lookup.Entry.init)).find(asked, "body")
        if let kind = plan.stages?.apparatus?.kind, bodies[body].kind == kind {
            throw Refusal(
                .wrongCommand, "improve.body",
                "\(bodies[body].id) stands for the whole apparatus",
                help: "Leave the body out to improve the whole apparatus")
        }
        try checkAssessed(body)
        let target = try request.target.map { (text) throws(Refusal) in
            try Targets(plan).find(text)
        }
        switch target {
        case .stage(let stage):
            guard request.node == nil else { throw nodeBesideStage }
            return request.isMost ? .bestStage(body: body, stage) : .stage(body: body, stage)
        case .band(let band):
            let node = try node(of: body, amongBanded: true)
            return request.isMost
                ? .best(body: body, node: node)
                : .band(body: body, node: node, band: band)
        case .score(let score):
            let node = try node(of: body, amongBanded: false)
            return request.isMost
                ? .best(body: body, node: node)
                : .score(body: body, node: node, score)
        case nil: return try ofBody(body)
        }
    }

    // MARK: Without a target

    /// The most that the budget allows; without one the next stage or band.
    private func ofBody(_ body: Int) throws(Refusal) -> Goal {
        if request.node == nil, let diagnosis {
            let last = (plan.stages?.list.count ?? 1) - 1
            let next = diagnosis.body(body)?.next?.stage ?? last
            return request.budget == nil ? .stage(body: body, next) : .bestStage(body: body, next)
        }
        guard request.budget == nil else {
            return .best(body: body, node: try node(of: body, amongBanded: false))
        }
        // One that is not there is told first.
        if let node = request.node { _ = try Question.nodes([node], in: plan) }
        guard let bands = plan.bands else {
            throw Refusal(
                .wrongCommand, "improve.target",
                "\(plan.identity.name) has no bands, so there is no next one",
                help: "Name a score with --to, or a budget with --budget")
        }
        let node = try node(of: body, amongBanded: true)
        let unit = assessment.unit(body: body, period: period)
        let score = assessment.columns[node]?.score(at: unit)
        let now = score.flatMap { (try? bands.position(of: $0)) ?? nil } ?? -1
        return .band(body: body, node: node, band: min(now + 1, bands.list.count - 1))
    }

    private func ofApparatus() throws(Refusal) -> Goal {
        guard let rule = plan.stages, rule.apparatus != nil, let diagnosis else {
            throw Refusal(
                .wrongCommand, "improve.body",
                plan.stages == nil
                    ? "\(plan.identity.name) has no stages, so the whole apparatus attains none"
                    : "\(plan.identity.name) looks at bodies alone",
                help: "Name a body, as in apparatus improve \(request.workspace.folder) "
                    + (assessment.evidence.bodies.first?.id ?? "BODY"))
        }
        guard request.node == nil else { throw nodeBesideStage }
        var stage = diagnosis.apparatus?.next?.stage ?? rule.list.count - 1
        if let target = request.target {
            guard case .stage(let found) = try Targets(plan).find(target) else {
                throw Refusal(
                    .wrongCommand, "improve.target",
                    "\"\(target)\" is no stage, and the whole apparatus attains stages alone",
                    help: "Name a body, or one of the stages "
                        + Words.some(rule.list.map(\.id)))
            }
            stage = found
        }
        let isDual = request.isMost || (request.target == nil && request.budget != nil)
        return isDual ? .mostStaff(stage: stage) : .apparatus(stage: stage)
    }

    private var nodeBesideStage: Refusal {
        Refusal(
            .wrongCommand, "improve.node", "--node names a score, and a stage has none",
            help: "Leave --node out, or name a band or a score with --to")
    }

    // MARK: Nodes and bodies

    /// The node that was asked for, or the first that has bands or ranks, or a score at all.
    private func node(of body: Int, amongBanded: Bool) throws(Refusal) -> Int {
        let banded = plan.bands?.nodes ?? []
        guard let asked = request.node else {
            let first =
                (amongBanded ? banded : plan.ranking?.nodes ?? []).first
                ?? plan.roots.flatMap(plan.scored).first
            guard let first else { throw noNode }
            try checkScored(first, body)
            return first
        }
        let found = try Question.nodes([asked], in: plan).first
        guard let found else { throw noNode }
        guard !amongBanded || banded.contains(found) else {
            throw Refusal(
                .wrongCommand, "improve.node", "\"\(asked)\" has no bands",
                help:
                    "Name one of \(Words.some(banded.map { plan.nodes[$0].id })), or a score with "
                    + "--to")
        }
        try checkScored(found, body)
        return found
    }

    private var noNode: Refusal {
        Refusal(
            .wrongCommand, "improve.node", "\(plan.identity.name) has no scores",
            help: "Name another edition with --edition")
    }

    private func checkScored(_ node: Int, _ body: Int) throws(Refusal) {
        let unit = assessment.unit(body: body, period: period)
        guard let column = assessment.columns[node], column.states[unit] != .score else { return }
        let (own, when) = (assessment.evidence.bodies[body], assessment.evidence.periods[period])
        throw Refusal(
            .wrongCommand, "improve.no-score",
            "\(own.id) has no score of \"\(plan.nodes[node].id)\" in \(when) that could rise",
            help: "Ask why: "
                + request.workspace.command("explain", own.id, plan.nodes[node].id))
    }

    private func checkAssessed(_ body: Int) throws(Refusal) {
        let (own, when) = (assessment.evidence.bodies[body], assessment.evidence.periods[period])
        let isThere = own.existed(on: when.lastDay)
        guard !isThere || assessment.kind(of: assessment.unit(body: body, period: period)) == nil
        else { return }
        throw Refusal(
            .wrongCommand, "improve.body",
            isThere
                ? "\(plan.identity.name) does not apply to the kind \"\(own.kind)\" of \(own.id)"
                : "\(own.id) does not exist on \(when.lastDay), the last day of the period",
            help: "Name another body, or another period with --period")
    }
}

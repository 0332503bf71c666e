internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// A plan that was asked for, with what it is of.
struct FollowedPlan {
    let plan: ImprovementPlan
    let wording: Wording
    /// The only body that is told of; `nil` for all.
    let body: Int?

    /// All plans in the evidence that began before the period that is looked at, earliest first.
    ///
    /// - Throws: ``Refusal`` where there is none, where no edition scores the period that one was
    ///   made from, and where a number cannot be.
    static func all(
        _ request: FollowPlan.Request, _ workspaces: [Workspace], _ progress: Progress
    ) throws(Refusal) -> [FollowedPlan] {
        let questions = try Question.all([], nil, in: workspaces)
        let periods = Set(
            workspaces.flatMap { ImprovementPlan.periods(of: $0.evidence) }
        ).sorted()
        guard !periods.isEmpty else { throw none(request) }
        let latest = try Question.latest([], request.workspace.period, in: workspaces)
        var assessed: [(Question, Assessment)] = []
        for question in questions {
            let workspace = question.workspace
            progress.say("Scoring by \(workspace.plan.identity.name)")
            let assessment = try workspace.assessment(request.workspace)
            try workspace.checkSystem(in: assessment)
            assessed.append((question, assessment))
        }
        let now = assessed.first {
            $0.0.workspace.plan.identity.hash == latest.workspace.plan.identity.hash
        }
        var plans: [FollowedPlan] = []
        for period in periods {
            let isLater = latest.latest.map { $0 > period } ?? false
            // What was made from the period itself has nothing to be looked at beside it.
            if request.workspace.period != nil, !isLater, latest.latest != period { continue }
            let then = assessed.first { question, assessment in
                assessment.scoredPeriods.contains { assessment.evidence.periods[$0] == period }
            }
            guard let (question, assessment) = then,
                let since = assessment.evidence.periods.firstIndex(of: period)
            else { throw unscored(period) }
            let later = isLater ? now : nil
            let made = ImprovementPlan.make(
                assessment, since: since,
                now: later.flatMap { question, assessment in
                    latest.periods.last.map { (assessment, $0) }
                }, threads: request.workspace.threads)
            guard let plan = made.plan else {
                let edition = question.workspace.edition
                throw Refusal(
                    .wrongInput,
                    [Complaint(made.log, prefix: edition.prefix, source: edition.source)])
            }
            let body = try request.body.map { (text) throws(Refusal) in
                try Lookup(assessment.evidence.bodies.map(Lookup.Entry.init)).find(text, "body")
            }
            plans.append(
                FollowedPlan(
                    plan: plan,
                    wording: Wording(assessment, language: request.workspace.language), body: body))
        }
        guard !plans.isEmpty else { throw laterOnly(periods, latest) }
        return plans
    }

    // MARK: Refusals

    private static func none(_ request: FollowPlan.Request) -> Refusal {
        Refusal(
            .wrongInput, "plan.none", "there is no plan in the evidence",
            help: "Make one with "
                + request.workspace.command("improve", "BODY", "--out", "plan.csv")
                + ", and name the file in datapackage.json with the role \"plan\"")
    }

    private static func unscored(_ period: Period) -> Refusal {
        Refusal(
            .wrongInput, "plan.period",
            "measures were planned from \(period), which no edition here scores",
            help:
                "Write in the column \"since\" the period whose assessment the plan was made from, "
                + "or name an edition that holds for it with --edition")
    }

    private static func laterOnly(_ periods: [Period], _ latest: Question) -> Refusal {
        Refusal(
            .wrongCommand, "plan.period",
            "there is no plan made from a period before \(latest.latest?.description ?? "")",
            help: "There are plans made from "
                + Words.some(periods.map(\.description)) + "; name a later period, or leave "
                + "--period out")
    }

    // MARK: What is told

    var assessment: Assessment { wording.assessment }

    func id(_ body: Int) -> String { assessment.evidence.bodies[body].id }
    func nodeID(_ node: Int) -> String { assessment.plan.nodes[node].id }

    /// As in `Ministry of Health (health)`.
    func name(_ body: Int) -> String { "\(wording.body(body)) (\(id(body)))" }

    /// As in `Total (total)`.
    func nodeName(_ node: Int) -> String {
        let title = assessment.plan.nodes[node].texts.title.flatMap { wording.text($0) }
        return title.map { "\($0) (\(nodeID(node)))" } ?? nodeID(node)
    }

    func isTold(_ other: Int) -> Bool { body.map { $0 == other } ?? true }

    /// Those of the body that is told of act on a leaf of it.
    var items: [ImprovementPlan.Item] {
        guard body != nil else { return plan.items }
        return plan.items.filter { item in
            item.leaves.contains { isTold(plan.leaves[$0].body) }
        }
    }

    var results: [ImprovementPlan.Result] { plan.results.filter { isTold($0.body) } }
    var leaves: [ImprovementPlan.Leaf] { plan.leaves.filter { isTold($0.body) } }
    var values: [ImprovementPlan.Value] { plan.values.filter { isTold($0.body) } }
    var beside: [ImprovementPlan.Beside] { plan.beside.filter { isTold($0.body) } }

    /// The title of a measure, or its id.
    func title(_ measure: Measure) -> String { wording.text(measure.title) ?? measure.id }

    /// A body's title, or what was written; empty where nobody is named.
    func owner(_ owner: String?) -> String {
        guard let owner else { return "" }
        let body = assessment.evidence.bodies.firstIndex { $0.id == owner }
        return body.map(wording.body) ?? owner
    }
}

internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Methodology
internal import Scoring

/// `apparatus plan`: what was planned, what was expected of it, and what came of it.
package enum FollowPlan {
    /// Which plan, and how the answer is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace; its period is the one that is looked at.
        package var workspace: Workspace.Request
        /// A body's id, title, or the beginning of either; `nil` for all.
        package var body: String?
        /// Where results go, and how they are written.
        package var destination: Destination

        /// Everybody's, as text on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, body: String? = nil,
            to destination: Destination = Destination()
        ) {
            self.workspace = workspace
            self.body = body
            self.destination = destination
        }
    }

    /// Reads the workspace, and looks at the plans in its evidence.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            try answer(request, Workspace.all(request.workspace, progress), terminal, progress)
        }
    }

    private static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        let plans = try FollowedPlan.all(request, workspaces, progress)
        var answer = Answer(workspaces, language: request.workspace.language, terminal)
        let items = plans.reduce(0) { $0 + $1.items.count }
        try answer.results(
            to: request.destination, Words.counted(items, "measure"),
            next: next(request, plans), terminal
        ) { page in
            switch request.destination.format {
            case .table:
                for (number, plan) in plans.enumerated() {
                    if number > 0 { page.line() }
                    PlanPage(followed: plan).write(to: &page)
                }
            case .csv: page.data(PlanData(plans: plans).csv)
            case .json: page.data(PlanData(plans: plans).json)
            }
        }
        return answer
    }

    /// What a reader does next: looks at a score that the plan was to move, or improves further.
    private static func next(_ request: Request, _ plans: [FollowedPlan]) -> [String] {
        guard let last = plans.last,
            let result = last.results.first(where: { $0.now.figure != nil })
        else { return [request.workspace.command("improve", request.body)] }
        return [
            request.workspace.command(
                "explain", last.id(result.body), last.nodeID(result.node))
        ]
    }
}

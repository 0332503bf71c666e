internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// `apparatus improve`: the cheapest set of measures that gets somewhere, or the most for a budget.
package enum Improve {
    /// Where to, and how the answer is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// A body's id, title, or the beginning of either; `nil` for the whole apparatus.
        package var body: String?
        /// A stage, a band or a score; `nil` for the next one, or for the most where there is a
        /// budget.
        package var target: String?
        /// The node whose score is to rise; `nil` for the first that is ranked.
        package var node: String?
        /// The last day on which an effect may come, as in `2027-06-30`; `nil` for any.
        package var by: String?
        /// An amount in the currency of the measures; `nil` for any.
        package var budget: String?
        /// Whether the most is wanted that the budget allows, rather than the whole way.
        package var isMost: Bool
        /// Whether the curve of cost is told in full.
        package var hasFrontier: Bool
        /// Where results go, and how they are written.
        package var destination: Destination

        /// The next stage or band at the least cost, as text on standard output, unless said
        /// otherwise.
        package init(
            _ workspace: Workspace.Request, body: String? = nil, target: String? = nil,
            node: String? = nil, by: String? = nil, budget: String? = nil, isMost: Bool = false,
            hasFrontier: Bool = false, to destination: Destination = Destination()
        ) {
            self.workspace = workspace
            self.body = body
            self.target = target
            self.node = node
            self.by = by
            self.budget = budget
            self.isMost = isMost
            self.hasFrontier = hasFrontier
            self.destination = destination
        }
    }

    /// Reads the workspace by the methodology that has the stage or the band, and finds the path.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            var request = request
            let asked = try Asked(request)
            if request.workspace.edition == nil {
                request.workspace.choice = try TargetedMethodology.choice(request)
            }
            let workspaces = try Workspace.all(request.workspace, progress)
            return try answer(request, asked, workspaces, terminal, progress)
        }
    }

    private static func answer(
        _ request: Request, _ asked: Asked, _ workspaces: [Workspace], _ terminal: Terminal,
        _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        let question = try Question.latest([], request.workspace.period, in: workspaces)
        let found = try FoundPath(question, request, asked, progress)
        var answer = Answer([question.workspace], language: request.workspace.language, terminal)
        let format = request.destination.format
        if format == .csv, found.path == nil {
            // A table without rows would not say why.
            answer.messages.line(found.told(found.words.finding(found.result, found.goal)))
        }
        try answer.results(
            to: request.destination, Words.counted(found.chosen.count, "measure"),
            next: found.next(request), terminal
        ) { page in
            switch format {
            case .table: PathPage(found: found).write(to: &page)
            case .csv: page.data(PathData(found: found).csv)
            case .json: page.data(PathData(found: found).json)
            }
        }
        return answer
    }
}

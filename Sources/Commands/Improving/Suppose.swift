internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Methodology
internal import Pages
internal import Scoring

/// `apparatus what-if`: what becomes of everyone if some values were others.
package enum Suppose {
    /// What is supposed, and how the answer is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// Changes as they were typed, as in `health:files=85`.
        package var changes: [String]
        /// Ids of measures that are taken.
        package var measures: [String]
        /// A figure that is explained as it would be, as in `health:total`; `nil` for none.
        package var explained: String?
        /// Where results go, and how they are written.
        package var destination: Destination

        /// Text on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, changes: [String] = [], measures: [String] = [],
            explained: String? = nil, to destination: Destination = Destination()
        ) {
            self.workspace = workspace
            self.changes = changes
            self.measures = measures
            self.explained = explained
            self.destination = destination
        }
    }

    /// Reads the workspace, assesses it once as it is and once as it would be.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            try answer(request, Workspace.all(request.workspace, progress), terminal, progress)
        }
    }

    private static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        guard !request.changes.isEmpty || !request.measures.isEmpty else { throw nothing }
        let question = try Question.latest([], request.workspace.period, in: workspaces)
        let made = try MadeSupposition(question, request, progress)
        var answer = Answer([question.workspace], language: request.workspace.language, terminal)
        try answer.results(
            to: request.destination,
            Words.counted(made.whatIf.moved.count, "body"), next: made.next(request), terminal
        ) { page in
            switch request.destination.format {
            case .table: SuppositionPage(made: made).write(to: &page)
            case .csv: page.data(SuppositionData(made: made).csv)
            case .json: page.data(SuppositionData(made: made).json)
            }
        }
        return answer
    }

    private static var nothing: Refusal {
        Refusal(
            .wrongCommand, "what-if.nothing", "nothing is supposed",
            help: "Say what becomes another value with --set BODY:ID=VALUE, or which measures are "
                + "taken with --measures ID,ID")
    }
}

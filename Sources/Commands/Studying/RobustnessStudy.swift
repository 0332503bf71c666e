internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages

/// `apparatus robustness`: how much ranks rest on choices that could have been others.
package enum RobustnessStudy {
    /// What is studied, and how it is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// What is drawn, and how often.
        package var options: StudyOptions
        /// Whether it is told how the scores beneath nodes hang together.
        package var hasCoherence: Bool
        /// Ids of nodes; empty for those that the edition looks at.
        package var nodes: [String]
        /// Where results go, and how they are written.
        package var destination: Destination

        /// The edition's alternatives, as a table on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, _ options: StudyOptions = StudyOptions(),
            hasCoherence: Bool = false, nodes: [String] = [],
            to destination: Destination = Destination()
        ) {
            self.workspace = workspace
            self.options = options
            self.hasCoherence = hasCoherence
            self.nodes = nodes
            self.destination = destination
        }

        /// Whether nothing is drawn: CSV is one table.
        var isCoherenceAlone: Bool { hasCoherence && destination.format == .csv }
    }

    /// Reads the workspace, draws and says what came of it.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            try answer(request, Workspace.all(request.workspace, progress), terminal, progress)
        }
    }

    /// Studies a workspace that was read by each of its editions.
    package static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        let question = try Question.latest(
            request.nodes, request.workspace.period, in: workspaces)
        let study = try MadeStudy(question, request, progress)
        var answer = Answer(
            [study.question.workspace], language: request.workspace.language, terminal)
        try answer.results(
            to: request.destination,
            "\(Words.counted(study.bodyCount, "body"))\(study.runsWritten)",
            next: next(request, study), terminal
        ) { write(study, request.destination.format, to: &$0) }
        return answer
    }

    private static func write(_ study: MadeStudy, _ format: Format, to page: inout Page) {
        switch format {
        case .table: StudyTables(study: study).write(to: &page)
        case .csv: page.data(study.csv)
        case .json: page.data(study.json)
        }
    }

    /// What a reader does next: asks what drives the ranks, or reads it all as pages.
    private static func next(_ request: Request, _ study: MadeStudy) -> [String] {
        var words: [String] = []
        if let assumed = request.options.alternatives { words = ["--alternatives", assumed] }
        if case .noAlternatives = study.intervals { words = ["--alternatives", "weights:25%"] }
        if request.options.points == nil, study.mayAskWhy {
            return [request.workspace.command("robustness", words: words + ["--sensitivity"])]
        }
        return [request.workspace.command("assess", words: words + ["--report", "report"])]
    }
}

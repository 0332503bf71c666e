internal import Arithmetic
internal import Diagnosis
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// `apparatus diagnose`: where bodies and the whole apparatus stand on the stages of an edition.
package enum Diagnose {
    /// What is diagnosed, and how it is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// An id, a title, or the beginning of either; `nil` for the apparatus and all bodies.
        package var body: String?
        /// What is drawn, and how often; `nil` where nobody wants to know how sure verdicts are.
        package var options: StudyOptions?
        /// Where results go, and how they are written.
        package var destination: Destination

        /// Everybody by the edition's alternatives, as text on standard output, unless said
        /// otherwise.
        package init(
            _ workspace: Workspace.Request, body: String? = nil,
            options: StudyOptions? = StudyOptions(), to destination: Destination = Destination()
        ) {
            self.workspace = workspace
            self.body = body
            self.options = options
            self.destination = destination
        }
    }

    /// Reads the workspace by the first of its methodologies that has stages, and says what its
    /// verdicts are.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            var request = request
            if request.workspace.edition == nil { request.workspace.choice = .withStages }
            let workspaces = try Workspace.all(request.workspace, progress)
            return try answer(request, workspaces, terminal, progress)
        }
    }

    private static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        let made = try MadeDiagnosis(question(request, workspaces), request, progress)
        var answer = Answer(
            [made.question.workspace], language: request.workspace.language, terminal)
        answer.messages.complaints(made.complaints, hasExcerpts: terminal.isMessages)
        try answer.results(
            to: request.destination, Words.counted(made.told.count, "body"),
            next: next(request, made), terminal
        ) { write(made, request.destination.format, to: &$0) }
        return answer
    }

    /// The edition with stages that holds for the period that is asked for; otherwise for the
    /// latest.
    private static func question(
        _ request: Request, _ workspaces: [Workspace]
    ) throws(Refusal) -> Question {
        let staged = workspaces.filter { $0.plan.stages != nil }
        guard !staged.isEmpty else { throw noStages(workspaces) }
        return try Question.latest([], request.workspace.period, in: staged)
    }

    private static func noStages(_ workspaces: [Workspace]) -> Refusal {
        let names = workspaces.map(\.plan.identity.name).joined(separator: ", ")
        let shipped = Methodologies.withStages
        return Refusal(
            .wrongCommand, "diagnose.no-stages",
            "\(names) \(workspaces.count == 1 ? "has" : "have") no stages, so there is no verdict",
            help: shipped.isEmpty
                ? "Name an edition with stages with --edition; apparatus methodologies lists them"
                : "Name an edition that has some with --edition, as in --edition "
                    + "\(shipped[0]); apparatus methodologies lists them")
    }

    private static func write(_ made: MadeDiagnosis, _ format: Format, to page: inout Page) {
        switch format {
        case .table: DiagnosisText(made: made).write(to: &page)
        case .csv: page.data(made.data.csv)
        case .json: page.data(made.data.json)
        }
    }

    /// What a reader does next: looks at one body, or at the records behind a criterion.
    private static func next(_ request: Request, _ made: MadeDiagnosis) -> [String] {
        let plan = made.wording.assessment.plan
        if let body = made.body {
            // Other commands take the workspace's own methodology.
            var workspace = request.workspace
            workspace.edition = workspace.edition ?? made.question.workspace.word
            let node = body.next?.blocking.first ?? body.cells.first?.first?.node
            return [
                workspace.command(
                    "explain", made.id(body.body), node.map { plan.nodes[$0].id })
            ]
        }
        let first = made.diagnosis.apparatus?.order.first ?? made.diagnosis.bodies.first?.body
        return [request.workspace.command("diagnose", first.map(made.id))]
    }
}

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
        /// The file to write; `nil` for standard output.
        package var file: String?
        /// How results are written; `nil` lets the file's ending decide.
        package var format: Format?

        /// Text on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, changes: [String] = [], measures: [String] = [],
            explained: String? = nil, file: String? = nil, format: Format? = nil
        ) {
            self.workspace = workspace
            self.changes = changes
            self.measures = measures
            self.explained = explained
            self.file = file
            self.format = format
        }

        var chosenFormat: Format { Format.chosen(format, file: file) }
    }

    /// Reads the workspace, assesses it once as it is and once as it would be.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        let progress = Progress(terminal)
        defer { progress.end() }
        do throws(Refusal) {
            let workspaces = try Workspace.all(request.workspace, progress)
            return try answer(request, workspaces, terminal, progress)
        } catch {
            return Answer(error, terminal)
        }
    }

    private static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try OutputFile.check(request.file, as: request.format, request.workspace, workspaces)
        guard !request.changes.isEmpty || !request.measures.isEmpty else { throw nothing }
        let question = try Question.latest([], request.workspace.period, in: workspaces)
        let made = try MadeSupposition(question, request, progress)
        var answer = Answer([question.workspace], language: request.workspace.language, terminal)
        try answer.results(
            as: request.chosenFormat, to: request.file,
            Words.counted(made.whatIf.moved.count, "body"), next: made.next(request), terminal
        ) { page in
            switch request.chosenFormat {
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

internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Scoring

/// `apparatus status`: who has handed in what, and who still owes what.
package enum Status {
    /// What is asked, and how it is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// A body's id, title, or the beginning of either; `nil` for all.
        package var body: String?
        /// How the answer is written.
        package var format: Format

        /// All bodies, for people, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, body: String? = nil, format: Format = .table
        ) {
            self.workspace = workspace
            self.body = body
            self.format = format
        }
    }

    /// Reads the workspace, assesses it and says what is missing.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            try answer(request, Workspace.all(request.workspace, progress), terminal)
        }
    }

    /// Says what is missing in a workspace that was read by each of its editions.
    package static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal
    ) throws(Refusal) -> Answer {
        let body = try request.body.map { (asked) throws(Refusal) in
            try self.body(asked, workspaces)
        }
        let questions = try Question.all(
            [], request.workspace.period,
            in: workspaces.filter { workspace in
                body.map { workspace.evidence.bodies.contains($0) } ?? true
            })
        let isTable = request.format == .table
        let latest = questions.compactMap { $0.latest }.max()
        var lists: [SubmissionList] = []
        for question in questions where !isTable || question.latest == latest {
            let periods = isTable ? question.periods.suffix(1) : question.periods[...]
            lists += try SubmissionList.all(question, periods, request, body)
        }
        var answer = Answer(workspaces, language: request.workspace.language, terminal)
        switch request.format {
        case .table:
            for (position, list) in lists.enumerated() {
                if position > 0 { answer.output.line() }
                SubmissionPage(list: list).write(to: &answer.output)
            }
            answer.next(next(lists, request))
        case .csv:
            var page = Page(Ink(hasColour: false))
            for (position, list) in lists.enumerated() {
                page.data(
                    SubmissionCSV.document(
                        list, hasHeadings: position == 0, threads: request.workspace.threads))
            }
            answer.output.data(terminal.isOutput ? page.shown : page)
        case .json:
            let json = JSON.object([JSON.Member("statuses", .list(lists.map(\.json)))])
            answer.output.data(json.bytes(isIndented: true) + [UInt8(ascii: "\n")])
        }
        return answer
    }

    private static func body(
        _ asked: String, _ workspaces: [Workspace]
    ) throws(Refusal) -> Body {
        var bodies: [Body] = []
        for body in workspaces.flatMap(\.evidence.bodies) where !bodies.contains(body) {
            bodies.append(body)
        }
        return bodies[try Lookup(bodies.map(Lookup.Entry.init)).find(asked, "body")]
    }

    /// What a reader does next: looks at the first body that owes something, or at the scores.
    private static func next(_ lists: [SubmissionList], _ request: Request) -> [String] {
        let owing = lists.lazy.compactMap { list in
            list.pressing.first { !$0.debts.isEmpty }.map { (list, list.body($0)) }
        }.first
        guard let (list, body) = owing else { return [request.workspace.command("assess")] }
        let period = list.assessment.evidence.periods[list.period].description
        guard request.body == nil else {
            return [
                "hand in what is missing, then " + check(request.workspace),
                request.workspace.command("explain", body.id, period: period),
            ]
        }
        return [request.workspace.command("status", "--body", body.id, period: period)]
    }

    /// Of the workspace as a whole: there `check` knows no edition, period or language.
    private static func check(_ workspace: Workspace.Request) -> String {
        Workspace.Request(folder: workspace.folder, rejects: workspace.rejects).command("check")
    }
}

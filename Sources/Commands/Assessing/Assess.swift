internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// `apparatus assess`: every body's scorecard.
package enum Assess {
    /// What is assessed, and how it is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// Ids of nodes; empty for all.
        package var nodes: [String]
        /// Where results go, and how they are written.
        package var destination: Destination
        /// A workspace or a file of results that they are compared with; `nil` for none.
        package var changedFrom: String?
        /// The period there; `nil` for the same, or the latest before.
        package var fromPeriod: String?
        /// How the intervals beside ranks are made; `nil` for none.
        package var study: StudyOptions?

        /// All nodes, as a table on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, nodes: [String] = [],
            to destination: Destination = Destination(), changedFrom: String? = nil,
            fromPeriod: String? = nil, study: StudyOptions? = StudyOptions()
        ) {
            self.workspace = workspace
            self.nodes = nodes
            self.destination = destination
            self.changedFrom = changedFrom
            self.fromPeriod = fromPeriod
            self.study = study
        }
    }

    /// Assesses the workspace, and writes the file where one is named.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            // Rejects are written while the workspace is read.
            if let rejects = request.workspace.rejects {
                try OutputFile.check(
                    rejects, comparedWith: request.changedFrom, option: "--rejects")
            }
            let workspaces = try Workspace.all(request.workspace, progress)
            return try answer(request, workspaces, terminal, progress)
        }
    }

    /// Assesses a workspace that was read by each of its editions.
    package static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        try request.destination.check(request.workspace, workspaces)
        if let file = request.destination.file {
            try OutputFile.check(file, comparedWith: request.changedFrom)
        }
        let questions = try Question.all(
            request.nodes, request.workspace.period, in: workspaces)
        let bodies = Set(workspaces.flatMap { $0.evidence.bodies.map(\.id) }).count
        progress.say("Scoring \(Words.counted(bodies, "body"))")
        var scored: [ScoredEdition] = []
        for question in questions {
            scored.append(try ScoredEdition(question, request))
        }
        var answer = Answer(workspaces, language: request.workspace.language, terminal)
        let earlier = scored.first?.earlier?.complaints ?? []
        answer.messages.complaints(earlier, hasExcerpts: terminal.isMessages)
        var cards = ScoredEditions(editions: scored, workspaces: workspaces, request: request)
        let refused = try cards.study(progress)
        answer.messages.complaints(refused, hasExcerpts: terminal.isMessages)
        let count =
            "\(Words.counted(bodies, "body")), \(Words.counted(cards.resultCount, "result"))"
        try answer.results(to: request.destination, count, next: cards.next, terminal) {
            cards.write(to: &$0)
        }
        return answer
    }
}

extension Answer {
    /// An answer about a workspace, with its warnings, which are the same for all its editions.
    init(_ workspaces: [Workspace], language: String?, _ terminal: Terminal) {
        self.init(terminal)
        messages.complaints(workspaces.first?.complaints ?? [], hasExcerpts: terminal.isMessages)
        // How many there are is told as a warning.
        if workspaces.first?.evidence.rejects?.count == 0 { messages.line("No row was rejected") }
        for workspace in workspaces { messages.note(missingLanguage: language, workspace.plan) }
    }
}

extension Workspace {
    /// Applies the edition to the evidence.
    ///
    /// - Parameters:
    ///   - request: Says on how many threads.
    ///   - nodes: Only these and what they rest on; empty for all.
    /// - Returns: The outcomes.
    /// - Throws: ``Refusal`` when a number cannot be.
    func assessment(_ request: Request, nodes: [Int] = []) throws(Refusal) -> Assessment {
        var options = Assessment.Options()
        options.threads = request.threads
        options.nodes = nodes.isEmpty ? nil : nodes
        options.isByOwner = isByOwner
        options.isWithoutDecisions = isWithoutDecisions
        let (assessment, log) = Assessment.make(plan, evidence, options: options)
        guard let assessment else {
            // What cannot be computed is marked in the rule that asks for it.
            let complaint = Complaint(log, prefix: edition.prefix, source: edition.source)
            throw Refusal(.wrongInput, complaints + [complaint])
        }
        return assessment
    }
}

extension Page {
    /// Says that the edition's texts are not in the language that was asked for.
    fileprivate mutating func note(missingLanguage language: String?, _ plan: Plan) {
        let languages = plan.identity.languages
        guard let language, !languages.contains(language) else { return }
        let known = languages.isEmpty ? "" : "; it has \(languages.joined(separator: ", "))"
        line([
            Span("warning:", .warning),
            Span(
                " \(plan.identity.name) has no texts in \"\(language)\"\(known) — help: "
                    + "where a text is missing, the first one written stands"),
        ])
    }
}

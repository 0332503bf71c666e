internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// How results are written.
package enum Format: String, CaseIterable, Hashable, Sendable {
    case table
    case csv
    case json
}

/// `apparatus assess`: every body's scorecard.
package enum Assess {
    /// What is assessed, and how it is written.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// Ids of nodes; empty for all.
        package var nodes: [String]
        /// The file to write; `nil` for standard output.
        package var file: String?
        /// How results are written; `nil` lets the file's ending decide.
        package var format: Format?

        /// All nodes, as a table on standard output, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, nodes: [String] = [], file: String? = nil,
            format: Format? = nil
        ) {
            self.workspace = workspace
            self.nodes = nodes
            self.file = file
            self.format = format
        }

        /// As asked, as the file's ending says, or a table.
        var chosenFormat: Format {
            if let format { return format }
            if file?.hasSuffix(".csv") ?? false { return .csv }
            return file?.hasSuffix(".json") ?? false ? .json : .table
        }

        /// A table for eyes in a file that calls itself something else would not open there.
        ///
        /// - Throws: ``Refusal`` for an ending that says no format we write.
        func checkEnding() throws(Refusal) {
            guard format == nil, let file else { return }
            let known = [".csv", ".json", ".txt"]
            let name = SplitPath(file).name
            guard name.contains("."), !known.contains(where: name.hasSuffix) else { return }
            throw Refusal(
                .wrongCommand, "output.ending", "the ending of \"\(file)\" names no format",
                help: "Write .csv (which spreadsheets open), .json or .txt, or say --format")
        }
    }

    /// Assesses the workspace, and writes the file where one is named.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        let progress = Progress(terminal)
        defer { progress.end() }
        do throws(Refusal) {
            let workspace = try Workspace.open(request.workspace, progress)
            return try answer(request, workspace, terminal, progress)
        } catch {
            return Answer(error, terminal)
        }
    }

    /// Assesses a workspace that was read.
    package static func answer(
        _ request: Request, _ workspace: Workspace, _ terminal: Terminal, _ progress: Progress
    ) throws(Refusal) -> Answer {
        if let file = request.file {
            try OutputFile.check(file, request.workspace, workspace)
            try request.checkEnding()
        }
        let nodes = try Question.nodes(request.nodes, in: workspace.plan)
        let periods = try Question.periods(request.workspace.period, in: workspace)
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        let assessment = try workspace.assessment(request.workspace, nodes: nodes)
        let wording = Wording(assessment, language: request.workspace.language)
        var answer = Answer(workspace, language: request.workspace.language, terminal)
        let selection = ResultSelection(
            assessment, nodes: nodes.isEmpty ? nil : nodes, periods: periods)
        // A file has no colours.
        var page =
            request.file == nil
            ? Page(answer.output.ink, width: answer.output.width) : Page(Ink(hasColour: false))
        let cards = Scorecards(
            wording: wording, display: Display(assessment), request: request, periods: periods,
            asked: nodes)
        switch request.chosenFormat {
        case .table: cards.write(to: &page)
        case .csv:
            page.data(ResultCSV.bytes(selection, wording, threads: request.workspace.threads))
        case .json:
            page.data(ResultJSON.bytes(selection, wording, threads: request.workspace.threads))
        }
        guard let file = request.file else {
            let isShown = request.chosenFormat == .csv && terminal.isOutput
            answer.output.data(isShown ? page.shown : page.bytes)
            if request.chosenFormat == .table { answer.next(cards.next) }
            return answer
        }
        try OutputFile.write(page.bytes, to: file)
        let bodies = workspace.evidence.bodies.count
        answer.output.line("Wrote \(file): \(contents(selection, bodies, request.chosenFormat))")
        answer.next(cards.next)
        return answer
    }

    /// As in `3 bodies, 18 results, as CSV`.
    private static func contents(
        _ selection: ResultSelection, _ bodies: Int, _ format: Format
    ) -> String {
        let count = selection.nodes.count * selection.periods.count * bodies
        let name = format == .table ? "a table" : format.rawValue.uppercased()
        return "\(Words.counted(bodies, "body")), \(Words.counted(count, "result")), as \(name)"
    }
}

extension Answer {
    /// An answer about a workspace, with its warnings.
    init(_ workspace: Workspace, language: String?, _ terminal: Terminal) {
        self.init(terminal)
        messages.complaints(workspace.complaints, hasExcerpts: terminal.isMessages)
        messages.note(missingLanguage: language, workspace.plan)
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

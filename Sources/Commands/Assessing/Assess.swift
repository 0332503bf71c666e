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
        do throws(Refusal) {
            let workspace = try Workspace.open(request.workspace, progress)
            let answer = try answer(request, workspace, terminal, progress)
            progress.end()
            return answer
        } catch {
            progress.end()
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
        var periods = try Question.scoredPeriods(workspace)
        if let period = request.workspace.period {
            periods = [try Question.period(period, in: workspace)]
        }
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        let assessment = try workspace.assessment(request.workspace, nodes: nodes)
        let wording = Wording(assessment, language: request.workspace.language)
        var answer = Answer(terminal)
        answer.messages.complaints(workspace.complaints, hasExcerpts: terminal.isMessages)
        answer.messages.note(missingLanguage: request.workspace.language, workspace.plan)
        let selection = ResultSelection(
            assessment, nodes: nodes.isEmpty ? nil : nodes, periods: periods)
        // A file has no colours.
        var page =
            request.file == nil
            ? Page(Ink(answer), width: answer.output.width) : Page(Ink(hasColour: false))
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
        let format =
            request.chosenFormat == .table ? "a table" : request.chosenFormat.rawValue.uppercased()
        let count = selection.nodes.count * periods.count * workspace.evidence.bodies.count
        answer.output.line(
            "Wrote \(file): \(Words.counted(workspace.evidence.bodies.count, "body")), "
                + "\(Words.counted(count, "result")), as \(format)")
        answer.next(cards.next)
        return answer
    }
}

extension Ink {
    /// That of the answer's output.
    fileprivate init(_ answer: Answer) { self = answer.output.ink }
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
    mutating func note(missingLanguage language: String?, _ plan: Plan) {
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

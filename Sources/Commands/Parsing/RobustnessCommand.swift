internal import ArgumentParser

/// Parses `apparatus robustness`.
struct RobustnessCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "robustness",
        abstract: "Says between which ranks each body lies if choices had been made otherwise.",
        discussion: """
            Every body is scored and ranked many times, each time with other choices that the \
            edition names under alternatives, or that --alternatives assumes. The official result \
            stays as it is. The latest period is studied unless --period says otherwise. CSV holds \
            a row for each body and node, or the indices of --sensitivity, or the correlations of \
            --coherence; JSON holds everything.

            Examples:
              apparatus robustness examples/ca-service-maf --edition ca-service-maf-mean
              apparatus robustness examples/teaching --period 2024 --sensitivity
              apparatus robustness examples/incise --runs 10000 --seed 7 --out intervals.csv
              apparatus robustness my-workspace --alternatives 'weights:25%; leave-one-out'
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @OptionGroup var assuming: AssumingOptions

    @OptionGroup var drawing: DrawingOptions

    @Flag(help: "Say also which choice moves the ranks most; takes many more runs.")
    var sensitivity = false

    @Flag(help: "Say also how the scores beneath each node hang together, with warnings.")
    var coherence = false

    @Option(
        help: ArgumentHelp(
            "Only these nodes, with commas between them; otherwise those the edition names.",
            valueName: "id,…"))
    var nodes: String?

    @OptionGroup var results: ResultOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        _ = try options
        if sensitivity, coherence, results.destination.format == .csv {
            throw ValidationError(
                "CSV is one table: --sensitivity and --coherence each make one of their own; ask for "
                    + "one of them, or write JSON.")
        }
        if let nodes, !nodes.contains(where: { $0 != "," }) {
            throw ValidationError("--nodes names no node; write ids with commas between them.")
        }
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    /// For the use case.
    private var options: StudyOptions {
        get throws {
            var options = try drawing.options(assuming)
            if sensitivity { options.points = try points(options.runs) }
            return options
        }
    }

    /// A design has as many points as there are runs.
    private func points(_ runs: Int) throws -> Int {
        guard (StudyOptions.leastRuns...StudyOptions.mostPoints).contains(runs) else {
            throw ValidationError(
                "--sensitivity takes --runs from \(StudyOptions.leastRuns) to "
                    + "\(StudyOptions.mostPoints), and \(runs) is not among them: each point of its design takes several runs."
            )
        }
        return runs
    }

    func answer(_ terminal: Terminal) -> Answer {
        // They were read before, or the command would not be answered.
        let options = (try? options) ?? StudyOptions()
        return RobustnessStudy.answer(
            RobustnessStudy.Request(
                workspace.request(threads: threads), options, hasCoherence: coherence,
                nodes: nodes?.split(separator: ",").map(String.init) ?? [],
                to: results.destination),
            terminal)
    }
}

/// What an analyst assumes.
struct AssumingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Assume what could have been said instead, as in 'weights:25%; leave-one-out'; "
                + "what comes out is not official.",
            valueName: "text"))
    var alternatives: String?
}

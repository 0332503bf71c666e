internal import ArgumentParser

/// Parses `apparatus diagnose`.
struct DiagnoseCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Says where bodies and the whole apparatus stand on the stages of an edition.",
        discussion: """
            The verdict comes first, then how sure it is, what is lacking to the next stage and which \
            criteria hold it back. Of a workspace with several methodologies the first that has \
            stages is taken, unless --edition says otherwise; the latest period, unless --period \
            does. How sure a verdict is comes from runs in which everything is drawn that the \
            edition names under alternatives, or that --alternatives assumes. CSV holds a row for \
            each body and stage; JSON holds everything.

            Examples:
              apparatus diagnose examples/state
              apparatus diagnose examples/state labour --period 2025
              apparatus diagnose examples/state --runs 10000 --seed 7 --out verdicts.csv
              apparatus diagnose my-workspace --alternatives 'weights:25%; pass-marks:10%'
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "One body only: an id, a title, or the beginning of either.")
    var body: String?

    @OptionGroup var assuming: AssumingOptions

    @OptionGroup var drawing: DrawingOptions

    @Flag(help: "Draw nothing: verdicts alone, and not how sure they are.")
    var noRobustness = false

    @OptionGroup var results: ResultOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        _ = try drawing.options(assuming)
        if noRobustness, assuming.alternatives != nil || drawing.isAsked {
            throw ValidationError(
                "--no-robustness draws nothing, and --alternatives, --runs and --seed say how; leave "
                    + "one of them out.")
        }
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        // They were read before, or the command would not be answered.
        let options = (try? drawing.options(assuming)) ?? StudyOptions()
        return Diagnose.answer(
            Diagnose.Request(
                workspace.request(threads: threads), body: body,
                options: noRobustness ? nil : options, to: results.destination),
            terminal)
    }
}

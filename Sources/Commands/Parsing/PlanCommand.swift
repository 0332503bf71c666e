internal import ArgumentParser

/// Parses `apparatus plan`.
struct PlanCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Says what planned measures were to bring, and what came of them.",
        discussion: """
            Plans stand in the evidence, in a table with the role "plan"; apparatus improve writes \
            one with --out plan.csv. Expected is what the measures come to on the assessment that the \
            plan was made from; gained is what scores are more in the latest period, or that of \
            --period. CSV holds a row for each measure; JSON holds everything.

            Examples:
              apparatus plan examples/state
              apparatus plan examples/state labour
              apparatus plan my-workspace --period 2027 --format json
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "One body only: an id, a title, or the beginning of either.")
    var body: String?

    @OptionGroup var results: ResultOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        FollowPlan.answer(
            FollowPlan.Request(
                workspace.request(threads: threads), body: body, to: results.destination), terminal)
    }
}

internal import ArgumentParser

/// Parses `apparatus improve`.
struct ImproveCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "improve",
        abstract:
            "Finds the cheapest measures to a band, a stage or a score, or the most for a budget.",
        discussion: """
            Without a body the whole apparatus is to attain a stage. Without --to it is the next stage \
            or band; with --budget and without --to, or with --most, it is the most that the budget \
            allows. The answer says whether it is proven optimal, what each measure changes, what \
            would be next, how much a measure may change, and the curve of cost against result. CSV \
            holds the plan, which a workspace takes back with the role "plan"; JSON holds everything.

            Examples:
              apparatus improve examples/state labour --to strategic
              apparatus improve examples/state --to strategic --by 2027-12-31
              apparatus improve examples/state labour --budget 500000 --frontier
              apparatus improve my-workspace health --to good --out plan.csv
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "One body: an id, a title, or the beginning of either.")
    var body: String?

    @Option(
        name: .customLong("to"), parsing: .unconditional,
        help: ArgumentHelp(
            "Where to: a stage, a band or a score; the next one unless said.",
            valueName: "stage|band|score"))
    var target: String?

    @Option(
        help: ArgumentHelp(
            "Whose score is to rise; the first that is ranked unless said.", valueName: "id"))
    var node: String?

    @Option(
        help: ArgumentHelp("The last day on which an effect may come.", valueName: "YYYY-MM-DD"))
    var by: String?

    // "-1" is no other option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The most that may be spent.", valueName: "amount"))
    var budget: String?

    @Flag(help: "With --to and --budget: as far as the budget goes, rather than the whole way.")
    var most = false

    @Flag(help: "Tell the whole curve of cost against result.")
    var frontier = false

    @OptionGroup var results: ResultOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        if most, budget == nil {
            throw ValidationError("--most asks for the most that --budget allows; name an amount.")
        }
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        Improve.answer(
            Improve.Request(
                workspace.request(threads: threads), body: body, target: target, node: node, by: by,
                budget: budget, isMost: most, hasFrontier: frontier, to: results.destination),
            terminal)
    }
}

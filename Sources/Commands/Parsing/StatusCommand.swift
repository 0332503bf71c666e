internal import ArgumentParser

/// Parses `apparatus status`.
struct StatusCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says who still owes what, which scores wait for it, and what it is worth.",
        discussion: """
            The table shows one period, the latest unless --period says otherwise, with the most \
            pressing bodies first and a list to send to each; CSV and JSON hold every input and \
            table of every body and period.

            Examples:
              apparatus status examples/teaching
              apparatus status examples/teaching --period 2024 --body lighthouses
              apparatus status examples/teaching --format csv
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(
        help: ArgumentHelp(
            "Only this body: its id or title, or a beginning of either.", valueName: "body"))
    var body: String?

    @Option(help: "How the answer is written.")
    var format = Format.table

    func answer(_ terminal: Terminal) -> Answer {
        Status.answer(
            Status.Request(workspace.request(), body: body, format: format), terminal)
    }
}

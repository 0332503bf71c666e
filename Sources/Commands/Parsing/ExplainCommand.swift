internal import ArgumentParser

/// Parses `apparatus explain`.
struct ExplainCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says how one figure came about: rule, inputs, rounding, weight, points lost.",
        discussion: """
            Bodies and nodes are named by their id, by their title in any language, or by a \
            beginning of either that only one has. Without a node the total is explained; \
            without a period the latest.

            Examples:
              apparatus explain examples/teaching rivers
              apparatus explain examples/teaching lighthouses turnover --period 2024
              apparatus explain examples/ca-service-maf "canada border" maf1
              apparatus explain examples/ca-service-maf 26 --format json
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The body: its id or title, or a beginning of either.")
    var body: String

    @Argument(help: "The node, likewise; the total when it is left out.")
    var node: String?

    @Option(help: "How the answer is written.")
    var format = ExplainFormat.table

    /// For people or for programs.
    enum ExplainFormat: String, CaseIterable, ExpressibleByArgument {
        case table
        case json
    }

    func answer(_ terminal: Terminal) -> Answer {
        Explain.answer(
            Explain.Request(
                workspace.request(), body: body, node: node, isJSON: format == .json),
            terminal)
    }
}

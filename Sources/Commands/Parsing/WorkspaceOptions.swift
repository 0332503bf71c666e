internal import ArgumentParser
internal import Evidence

/// What every command over a workspace may be told.
struct WorkspaceOptions: ParsableArguments {
    @Argument(help: "A folder with \(DataPackage.file) in it.", completion: .directory)
    var workspace: String

    @Option(
        help: ArgumentHelp(
            "Another edition than the workspace names: a shipped one, a folder or a .yaml file.",
            valueName: "methodology/edition"))
    var edition: String?

    @Option(help: ArgumentHelp("The period, as in 2023-24.", valueName: "period"))
    var period: String?

    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            "The language of titles, as in en; labels and reasons are English.",
            valueName: "language"))
    var language: String?

    @Flag(help: "Leave the decisions out; nothing is official then.")
    var withoutDecisions = false

    @OptionGroup var rejecting: RejectingOptions

    /// For the use case.
    func request(threads: Int? = nil) -> Workspace.Request {
        var request = Workspace.Request(
            folder: workspace, edition: edition, period: period, language: language,
            threads: threads, rejects: rejecting.file)
        request.isWithoutDecisions = withoutDecisions
        return request
    }
}

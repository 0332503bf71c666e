internal import ArgumentParser

/// Parses `apparatus new`.
struct NewCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a workspace: tables with their headings and a short guide.",
        discussion: """
            The folder is made; one that is there must be empty.

            Examples:
              apparatus new my-workspace --methodology teaching/2025
              apparatus new services --methodology ca-service-maf
            """)

    @Argument(help: "The new folder.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "One that apparatus methodologies lists.", valueName: "methodology/edition"))
    var methodology: String

    func answer(_ terminal: Terminal) -> Answer {
        NewWorkspace.answer(folder: folder, methodology: methodology, terminal)
    }
}

internal import ArgumentParser

/// Parses `apparatus new`.
struct NewCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a workspace: tables with their headings and a short guide.",
        discussion: """
            The folder is made; one that is there must be empty. The edition is one that \
            apparatus methodologies lists, or a folder or .yaml file of yours, which is copied \
            into the workspace.

            Examples:
              apparatus new my-workspace --methodology teaching/2025
              apparatus new services --methodology ca-service-maf
              apparatus new my-workspace --methodology my-rules
            """)

    @Argument(help: "The new folder.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "A shipped edition, a folder or a .yaml file.", valueName: "methodology/edition"),
        completion: .file())
    var methodology: String

    func answer(_ terminal: Terminal) -> Answer {
        NewWorkspace.answer(folder: folder, methodology: methodology, terminal)
    }
}

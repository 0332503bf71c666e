internal import ArgumentParser

/// Parses `apparatus verify`.
struct VerifyCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Makes a report again and compares every byte.",
        discussion: """
            Reads the manifest.json of the folder, compares every file with it, then reads edition \
            and evidence where they lay and makes every byte again in memory. Writes nothing, asks \
            no other machine. Ends with 65 when anything differs.

            Examples:
              apparatus verify report
              apparatus verify downloads/report --workspace examples/teaching
            """)

    @Argument(help: "The folder that --report wrote.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Where the workspace lies now; otherwise where it lay.", valueName: "workspace"),
        completion: .directory)
    var workspace: String?

    @Option(
        help: ArgumentHelp(
            "Where the edition lies now, if --edition named one; otherwise where it lay.",
            valueName: "edition"),
        completion: .file())
    var edition: String?

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        Verify.answer(
            Verify.Request(
                folder: folder, workspace: workspace, edition: edition, threads: threads), terminal)
    }
}

internal import ArgumentParser

/// Parses `apparatus findings`.
struct FindingsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Lists the records that fail the edition's checks, with file and row.",
        discussion: """
            A finding is no error: the record is scored all the same. Plans that ask for little \
            and decisions that changed nothing follow. Ends with 1 only with --fail.

            Examples:
              apparatus findings examples/teaching
              apparatus findings examples/ca-service-maf --period 2023-24 --fail
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Flag(help: "End with 1 when there are findings, or decisions that changed nothing.")
    var fail = false

    func answer(_ terminal: Terminal) -> Answer {
        Findings.answer(workspace.request(), isFailing: fail, terminal)
    }
}

internal import ArgumentParser

/// Parses `apparatus test`.
struct TestCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the test cases that stand beside the rules of an edition.",
        discussion: """
            Ends with 1 when a case fails.

            Examples:
              apparatus test teaching/2025
              apparatus test methodologies/ca-service-maf/2023-24
            """)

    @Argument(help: "A folder, a .yaml file, or METHODOLOGY/EDITION.", completion: .directory)
    var edition: String

    func answer(_ terminal: Terminal) -> Answer {
        TestEdition.answer(edition, terminal)
    }
}

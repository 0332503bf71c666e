internal import ArgumentParser

/// Parses `apparatus methodologies`.
struct MethodologiesCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "methodologies",
        abstract: "Lists the methodologies that come with the program.",
        discussion: """
            Examples:
              apparatus methodologies
              apparatus methodologies --lang fr
            """)

    @Option(name: .customLong("lang"), help: "The language of titles, as in en.")
    var language: String?

    func answer(_ terminal: Terminal) -> Answer {
        Methodologies.answer(language: language, terminal)
    }
}

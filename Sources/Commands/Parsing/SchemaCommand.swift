internal import ArgumentParser
internal import Methodology

/// Parses `apparatus schema`.
struct SchemaCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Writes the language as a JSON Schema, for editors.",
        discussion: """
            An editor that knows the schema completes keys and words, shows what they mean, and \
            marks what the language does not have. What rules mean together only apparatus \
            check tells.

            Examples:
              apparatus schema > edition.schema.json
              apparatus schema sources > sources.schema.json
            """)

    @Argument(help: "What kind of file it is for.")
    var document = Language.Document.edition

    func answer(_ terminal: Terminal) -> Answer {
        Schema.answer(document, terminal)
    }
}

extension Language.Document: ExpressibleByArgument {}

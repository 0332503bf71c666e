internal import ArgumentParser
internal import Domain

/// Parses `apparatus sources`.
struct SourcesCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Lists the acts and clauses of an edition, and which rules cite them.",
        discussion: """
            With --as-of it also says which sources nobody compared with the rules for a year \
            before that day. Ends with 1 only with --fail.

            Examples:
              apparatus sources teaching/2025
              apparatus sources methodologies/teaching/2025 --as-of 2026-11-26 --fail
              apparatus sources ca-service-maf/2023-24 --format csv
            """)

    @Argument(
        help: "A folder, a .yaml file, or METHODOLOGY/EDITION.", completion: .file())
    var edition: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Says which sources were not checked for a year before this day.", valueName: "day"))
    var day: String?

    @Flag(help: "End with 1 when a source is not cited, or was not checked for a year.")
    var fail = false

    @Option(name: .customLong("lang"), help: "The language of titles, as in en.")
    var language: String?

    @Option(help: "How the answer is written.")
    var format = Sources.Format.text

    func validate() throws {
        guard let day, Day(day) == nil else { return }
        throw ValidationError("--as-of needs a day as in 2026-11-26, and \"\(day)\" is none.")
    }

    func answer(_ terminal: Terminal) -> Answer {
        Sources.answer(
            Sources.Request(
                edition, day: day.flatMap { Day($0) }, isFailing: fail, language: language,
                format: format),
            terminal)
    }
}

extension Sources.Format: ExpressibleByArgument {}

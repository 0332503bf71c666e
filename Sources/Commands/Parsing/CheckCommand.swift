internal import ArgumentParser

/// Parses `apparatus check`.
struct CheckCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Says everything that is wrong with an edition or a workspace, and how to mend it.",
        discussion: """
            The edition is a folder with edition.yaml, one .yaml file, or one that comes with the \
            program. A workspace is checked together with its edition.

            Examples:
              apparatus check ca-service-maf/2023-24
              apparatus check methodologies/teaching/2025 --strict
              apparatus check rules.yaml --format json
              apparatus check examples/teaching
            """)

    /// The ways in which the answer is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Argument(
        help: ArgumentHelp(
            "A workspace, or an edition: a folder, a .yaml file, or METHODOLOGY/EDITION.",
            valueName: "workspace or edition"),
        completion: .file())
    var edition: String

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @OptionGroup var rejecting: RejectingOptions

    @Option(help: "How the answer is written.")
    var format = Format.text

    func answer(_ terminal: Terminal) -> Answer {
        Check.answer(
            Check.Request(
                edition, isStrict: strict, isJSON: format == .json, rejects: rejecting.file),
            terminal)
    }
}

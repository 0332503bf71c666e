internal import ArgumentParser
internal import Evidence

/// Parses `apparatus inspect`.
struct InspectCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Says how files of others seem to be written, and proposes a descriptor.",
        discussion: """
            Of each file the first \(Inspector.mostBytes >> 20) MiB and \(Inspector.mostRows) rows \
            are looked at. Encoding, separator, headings, types, the writing of numbers and days, \
            words for blanks and keys are proposed, with a methodology also which column is what. \
            Whatever is not sure is said. Nothing is changed.

            Examples:
              apparatus inspect ministry.csv
              apparatus inspect ministry.csv --methodology teaching/2025
              apparatus inspect *.csv --methodology teaching/2025 --out datapackage.json
            """)

    /// The ways in which the answer is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Argument(
        help: ArgumentHelp("Tables as CSV or other separated text.", valueName: "file"),
        completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The edition that they are for: a folder, a .yaml file, or METHODOLOGY/EDITION.",
            valueName: "edition"))
    var methodology: String?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(
            "Write the descriptor to a file that is not there yet.", valueName: "file"),
        completion: .file())
    var file: String?

    @Option(help: "How the answer is written; json is the descriptor alone.")
    var format = Format.text

    func validate() throws {
        if files.count > 100 { throw ValidationError("Name at most 100 files.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        Inspect.answer(
            Inspect.Request(
                files, methodology: methodology, file: file, isJSON: format == .json), terminal)
    }
}

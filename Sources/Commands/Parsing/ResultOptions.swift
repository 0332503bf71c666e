internal import ArgumentParser

/// Where results go, and how they are written.
struct ResultOptions: ParsableArguments {
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(
            "Write a file; its ending .csv, .json or .txt (a table) decides the format.",
            valueName: "file"),
        completion: .file())
    var file: String?

    @Option(help: "How results are written.")
    var format: Format?

    var destination: Destination { Destination(file: file, format: format) }
}

internal import ArgumentParser

/// Whether rows with errors are refused or left out.
struct RejectingOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Leave out rows with errors and write them to a file; results are then not official."))
    var lenient = false

    @Option(
        help: ArgumentHelp(
            "The file for the rows that --lenient leaves out; \(RejectsFile.standard) otherwise.",
            valueName: "file"),
        completion: .file())
    var rejects: String?

    func validate() throws {
        guard rejects == nil || lenient else {
            throw ValidationError("--rejects names a file for --lenient; say both.")
        }
    }

    /// Where rows with errors are written; `nil` where errors are refused.
    var file: String? { lenient ? rejects ?? RejectsFile.standard : nil }
}

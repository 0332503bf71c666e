/// Where results go, and how they are written.
package struct Destination: Hashable, Sendable {
    /// The file to write; `nil` for standard output.
    package var file: String?
    /// How results are to be written; `nil` lets the file's ending decide.
    private let asked: Format?

    /// A table on standard output, unless said otherwise.
    package init(file: String? = nil, format: Format? = nil) {
        self.file = file
        asked = format
    }

    /// As asked, as the file's ending says, or a table.
    var format: Format {
        if let asked { return asked }
        if file?.hasSuffix(".csv") ?? false { return .csv }
        return file?.hasSuffix(".json") ?? false ? .json : .table
    }

    /// Refuses a file that results cannot be written into: one they rest on, and one whose ending
    /// says no format.
    func check(_ request: Workspace.Request, _ workspaces: [Workspace]) throws(Refusal) {
        guard let file else { return }
        for workspace in workspaces { try OutputFile.check(file, request, workspace) }
        // A table for eyes in a file that calls itself something else would not open there.
        let known = [".csv", ".json", ".txt"]
        let name = SplitPath(file).name
        guard asked == nil, name.contains("."), !known.contains(where: name.hasSuffix) else {
            return
        }
        throw Refusal(
            .wrongCommand, "output.ending", "the ending of \"\(file)\" names no format",
            help: "Write .csv (which spreadsheets open), .json or .txt, or say --format")
    }
}

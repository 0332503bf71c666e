extension TextEncoding {
    /// A row that is no text in this encoding.
    func problem(row: Int) -> FileProblem {
        switch self {
        case .utf8:
            FileProblem(
                "csv.encoding", row: row, "the row is not UTF-8 text",
                help: "Save the file as \"CSV UTF-8\", or declare its encoding in "
                    + "datapackage.json, beside the path, as in \"encoding\": \"windows-1251\"")
        case .utf16:
            FileProblem(
                "csv.encoding", row: row, "the row has half a letter of UTF-16",
                help: "The file may be cut short; get it anew")
        case .windows1251, .windows1252:
            FileProblem(
                "csv.encoding", row: row,
                "the row has a byte that stands for no letter in \(rawValue)",
                help: "Correct \"encoding\" in datapackage.json")
        }
    }
}

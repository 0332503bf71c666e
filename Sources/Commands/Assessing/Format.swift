/// How results are written.
package enum Format: String, CaseIterable, Hashable, Sendable {
    case table
    case csv
    case json

    /// As asked, as the file's ending says, or a table.
    static func chosen(_ asked: Format?, file: String?) -> Format {
        if let asked { return asked }
        if file?.hasSuffix(".csv") ?? false { return .csv }
        return file?.hasSuffix(".json") ?? false ? .json : .table
    }

    /// A table for eyes in a file that calls itself something else would not open there.
    ///
    /// - Throws: ``Refusal`` for an ending that says no format we write.
    static func check(_ asked: Format?, file: String) throws(Refusal) {
        guard asked == nil else { return }
        let known = [".csv", ".json", ".txt"]
        let name = SplitPath(file).name
        guard name.contains("."), !known.contains(where: name.hasSuffix) else { return }
        throw Refusal(
            .wrongCommand, "output.ending", "the ending of \"\(file)\" names no format",
            help: "Write .csv (which spreadsheets open), .json or .txt, or say --format")
    }

    /// As in `as CSV`.
    var name: String { self == .table ? "a table" : rawValue.uppercased() }
}

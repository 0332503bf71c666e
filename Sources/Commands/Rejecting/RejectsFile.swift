internal import Diagnostics
internal import Evidence
internal import Explanation
internal import Files

/// The file with the rows that were left out because something is wrong with them.
struct RejectsFile {
    /// Where it is written when nobody says otherwise.
    static let standard = "rejects.csv"
    /// Its headings, in their order.
    static let columns = ["file", "row", "field", "code", "reason", "help", "text"]

    /// As it was typed.
    let path: String

    /// The words of a command that ask for it.
    static func words(_ path: String) -> [String] {
        path == standard ? ["--lenient"] : ["--lenient", "--rejects", SplitPath.word(path)]
    }

    /// Refuses a file that the results rest on.
    func check(
        _ request: Workspace.Request, _ descriptor: DataPackage, _ editions: [EditionLocation]
    ) throws(Refusal) {
        guard let own = FileIdentity(path) else { return }
        let prefix = SplitPath.prefix(request.folder)
        let used =
            ([DataPackage.file] + descriptor.resources.map(\.path)).map { prefix + $0 }
            + editions.flatMap(\.paths)
        for used in used where FileIdentity(used) == own {
            throw Refusal(
                .wrongCommand, "output.input", "the results rest on \"\(used)\"",
                help: "Name another file with --rejects; nothing was written")
        }
    }

    /// Writes it whole or not at all, also when there is nothing but headings.
    ///
    /// - Throws: ``Refusal`` when its folder is not there or the system does not let us.
    func write(_ rejects: Rejects) throws(Refusal) {
        var page = Page(Ink(hasColour: false))
        page.data(
            PiecedBytes(
                head: Array((Self.columns.joined(separator: ",") + "\n").utf8),
                count: rejects.rows.count, chunk: 256, threads: nil, tail: []
            ) { range in
                range.flatMap { Self.line(rejects.rows[$0]) }
            })
        try OutputFile.write(page, to: path, option: "--rejects")
    }

    private static func line(_ row: Rejects.Row) -> [UInt8] {
        let cells = [
            row.file, String(row.row), row.field ?? "", row.code, row.reason, row.help, row.text,
        ]
        return Array((cells.map(ResultCSV.quoted).joined(separator: ",") + "\n").utf8)
    }

    /// How many rows of which files, as a warning; `nil` when nothing was left out.
    func warning(_ rejects: Rejects) -> Diagnostic? {
        guard rejects.count > 0 else { return nil }
        let files = rejects.counts.sorted { $0.key < $1.key }
        let verb = rejects.count == 1 ? "was" : "were"
        let held =
            rejects.rows.count < rejects.count
            ? "\(path), which holds the first \(rejects.rows.count)" : path
        return Diagnostic(
            .warning, "evidence.rejected", at: nil,
            "\(Words.counted(rejects.count, "row")) of \(Words.counted(files.count, "file")) \(verb) "
                + "rejected (\(Words.some(files.map { "\($0.value) of \($0.key)" }))); "
                + "see \(held)",
            help: "Mend them at their source; what is computed without them is not official")
    }
}

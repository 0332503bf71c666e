/// What a report was asked for with, so that it can be made again.
package enum ReportTask: Hashable, Sendable {
    /// The results of a workspace.
    case assess(Workspace.Request, ReportOptions)
    /// What differs between two editions.
    case compare(Compare.Request)

    /// The command that makes the same.
    var command: String {
        switch self {
        case .assess(let request, let options):
            request.command("assess", words: options.words)
        case .compare(let request): request.command
        }
    }
}

extension Compare.Request {
    /// The command that writes it as a report.
    fileprivate var command: String {
        var words: [String?] = ["apparatus", "compare"] + [old, new].map(SplitPath.word)
        if let evidence { words += ["--evidence", SplitPath.word(evidence)] }
        if let period { words += ["--period", period] }
        if let language { words += ["--lang", language] }
        return commandLine(words + ["--report", "report"])
    }
}

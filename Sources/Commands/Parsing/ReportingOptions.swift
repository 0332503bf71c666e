internal import ArgumentParser
internal import Domain

/// What a report is told, beside the folder it is written to.
struct ReportingOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report into a folder: pages for a browser, with their data beside them.",
            valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Option(
        help: ArgumentHelp(
            "In the report only the N bodies with the best ranks have pages.", valueName: "N"))
    var top: Int?

    @Option(
        name: .customLong("body"),
        help: ArgumentHelp(
            "In the report only these bodies have pages, with commas between their ids.",
            valueName: "id,…"))
    var bodies: String?

    @Flag(
        help: ArgumentHelp(
            "Mark the papers of the report as final, not as drafts for comment; needs --issued."))
    var final = false

    @Option(
        help: ArgumentHelp("The day that the papers of the report bear.", valueName: "day"))
    var issued: String?

    @Flag(help: "Write no papers into the report, only pages.")
    var withoutConclusions = false

    @Flag(help: "Leave out of the report what the next stage or band of each body takes.")
    var noImprovement = false

    func validate() throws {
        let isAsked =
            top != nil || bodies != nil || final || issued != nil || withoutConclusions
            || noImprovement
        if isAsked, folder == nil {
            throw ValidationError(
                "--top, --body, --final, --issued, --without-conclusions and --no-improvement are "
                    + "about a report; name its folder with --report.")
        }
        if final, issued == nil {
            throw ValidationError(
                "--final needs --issued: a final paper bears the day from which objections run, "
                    + "as in --issued 2026-11-26.")
        }
        if let top, top < 1 { throw ValidationError("--top is 1 or more.") }
        if let bodies, !bodies.contains(where: { $0 != "," }) {
            throw ValidationError("--body names no body; write ids with commas between them.")
        }
        if let issued, Day(issued) == nil {
            throw ValidationError(
                "--issued needs a day as in 2026-11-26, and \"\(issued)\" is none.")
        }
    }

    /// For the use case.
    var options: ReportOptions {
        ReportOptions(
            top: top, bodies: bodies?.split(separator: ",").map(String.init) ?? [],
            isFinal: final, issued: issued.flatMap { Day($0) },
            isWithoutConclusions: withoutConclusions, isWithoutImprovement: noImprovement)
    }
}

internal import ArgumentParser

extension Compare.Format: ExpressibleByArgument {}

/// Parses `apparatus compare`.
struct CompareCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Says what differs between two editions, and on what each rule rests.",
        discussion: """
            Editions are compared by meaning: layout, comments, quotes and the spelling of \
            numbers do not count. With --evidence it is said besides who would move, and what \
            each change moves alone; both editions are applied whatever days they hold for. CSV \
            then lists the bodies that move instead of the changes.

            Examples:
              apparatus compare teaching/2025 teaching/2026
              apparatus compare teaching/2025 teaching/2026 --evidence examples/teaching
              apparatus compare methodologies/teaching/2025 my-rules --format json
              apparatus compare teaching/2025 teaching/2026 --report difference
            """)

    @Argument(
        help: ArgumentHelp(
            "The edition to compare from: a folder, a .yaml file, or METHODOLOGY/EDITION.",
            valueName: "old edition"),
        completion: .file())
    var old: String

    @Argument(
        help: ArgumentHelp("The edition to compare to, likewise.", valueName: "new edition"),
        completion: .file())
    var new: String

    @Option(
        help: ArgumentHelp(
            "A workspace in whose evidence the change is shown.", valueName: "workspace"),
        completion: .directory)
    var evidence: String?

    @Option(
        help: ArgumentHelp(
            "The period that is shown, the latest otherwise; CSV, JSON and reports hold all.",
            valueName: "period"))
    var period: String?

    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("The language of titles, as in en.", valueName: "language"))
    var language: String?

    @Option(help: "How the answer is written.")
    var format = Compare.Format.text

    @Option(
        help: ArgumentHelp(
            "Write a report into a folder: a page for a browser, with its data beside it.",
            valueName: "folder"),
        completion: .directory)
    var report: String?

    func validate() throws {
        if report != nil, format != .text {
            throw ValidationError("--report writes pages and data; leave out --format.")
        }
        guard period == nil || evidence != nil else {
            throw ValidationError("--period belongs to --evidence; name a workspace as well.")
        }
    }

    func answer(_ terminal: Terminal) -> Answer {
        let request = Compare.Request(
            from: old, to: new, evidence: evidence, period: period, language: language,
            format: format)
        if let report { return Reporting.answer(request, to: report, terminal) }
        return Compare.answer(request, terminal)
    }
}

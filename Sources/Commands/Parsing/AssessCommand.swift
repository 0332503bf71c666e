internal import ArgumentParser

extension Format: ExpressibleByArgument {}

/// Parses `apparatus assess`.
struct AssessCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Scores every body of a workspace.",
        discussion: """
            The table shows one period, the latest unless --period says otherwise; CSV and JSON \
            hold every period that the edition holds for. Where the edition names alternatives, the \
            table says where each rank lies in 1000 runs that draw them. --report writes all nodes, in every \
            language of the edition or in that of --lang alone; --nodes, --out, --format and \
            --changed-from do not go with it.

            Examples:
              apparatus assess examples/ca-service-maf
              apparatus assess my-workspace --edition ca-service-maf-mean/2023-24
              apparatus assess examples/teaching --period 2024 --nodes total,turnover
              apparatus assess examples/teaching --out results.csv
              apparatus assess examples/teaching-decided --without-decisions
              apparatus assess examples/teaching --format json
              apparatus assess my-workspace --changed-from last-year/results.csv
              apparatus assess my-workspace --no-robustness
              apparatus assess examples/ca-service-maf --report report
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("Only these nodes, with commas between them.", valueName: "id,…"))
    var nodes: String?

    @OptionGroup var results: ResultOptions

    @Option(
        help: ArgumentHelp(
            "Say how results differ from those of another workspace by the same rules, or from "
                + "a file that --out wrote.",
            valueName: "workspace|file"),
        completion: .file())
    var changedFrom: String?

    @Option(
        help: ArgumentHelp(
            "The period there; otherwise the same, or the latest before.", valueName: "period"))
    var fromPeriod: String?

    @Flag(help: "Leave out where ranks would lie if choices had been made otherwise.")
    var noRobustness = false

    @OptionGroup var assuming: AssumingOptions

    @OptionGroup var reporting: ReportingOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        if let nodes, !nodes.contains(where: { $0 != "," }) {
            throw ValidationError("--nodes names no node; write ids with commas between them.")
        }
        if fromPeriod != nil, changedFrom == nil {
            throw ValidationError("--from-period names a period of what --changed-from names.")
        }
        let isOtherwiseWritten =
            results.destination != Destination() || nodes != nil || changedFrom != nil
        if reporting.folder != nil, isOtherwiseWritten {
            throw ValidationError(
                "--report writes all nodes, as pages and as data; leave out --nodes, --out, "
                    + "--format and --changed-from.")
        }
        try checkAssumed()
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    private func checkAssumed() throws {
        guard assuming.alternatives != nil else { return }
        if noRobustness {
            throw ValidationError(
                "--alternatives asks for intervals, and --no-robustness for none; leave one out.")
        }
        if results.destination.format != .table {
            throw ValidationError(
                "--alternatives changes tables and reports alone; apparatus robustness writes "
                    + "intervals as CSV and JSON.")
        }
    }

    func answer(_ terminal: Terminal) -> Answer {
        let request = workspace.request(threads: threads)
        if let folder = reporting.folder {
            var options = reporting.options
            options.isWithoutRobustness = noRobustness
            options.alternatives = assuming.alternatives
            return Reporting.answer(request, options, to: folder, terminal)
        }
        let study = noRobustness ? nil : StudyOptions(alternatives: assuming.alternatives)
        return Assess.answer(
            Assess.Request(
                request, nodes: nodes?.split(separator: ",").map(String.init) ?? [],
                to: results.destination, changedFrom: changedFrom,
                fromPeriod: fromPeriod, study: study),
            terminal)
    }
}

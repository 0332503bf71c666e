internal import ArgumentParser

/// Parses `apparatus what-if`.
struct WhatIfCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Says what becomes of everyone if some values were others.",
        discussion: """
            Values are those of one period, the latest unless --period says otherwise. --set changes \
            an input or the value of a leaf of one body, or of every body that has it (all): = sets \
            it, += and -= change it. --measures takes measures of the workspace, with which --set is \
            applied on top. Everything is assessed once as it is and once as it would be, so that \
            everyone who is moved is told of; nothing of it is official, and no evidence is \
            changed. CSV holds a row for each outcome that is another; JSON holds everything.

            Examples:
              apparatus what-if examples/teaching --period 2024 --set rivers:left=10
              apparatus what-if examples/state --set 'labour:satisfied_users+=3'
              apparatus what-if my-workspace --measures tests,vacancies --out moved.csv
              apparatus what-if my-workspace --measures tests --explain health:total
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A value: BODY:ID=VALUE, BODY:ID+=CHANGE or BODY:ID-=CHANGE; may be repeated.",
            valueName: "body:id=value"))
    var changes: [String] = []

    @Option(
        help: ArgumentHelp("Measures that are taken, with commas between them.", valueName: "id,…")
    )
    var measures: String?

    @Option(
        name: .customLong("explain"),
        help: ArgumentHelp(
            "Also say how a figure would come about, as in health:total.", valueName: "body:node"))
    var explained: String?

    @OptionGroup var results: ResultOptions

    @Option(help: .hidden)
    var threads: Int?

    func validate() throws {
        if let measures, measures.allSatisfy({ ", ".contains($0) }) {
            throw ValidationError(
                "--measures names no measure; write ids with commas between them.")
        }
        if explained != nil, results.destination.format != .table {
            throw ValidationError(
                "--explain adds to the text alone; leave it out, or write no CSV or JSON.")
        }
        if let threads, threads < 1 { throw ValidationError("--threads is 1 or more.") }
    }

    func answer(_ terminal: Terminal) -> Answer {
        Suppose.answer(
            Suppose.Request(
                workspace.request(threads: threads), changes: changes,
                measures: measures?.split { ", ".contains($0) }.map(String.init) ?? [],
                explained: explained, to: results.destination),
            terminal)
    }
}

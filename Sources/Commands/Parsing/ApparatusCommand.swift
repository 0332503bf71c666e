package import ArgumentParser
internal import Diagnostics

/// The command line as a whole: which commands there are.
package struct ApparatusCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "apparatus",
        abstract: "Scores state bodies by a methodology and explains every figure.",
        discussion: """
            A workspace is a folder with evidence as tables; an edition is the rules of a \
            methodology as text. Both are checked before anything is computed.

            Exit status: 0 done, 1 a failed test case or something found with --fail, 64 wrong \
            command, 65 wrong input, 66 missing file, 70 our fault.
            """,
        version: Version.current,
        subcommands: [
            MethodologiesCommand.self, NewCommand.self, InspectCommand.self, CheckCommand.self,
            TestCommand.self,
            AssessCommand.self, ExplainCommand.self, RobustnessCommand.self, DiagnoseCommand.self,
            WhatIfCommand.self, ImproveCommand.self, PlanCommand.self,
            StatusCommand.self, FindingsCommand.self, VerifyCommand.self, CompareCommand.self,
            SourcesCommand.self,
            SchemaCommand.self,
        ])

    /// Makes a command that is filled by the parser.
    package init() {}

    /// Parses the arguments of the process, calls one use case, writes its answer and ends.
    package static func start() -> Never {
        Answer.ignoreClosedPipes()
        if let refusal = unknownCommand(CommandLine.arguments) {
            Answer(refusal, .current).finish()
        }
        do {
            var command = try parseAsRoot()
            try command.run()
            Answer(.none).finish()
        } catch {
            answer(error).finish()
        }
    }

    /// What the parser has to say: a help text, the version, a script that completes commands, or
    /// what is wrong with the arguments.
    ///
    /// The parser's own `main` would not notice that it could not be written.
    private static func answer(_ error: any Error) -> Answer {
        var answer = Answer(.current)
        answer.status = ExitStatus(rawValue: exitCode(for: error).rawValue) ?? .wrongCommand
        let text = Array((fullMessage(for: error) + "\n").utf8)
        if answer.status == .done { answer.output.data(text) } else { answer.messages.data(text) }
        return answer
    }

    /// What is said of a first word that is no command; the parser would call it unexpected.
    static func unknownCommand(_ arguments: [String]) -> Refusal? {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard arguments.count > 1, !arguments[1].hasPrefix("-"), !known.contains(arguments[1])
        else { return nil }
        let nearest = Nearest.word(to: arguments[1], among: known)
        return Refusal(
            .wrongCommand, "command.unknown", "there is no command \"\(arguments[1])\"",
            help: nearest.map { "Did you mean apparatus \($0)?" }
                ?? "Known are \(known.joined(separator: ", "))")
    }
}

/// A command that calls one use case.
protocol AnsweringCommand: ParsableCommand {
    /// Calls it.
    func answer(_ terminal: Terminal) -> Answer
}

extension AnsweringCommand {
    /// Calls the use case, writes its answer and ends the process.
    mutating func run() {
        answer(.current).finish()
    }
}

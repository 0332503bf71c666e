internal import ArgumentParser

/// How often everything is drawn, and from what.
struct DrawingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How often everything is drawn; 1000 unless said.", valueName: "N"))
    var runs: String?

    @Option(
        help: ArgumentHelp(
            "What the draws follow from; the same seed gives the same figures. 1 unless said.",
            valueName: "S"))
    var seed: String?

    /// Whether any of it was said.
    var isAsked: Bool { runs != nil || seed != nil }

    /// For the use case.
    ///
    /// - Throws: `ValidationError` for what is no number, or out of range.
    func options(_ assuming: AssumingOptions) throws -> StudyOptions {
        var options = StudyOptions(alternatives: assuming.alternatives)
        if let runs { options.runs = try number(of: runs) }
        if let seed {
            guard let number = UInt64(seed) else {
                throw ValidationError(
                    "--seed is a whole number from 0 to \(UInt64.max), and \"\(seed)\" is none.")
            }
            options.seed = number
        }
        return options
    }

    private func number(of text: String) throws -> Int {
        guard let number = Int(text),
            (StudyOptions.leastRuns...StudyOptions.mostRuns).contains(number)
        else {
            throw ValidationError(
                "--runs is a whole number from \(StudyOptions.leastRuns) to \(StudyOptions.mostRuns), "
                    + "and \"\(text)\" is none: 5 % of fewer runs is less than one.")
        }
        return number
    }
}

internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology

extension Compare {
    /// Both editions tried on evidence.
    struct Tried {
        let impact: Impact
        let steps: EditionDifference.Steps
        /// As the old edition reads it.
        let evidence: Evidence
        /// Warnings about what was handed in.
        let complaints: [Complaint]

        /// In words.
        func wording(_ wording: DifferenceWording) -> ImpactWording {
            ImpactWording(impact, wording, steps, bodies: evidence.bodies)
        }
    }

    /// Tries both editions on evidence, and every change alone.
    static func trying(
        _ difference: EditionDifference, in folder: String, _ request: Request,
        _ progress: Progress
    ) throws(Refusal) -> Tried {
        guard difference.old.schema.periodForm == difference.new.schema.periodForm else {
            throw Refusal(
                .wrongInput, "compare.period",
                "the editions assess other periods: \(difference.old.schema.periodForm.example) "
                    + "and \(difference.new.schema.periodForm.example)",
                help: "Compare them without --evidence")
        }
        var evidence = try ComparedEvidence(folder, difference)
        progress.say("Scoring by \(difference.old.identity.name)")
        let (old, read) = try evidence.outcomes(difference.old, isJudge: true)
        progress.say("Scoring by \(difference.new.identity.name)")
        let new = try evidence.outcomes(difference.new, isJudge: false).outcomes
        let periods = try periods(request, read, difference)
        progress.say("Making each change alone")
        let steps = difference.steps()
        var start: ComparedOutcomes?
        if let plan = steps.start { start = try? evidence.outcomes(plan, isJudge: false).outcomes }
        var alone: [ComparedOutcomes?] = []
        for (number, step) in steps.all.enumerated() {
            progress.say("Making change \(number + 1) of \(steps.all.count)")
            // What cannot be computed alone appears only together, and is told so.
            alone.append(try? evidence.outcomes(step.plan, isJudge: false).outcomes)
        }
        let impact = Impact(
            old: old, start: start, steps: alone, new: new,
            nodes: Impact.nodes(of: [difference.old, difference.new]), bodies: read.bodies,
            periods: periods)
        return Tried(
            impact: impact, steps: steps, evidence: read, complaints: evidence.complaints)
    }

    /// All periods of the evidence, or the one that was asked for.
    private static func periods(
        _ request: Request, _ evidence: Evidence, _ difference: EditionDifference
    ) throws(Refusal) -> [Period] {
        guard let asked = request.period else {
            guard request.format == .text else { return evidence.periods }
            return evidence.periods.suffix(1)
        }
        let form = difference.old.schema.periodForm
        guard let period = form.period(asked), evidence.periods.contains(period) else {
            throw Refusal(
                .wrongCommand, "command.period", "there is no evidence for \"\(asked)\"",
                help: "There is for "
                    + Words.some(evidence.periods.map(\.description), atMost: 20))
        }
        return [period]
    }

    // MARK: Text

    static func write(
        _ impact: ImpactWording, _ request: Request, to page: inout Page
    ) {
        page.line()
        page.line("What it moves in \(request.evidence ?? "")", .heading)
        page.line("Each edition is applied also to periods that it does not hold for, with the")
        page.line("dated parameters of its nearest period. Nothing of this is a result.")
        for period in impact.impact.periods {
            for block in impact.blocks(period) {
                switch block {
                case .heading(let text):
                    page.line()
                    page.line(text, .heading)
                case .line(let text): page.line(text)
                case .table(let table): page.table(table)
                }
            }
        }
    }
}

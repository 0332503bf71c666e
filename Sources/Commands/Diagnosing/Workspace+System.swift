internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

extension Workspace {
    /// Refuses several bodies that stand for the whole apparatus on the same day: one would have to be
    /// chosen, and the verdict would follow from the choice.
    func checkSystem(in assessment: Assessment) throws(Refusal) {
        guard let kind = plan.stages?.apparatus?.kind else { return }
        for period in assessment.scoredPeriods {
            let day = evidence.periods[period].lastDay
            let systems = evidence.bodies.filter { $0.kind == kind && $0.existed(on: day) }
            guard systems.count > 1 else { continue }
            throw Refusal(
                .wrongInput, "diagnosis.systems",
                "in \(evidence.periods[period]), \(systems.count) bodies are of the kind \"\(kind)\", "
                    + "which stands for the whole apparatus: "
                    + systems.prefix(3).map(\.id).joined(separator: ", "),
                help: "Keep one of them, or give the others another kind")
        }
    }
}

internal import Domain
internal import Evidence
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// A decision with what stood before and what stands after it.
    func decision(_ line: Trace.DecisionLine) -> JSON {
        let decision = assessment.evidence.decisions[line.decision]
        var isInput = false
        if case .input = decision.subject { isInput = true }
        let before = decision.before
        return .object([
            JSON.Member("input", isInput ? .text(line.name) : .null),
            JSON.Member("node", isInput ? .null : .text(line.name)),
            JSON.Member("decision", .text(decision.kind.rawValue)),
            JSON.Member("before", standing(line.before)),
            JSON.Member("after", standing(line.after)),
            JSON.Member("before-file", JSON(before?.file)),
            JSON.Member("before-row", JSON(before?.file == nil ? nil : before.map { Int($0.row) })),
            JSON.Member(
                "before-provenance",
                before?.file == nil
                    ? .null
                    : before.map {
                        provenance(assessment.evidence.provenances[Int($0.provenance)])
                    } ?? .null),
            JSON.Member("reason", .text(decision.reason)),
            JSON.Member("basis", .text(decision.basis)),
            JSON.Member("who", .text(decision.who)),
            JSON.Member("date", .text(decision.date.description)),
            JSON.Member("file", .text(decision.file)),
            JSON.Member("row", JSON(decision.row)),
        ])
    }

    private func standing(_ standing: Trace.DecisionLine.Standing) -> JSON {
        switch standing {
        case .figure(let figure):
            .text(wording.phrase(figure).written(wording.locale))
        case .outcome(let outcome):
            .text(wording.phrase(outcome, of: trace.node).written(wording.locale))
        }
    }
}

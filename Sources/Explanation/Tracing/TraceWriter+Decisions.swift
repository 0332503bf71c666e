internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// What was decided, with what stood before.
extension TraceWriter {
    /// Two lines, as in `left: 12 (staff.csv row 2, published) → 10: Two were counted twice` and
    /// `Order 7, clause 12; Commission, 2025-02-01: decisions.csv row 2`.
    func decision(_ line: Trace.DecisionLine) -> [String] {
        let decision = assessment.evidence.decisions[line.decision]
        let place = "\(decision.file) \(Self.ranges([decision.row]))"
        return paragraph(
            "Decided",
            [
                "\(line.name): \(change(line, decision)): \(decision.reason)",
                "\(decision.basis); \(decision.who), \(decision.date): \(place)",
            ])
    }

    private func change(_ line: Trace.DecisionLine, _ decision: Decision) -> String {
        let before = text(line.before) + handedIn(decision)
        switch (decision.kind, decision.subject) {
        case (.accept, .input): return "\(before) accepted"
        case (.accept, .node): return "the evidence beneath it accepted"
        case (.exclude, _): return "\(before) → excluded"
        case (.set, _), (.notApplicable, _): return "\(before) → \(text(line.after))"
        }
    }

    private func text(_ standing: Trace.DecisionLine.Standing) -> String {
        switch standing {
        case .figure(let figure): wording.text(figure)
        case .outcome(let outcome): wording.text(outcome, of: trace.node)
        }
    }

    /// As in ` (staff.csv row 2, published, Register of staff)`.
    private func handedIn(_ decision: Decision) -> String {
        guard let before = decision.before, let file = before.file else { return "" }
        let provenance = assessment.evidence.provenances[Int(before.provenance)]
        let parts =
            ["\(file) \(Self.ranges([Int(before.row)]))", provenance.status.rawValue]
            + [provenance.source, provenance.proof].compactMap { $0 }
        return " (\(parts.joined(separator: ", ")))"
    }
}

extension Wording {
    /// A value, or which blank it is.
    func text(_ figure: Figure) -> String {
        guard case .blank(let presence, _) = figure else { return Substitution.text(figure) }
        return switch presence {
        case .withheld: "withheld"
        case .notApplicable: "not applicable"
        case .unknown, .known: "no data"
        }
    }

    /// A score or grade, or the state; `nil` is one that cannot be computed.
    func text(_ outcome: Outcome?, of node: Int) -> String {
        guard let outcome else { return "cannot be computed" }
        guard let score = outcome.score else { return Self.word(outcome.state) }
        return assessment.plan.nodes[node].text(score)
    }
}

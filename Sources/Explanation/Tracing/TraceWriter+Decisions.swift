internal import Domain
internal import Evidence
internal import Locales
internal import Methodology
internal import Scoring

/// What was decided, with what stood before.
extension TraceWriter {
    /// Two lines, as in `left: 12 (staff.csv row 2, published) → 10: Two were counted twice` and
    /// `Order 7, clause 12; Commission, 2025-02-01: decisions.csv row 2`.
    func decision(_ line: Trace.DecisionLine) -> Paragraph {
        let decision = assessment.evidence.decisions[line.decision]
        let what = wording.named(name(line.id, line.elsewhere), change(line, decision))
        let who: Phrase = "\(wording.given(decision.who)), \(wording.day(decision.date))"
        let basis = wording.then(wording.given(decision.basis), who)
        return Paragraph(
            .decision, phrases.headingDecision,
            lines: [
                wording.named(what, wording.given(decision.reason)),
                wording.named(basis, place(decision.file, [decision.row])),
            ])
    }

    private func change(_ line: Trace.DecisionLine, _ decision: Decision) -> Phrase {
        let before = text(line.before) + handedIn(decision)
        switch (decision.kind, decision.subject) {
        case (.accept, .input): return phrases.valueAccepted(value: before)
        case (.accept, .node): return Phrase(phrases.evidenceAccepted)
        case (.exclude, _): return "\(before) → \(phrases.stateExcluded)"
        case (.set, _), (.notApplicable, _): return "\(before) → \(text(line.after))"
        }
    }

    private func text(_ standing: Trace.DecisionLine.Standing) -> Phrase {
        switch standing {
        case .figure(let figure): wording.phrase(figure)
        case .outcome(let outcome): wording.phrase(outcome, of: trace.node)
        }
    }

    /// As in ` (staff.csv row 2, published, Register of staff)`.
    private func handedIn(_ decision: Decision) -> Phrase {
        guard let before = decision.before, let file = before.file else { return Phrase([]) }
        let provenance = assessment.evidence.provenances[Int(before.provenance)]
        return " (\(place(file, [Int(before.row)])), \(told(provenance)))"
    }
}

extension Wording {
    /// A value, or which blank it is.
    func phrase(_ figure: Figure) -> Phrase {
        guard case .blank(let presence, _) = figure else { return self.figure(figure) }
        return switch presence {
        case .withheld: Phrase(phrases.wordWithheld)
        case .notApplicable: Phrase(phrases.stateNotApplicable)
        case .unknown, .known: Phrase(phrases.wordNoData)
        }
    }

    /// A score or grade, or the state; `nil` is one that cannot be computed.
    func phrase(_ outcome: Outcome?, of node: Int) -> Phrase {
        guard let outcome else { return Phrase(phrases.wordCannotBeComputed) }
        guard let score = outcome.score else { return Phrase(stateWord(outcome.state)) }
        return self.score(score, of: assessment.plan.nodes[node])
    }
}

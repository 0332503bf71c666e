internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What was decided about the body.
extension Conclusion {
    /// A decision, with what stood before it and what stands after it.
    struct DecisionRow {
        /// Its position in the evidence.
        let number: Int
        let subject: Phrase
        let decided: Phrase
        /// What stood before it and after it, for programs.
        let before: String
        let after: String
    }

    /// Those that the outcomes rest on, in the order of their files.
    var decisions: [DecisionRow] {
        var lines: [Int: (line: Trace.DecisionLine, node: Int)] = [:]
        for trace in traces {
            for line in trace.decisions where lines[line.decision] == nil {
                lines[line.decision] = (line, trace.node)
            }
        }
        return lines.keys.sorted().compactMap { number in
            lines[number].map { row($0.line, of: $0.node) }
        }
    }

    private func row(_ line: Trace.DecisionLine, of node: Int) -> DecisionRow {
        let decision = assessment.evidence.decisions[line.decision]
        let (before, after) = (told(line.before, node), told(line.after, node))
        let decided: Phrase =
            switch (decision.kind, decision.subject) {
            case (.accept, .input): texts.paperDecidedAccept(before: before)
            case (.accept, .node): Phrase(texts.paperDecidedAcceptBeneath)
            case (.exclude, _): texts.paperDecidedExclude(before: before)
            case (.notApplicable, _): texts.paperDecidedNotApplicable(before: before)
            case (.set, _): texts.paperDecidedSet(before: before, after: after)
            }
        return DecisionRow(
            number: line.decision, subject: subject(decision), decided: decided,
            before: before.plain, after: after.plain)
    }

    private func subject(_ decision: Decision) -> Phrase {
        let name: Phrase
        switch decision.subject {
        case .node(let node): name = wording.nodeName(node)
        case .input(let input):
            let field = plan.schema.inputs[input]
            name = wording.phrase(field.title) ?? .code(field.id)
        }
        guard decision.unit != unit else { return name }
        let period = assessment.evidence.periods[assessment.period(of: decision.unit)]
        return texts.paperInPeriod(name: name, period: Phrase(period.description))
    }

    private func told(_ standing: Trace.DecisionLine.Standing, _ node: Int) -> Phrase {
        switch standing {
        case .figure(let figure): return told(figure)
        case .outcome(nil): return Phrase(texts.paperCannotBeComputed)
        case .outcome(let outcome?):
            guard let score = outcome.score else {
                return Phrase(wording.stateWord(outcome.state))
            }
            let grade = plan.nodes[node].grade(score)
            return grade.map { Phrase($0) } ?? context.plain(score)
        }
    }
}

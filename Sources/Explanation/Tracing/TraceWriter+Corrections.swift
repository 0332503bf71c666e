internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// What corrections did to a score.
extension TraceWriter {
    func correction(
        _ correction: Node.Correction, _ step: CorrectionStep, _ when: Substitution?,
        _ amount: Substitution
    ) -> Paragraph {
        let name = wording.name(of: correction.kind)
        var lines: [Phrase] = []
        let held = step.amount == nil ? nil : self.held(correction)
        if let held { lines.append(held) }
        if let when {
            lines.append(
                phrases.whenSubstituted(condition: .code(when.rule), figures: figures(when)))
        }
        if let unknown = step.unknown {
            let origin = wording.origin(unknown)
            lines.append(
                correction.isNoneWhenUnknown
                    ? phrases.hasNoValueLeftOut(origin: origin)
                    : phrases.hasNoValue(origin: origin))
        } else if let points = step.amount {
            // What it is held to has been said.
            if held == nil { lines.append(self.amount(points, correction, amount)) }
            lines.append("\(told(step.before)) → \(told(step.after))")
        } else {
            let before = told(step.before)
            lines.append(
                node.isGraded
                    ? phrases.gradeStays(grade: before) : phrases.scoreStays(score: before))
        }
        if !correction.basis.isEmpty { lines.append(citations(correction.basis)) }
        return Paragraph(
            .correction, String(name.prefix(1).uppercased() + name.dropFirst()), lines: lines)
    }

    /// As in `held to 69.9, since Merit is below 40`, of a gate that stages make; `nil` for others.
    private func held(_ correction: Node.Correction) -> Phrase? {
        guard let stages = assessment.plan.stages, stages.cells.contains(trace.node),
            case .number(let cap) = assessment.figure(
                of: correction.amount.expression, at: trace.unit),
            let when = correction.when
        else { return nil }
        if case .compare(_, let score, _) = when.expression.kind,
            case .score(let criterion) = score.kind, let decisive = stages.decisive
        {
            return phrases.heldSinceBelow(
                cap: wording.figure(cap), node: wording.nodeName(criterion),
                edge: wording.rules.figure(exact: decisive.edge.description))
        }
        return wording.rules.proofCondition(when).map {
            phrases.heldSince(cap: wording.figure(cap), condition: $0)
        }
    }

    /// As in `order 7, clause 7; order 31`.
    func citations(_ citations: [Plan.Citation]) -> Phrase {
        var text = citations.first.map { wording.citationPhrase($0) } ?? Phrase([])
        for citation in citations.dropFirst() {
            text = wording.then(text, wording.citationPhrase(citation))
        }
        return text
    }

    /// As in `late * per_late, at most 5: 3 × 2 = 6, held to 5`; `goal = 60` for a parameter
    /// alone, and a number alone as it is.
    private func amount(
        _ points: Fixed, _ correction: Node.Correction, _ amount: Substitution
    ) -> Phrase {
        var text = Phrase.code(amount.rule)
        if let most = correction.atMost {
            text = phrases.amountAtMost(amount: text, most: .code(most.source.text))
        }
        // A grade stands there as it is.
        if node.isGraded { return text }
        var whole = points
        if case .number(let number) = assessment.figure(
            of: correction.amount.expression, at: trace.unit)
        {
            whole = number
        }
        let isPlain = amount.text == amount.rule
        let isWhole = amount.text == whole.description
        if !isPlain, !isWhole { text = wording.named(text, figures(amount)) }
        if !isPlain || !isWhole {
            text.append(" = ")
            text.append(wording.figure(whole))
        }
        return whole == points
            ? text : phrases.amountHeldTo(amount: text, points: wording.figure(points))
    }
}

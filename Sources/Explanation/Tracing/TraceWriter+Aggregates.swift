internal import Arithmetic
internal import Locales
internal import Methodology
internal import Scoring

/// What children come to.
extension TraceWriter {
    func aggregate(
        _ made: AggregateComputation, _ rule: Node.Aggregate, _ value: Fixed?
    ) -> [Paragraph] {
        var head = Phrase(wording.kindName(of: rule.kind))
        if let value {
            head.append(" = ")
            head.append(rule.kind.isOfGrades ? told(value) : exactly(value))
        } else {
            head = wording.named(head, Phrase(phrases.answerNone))
        }
        var paragraphs = [
            Paragraph(
                .aggregate, phrases.headingValue,
                [.line(head, depth: 0), .table(table(made, value))])
        ]
        if let raised = raised(made, value) { paragraphs.append(raised) }
        if let row = row(made, value) { paragraphs.append(row) }
        if let coverage = made.coverage {
            let text = self.coverage(weight(coverage), rule)
            paragraphs.append(Paragraph(.coverage, phrases.headingCoverage, lines: [text]))
        }
        return paragraphs
    }

    private func coverage(_ share: Phrase, _ rule: Node.Aggregate) -> Phrase {
        let text =
            rule.kind.hasWeights
            ? phrases.coverageOfWeight(share: share)
            : rule.kind == .sum
                ? phrases.coverageOfPoints(share: share)
                : phrases.coverageOfChildren(share: share)
        return rule.coverage.map { phrases.atLeastMust(coverage: text, least: percent($0)) }
            ?? text
    }

    /// As in `12 of 50 bodies are outranked, 30 outrank it, 8 are level with it`.
    func outranking(_ step: OutrankingStep) -> Paragraph {
        var lines = [phrases.outranksOf(outranked: step.outranked, others: step.others)]
        lines.append(phrases.outrankedBy(bodies: step.outrankedBy))
        if step.ties > 0 { lines.append(phrases.outrankingTies(bodies: step.ties)) }
        if step.apart > 0 { lines.append(phrases.outrankingApart(bodies: step.apart)) }
        return Paragraph(.aggregate, phrases.headingOutranking, lines: lines)
    }

    /// The row of the table that gives the grade.
    private func row(_ made: AggregateComputation, _ value: Fixed?) -> Paragraph? {
        guard case .lookup(let tables) = made.kind, let value, let grades = node.grades else {
            return nil
        }
        let scores = made.children.compactMap { $0.effective > 0 ? $0.score : nil }.sorted()
        let row = scores.map { wording.grade(grades.word($0)) }.joined(separator: " ")
        guard let table = tables.first(where: { $0.size == scores.count }) else {
            let alone = phrases.gradeAlone(row: row)
            return Paragraph(.aggregate, phrases.headingTable, lines: [alone])
        }
        var lines = [
            phrases.gradesGive(
                table: .code(table.id), row: row, grade: wording.grade(grades.word(value)))
        ]
        if !table.basis.isEmpty { lines.append(citations(table.basis)) }
        return Paragraph(.aggregate, phrases.headingTable, lines: lines)
    }

    /// By what a sum was raised for children that were left out.
    private func raised(_ made: AggregateComputation, _ value: Fixed?) -> Paragraph? {
        switch made.kind {
        case .sum, .weightedSum:
            guard value != nil, made.effectiveTotal != made.nominalTotal else { return nil }
            let raised = Fraction(
                numerator: Int128(made.nominalTotal), denominator: Int128(made.effectiveTotal)
            ).reduced
            let text = phrases.raisedBy(factor: wording.figure(raised))
            return Paragraph(.aggregate, phrases.headingRaised, lines: [text])
        case .weightedMean, .harmonic, .geometric, .power, .median, .least, .greatest, .kthBest,
            .copeland, .weakest, .lookup:
            return nil
        }
    }

    /// As in `Letters: 2/3 equally, 1/3 by letter_count = 30`.
    func weight(_ line: Trace.WeightLine) -> Phrase {
        let parts = line.parts.map { part -> Phrase in
            let size: Phrase = line.parts.count == 1 ? Phrase([]) : "\(Phrase.code(part.size)) "
            guard let formula = part.formula else { return size + Phrase(phrases.weightEqually) }
            let by = size + phrases.weightBy(formula: .code(formula.rule))
            return formula.text == formula.rule ? by : "\(by) = \(figures(formula))"
        }
        return wording.named(wording.nodeName(line.node), parts.joined(separator: ", "))
    }

    /// As in `40 %`; a computed weight, which has many digits, as scores are shown.
    func weight(_ share: Fraction) -> Phrase {
        let hundred = Fraction(numerator: 100, denominator: 1)
        let isComputed = share.denominator > 1_000_000_000_000
        guard isComputed, let percent = try? share.multiplied(by: hundred).stepResult() else {
            return self.percent(share)
        }
        return wording.percent(share, display.figure(percent))
    }

    /// As in `40 %`, or `2/3` where that does not end or is too large a fraction.
    func percent(_ share: Fraction) -> Phrase {
        let hundred = Fraction(numerator: 100, denominator: 1)
        guard let percent = try? share.multiplied(by: hundred).reduced.description,
            !percent.contains("/")
        else { return wording.figure(share) }
        return wording.percent(share, percent)
    }
}

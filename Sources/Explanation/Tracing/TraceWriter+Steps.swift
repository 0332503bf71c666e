internal import Arithmetic
internal import Domain
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// The steps of the path, each as it is told.
extension TraceWriter {
    func step(_ step: Trace.Step) -> [Paragraph] {
        switch step {
        case .appliesWhen(let condition):
            let when = phrases.whenItHolds(condition: .code(condition.rule))
            return paragraph(.applies, phrases.headingApplies, [when, figures(condition)])
        case .value(let substitution, let value): return [self.value(substitution, value)]
        case .supposed(let value, let known):
            let told = phrases.supposedInPlace(value: exactly(value), known: exactly(known))
            return paragraph(.value, phrases.headingSupposed, [told])
        case .weights(let lines):
            return paragraph(.weights, phrases.headingWeights, lines.map(weight))
        case .aggregate(let made, let rule, let value): return aggregate(made, rule, value)
        case .outranking(let step): return [outranking(step)]
        case .ladder(let rungs): return [ladder(rungs)]
        case .substituted(let rule, let step, let reason):
            let told = phrases.filledWithValue(rule: .code(rule), value: source(step))
            return paragraph(.filled, phrases.headingFilled, [because(told, reason)])
        case .checklist(let list, let items, let value):
            return [checklist(list, items, value)]
        case .filled(let rule, let score, let reason):
            let told = phrases.filledWithScore(
                rule: .code(rule), score: wording.score(score, of: node))
            return paragraph(.filled, phrases.headingFilled, [because(told, reason)])
        case .treated(let rule, let step, let value):
            return paragraph(.treated, phrases.headingTreated, treated(rule, step, value))
        case .scored(_, let rule, let edges, let value, let score):
            return paragraph(
                .score, phrases.headingScore, edges.map(edge) + [self.rule(rule, value, score)])
        case .compared(let rule, let step, let edges, let value, let score):
            return paragraph(
                .score, phrases.headingScore,
                edges.map(edge) + [compared(rule, step, value, score)])
        case .correction(let correction, let step, let when, let amount):
            return [self.correction(correction, step, when, amount)]
        case .rounded(let from, let to, let rounding):
            return paragraph(.rounded, phrases.headingRounded, [rounded(from, to, rounding)])
        case .shareBounds(let unknown, let all):
            let told = phrases.ofThemUnknown(unknown: figures(unknown), all: figures(all))
            return paragraph(.open, phrases.headingOpen, [told])
        }
    }

    private func paragraph(
        _ topic: Paragraph.Topic, _ title: String, _ lines: [Phrase]
    ) -> [Paragraph] {
        lines.isEmpty ? [] : [Paragraph(topic, title, lines: lines)]
    }

    /// A formula with its figures.
    func figures(_ substitution: Substitution) -> Phrase { .code(substitution.text(phrases)) }

    private func because(_ told: Phrase, _ reason: LanguageMap?) -> Phrase {
        wording.phrase(reason).map { wording.named(told, $0) } ?? told
    }

    /// As in `12, the value of 2023`.
    private func source(_ step: SubstituteStep) -> Phrase {
        let value = exactly(step.value)
        return switch step.source {
        case .earlier(let unit):
            phrases.valueOfPeriod(value: value, period: wording.periodName(of: unit))
        case .peers(let count): phrases.valueOfPeers(value: value, peers: count)
        case .fitted(let bodies, let rounds): fitted(value, bodies, rounds)
        }
    }

    /// As in `12, as expected beside trust = 40, from 51 bodies in 9 rounds`.
    private func fitted(_ value: Phrase, _ bodies: Int, _ rounds: Int) -> Phrase {
        let known = (node.substitute?.leaves ?? []).compactMap { leaf -> Phrase? in
            wording.assessment.ownValue(of: leaf, at: trace.unit).map {
                "\(wording.nodeName(leaf)) = \(exactly($0))"
            }
        }
        return known.isEmpty
            ? phrases.expectedMean(value: value, bodies: bodies, rounds: rounds)
            : phrases.expectedBeside(
                value: value, leaves: known.joined(separator: ", "), bodies: bodies,
                rounds: rounds)
    }

    private func rounded(_ from: Fixed, _ to: Fixed, _ rounding: Plan.Rounded) -> Phrase {
        phrases.roundedTo(
            from: wording.figure(from), to: wording.figure(to),
            mode: Phrase(word(rounding.mode)), digits: rounding.digits)
    }

    private func word(_ mode: Rounding) -> String {
        switch mode {
        case .halfUp: phrases.roundingHalfUp
        case .halfEven: phrases.roundingHalfEven
        case .halfDown: phrases.roundingHalfDown
        case .up: phrases.roundingUp
        case .down: phrases.roundingDown
        case .nearestCandidate: phrases.roundingNearestCandidate
        }
    }

    private func value(_ substitution: Substitution, _ value: Fixed?) -> Paragraph {
        var figures = self.figures(substitution)
        if !node.isValueGrade, let value, substitution.text != value.description {
            figures.append(" = ")
            figures.append(exactly(value))
        }
        var contents: [Paragraph.Content] = [
            .line(.code(substitution.rule), depth: 0), .line(figures, depth: 0),
        ]
        for part in substitution.parts {
            guard let tally = part.tally else { continue }
            var line: Phrase = "\(Phrase.code(part.rule)) = \(wording.figure(part.figure))"
            line = rows(tally, after: line)
            contents.append(.line(line, depth: 1))
        }
        return Paragraph(.value, phrases.headingValue, contents)
    }

    /// A score of the node as `exactly` tells it, or its grade.
    func told(_ score: Fixed) -> Phrase { node.grade(score).map(wording.grade) ?? exactly(score) }

    /// As in `52.14 (exactly 52.136752136752136752)`.
    func exactly(_ number: Fixed) -> Phrase {
        let shown = display.figure(number)
        // A text that is no number is not the same, so the number stands beside it.
        let isSame = (try? Fixed(shown)) == number
        let exact = wording.figure(number)
        return isSame
            ? exact : phrases.exactly(shown: wording.figure(number, shown: shown), exact: exact)
    }
}

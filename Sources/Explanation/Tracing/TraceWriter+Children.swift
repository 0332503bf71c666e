internal import Arithmetic
internal import Locales
internal import Methodology
internal import Scoring

/// The children of a node, which are a table.
extension TraceWriter {
    /// A row for each child; columns that mean nothing for the kind are left out.
    func table(_ made: AggregateComputation, _ value: Fixed?) -> PhraseTable {
        var table = PhraseTable(columns(made.kind))
        let adds = value.flatMap { made.kind.isSum ? self.adds(made, $0) : nil }
        for (index, child) in made.children.enumerated() {
            let own = wording.score(of: child.node, at: trace.unit, display)
            var cells = [wording.nodeName(child.node), own ?? counted(child)]
            cells += weights(of: child, made, isMade: value != nil)
            if made.kind.isSum { cells.append(adds?[index] ?? Phrase([])) }
            cells.append(fate(child, made.kind))
            table.add(cells)
        }
        return table
    }

    private func columns(_ kind: Node.Aggregate.Kind) -> [PhraseTable.Column] {
        func number(_ heading: String) -> PhraseTable.Column {
            PhraseTable.Column(heading, isRight: true)
        }
        var columns = [
            PhraseTable.Column(""),
            number(kind.isOfGrades ? phrases.columnGrade : phrases.columnScore),
        ]
        switch kind {
        case .weightedMean, .harmonic, .geometric, .power:
            columns += [number(phrases.columnWeight), number(phrases.columnHere)]
        case .weightedSum, .copeland: columns.append(number(phrases.columnWeight))
        case .sum: columns.append(number(phrases.columnOf))
        case .median, .least, .greatest, .kthBest, .weakest, .lookup: break
        }
        if kind.isSum { columns.append(number(phrases.columnAdds)) }
        return columns + [PhraseTable.Column(phrases.columnFate)]
    }

    /// What stands in the place of a score.
    private func counted(_ child: AggregateComputation.Child) -> Phrase {
        guard let score = child.score else { return "–" }
        let node = assessment.plan.nodes[child.node]
        return node.grade(score).map(wording.grade)
            ?? wording.figure(score, shown: display.figure(score))
    }

    private func weights(
        of child: AggregateComputation.Child, _ made: AggregateComputation, isMade: Bool
    ) -> [Phrase] {
        let nominal = made.share(child.nominal)
        switch made.kind {
        case .weightedMean, .harmonic, .geometric, .power:
            let effective = isMade && child.effective > 0 ? made.effectiveShare(of: child) : nil
            return [nominal.map { weight($0) } ?? "–", effective.map { weight($0) } ?? "–"]
        case .weightedSum: return [nominal.map { wording.figure($0) } ?? "–"]
        case .copeland: return [nominal.map { weight($0) } ?? "–"]
        case .sum:
            let greatest = assessment.plan.nodes[child.node].scale.greatest
            return [wording.figure(greatest, shown: display.figure(greatest))]
        case .median, .least, .greatest, .kthBest, .weakest, .lookup: return []
        }
    }

    /// What each child adds to the value, rounded so that it adds up to the printed value.
    private func adds(_ made: AggregateComputation, _ value: Fixed) -> [Phrase?] {
        var counted: [Int] = []
        var parts: [BigFraction] = []
        for (index, child) in made.children.enumerated() {
            guard let factor = made.factor(of: child), let score = child.score,
                let part = try? factor.multiplied(by: BigFraction(score))
            else { continue }
            counted.append(index)
            parts.append(part)
        }
        let shown = assessment.plan.display
        let printed = (try? value.rounded(to: shown.digits, shown.mode)).flatMap {
            PrintedPoints.apportion(parts, $0, shown.digits)
        }
        var adds = [Phrase?](repeating: nil, count: made.children.count)
        for (position, points) in (printed ?? []).enumerated() {
            adds[counted[position]] = .figure(
                exact: parts[position].description,
                shown: wording.locale.decimal(display.figure(points)))
        }
        return adds
    }

    private func fate(
        _ child: AggregateComputation.Child, _ kind: Node.Aggregate.Kind
    ) -> Phrase {
        switch child.treatment {
        case .counted: return counts(child)
        case .leftOut:
            let rest =
                kind.isWeightedMean ? phrases.weightGoesToOthers : phrases.childLeftOut
            return wording.then(state(of: child), Phrase(rest))
        case .countedAs(let score):
            return wording.then(state(of: child), phrases.countsAs(score: text(score, child)))
        case .movedTo(let sibling):
            return wording.then(
                state(of: child), phrases.weightGoesTo(node: wording.nodeName(sibling)))
        case .refused: return wording.then(state(of: child), Phrase(phrases.childRefused))
        }
    }

    /// Nothing for a child that counts with the score it has.
    private func counts(_ child: AggregateComputation.Child) -> Phrase {
        let filled =
            child.hasOwnScore ? nil : wording.reasonPhrase(of: child.node, at: trace.unit)
        let own = assessment.columns[child.node]?.score(at: trace.unit)
        guard own != child.score, let score = child.score else { return filled ?? Phrase([]) }
        let raised = phrases.countsAs(score: text(score, child))
        return filled.map { wording.then($0, raised) } ?? raised
    }

    /// As in `not applicable: works_done is not applicable`.
    private func state(of child: AggregateComputation.Child) -> Phrase {
        let state = Phrase(wording.stateWord(child.state))
        return wording.reasonPhrase(of: child.node, at: trace.unit).map {
            wording.named(state, $0)
        } ?? state
    }

    private func text(_ score: Fixed, _ child: AggregateComputation.Child) -> Phrase {
        wording.score(score, of: assessment.plan.nodes[child.node])
    }
}

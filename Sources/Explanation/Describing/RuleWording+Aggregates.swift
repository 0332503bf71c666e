internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology

/// What children come to.
extension RuleWording {
    func aggregate(_ aggregate: Node.Aggregate, of rule: Node, _ node: Int) -> [Paragraph] {
        var contents: [Paragraph.Content] = [.line(kind(aggregate.kind), depth: 0)]
        if case .lookup(let tables) = aggregate.kind {
            contents += tables.map { .table(table($0, of: rule)) }
        }
        if case .kthBest = aggregate.kind {
            contents.append(.line(Phrase(phrases.ruleKthBestMissing), depth: 0))
        }
        switch aggregate.kind.zeros {
        case .refuse: contents.append(.line(Phrase(phrases.ruleZerosRefuse), depth: 0))
        case .zero: contents.append(.line(Phrase(phrases.ruleZerosZero), depth: 0))
        case .raise(let least):
            contents.append(.line(phrases.ruleZerosRaise(least: figure(least)), depth: 0))
        case nil: break
        }
        contents += policies(aggregate)
        var paragraphs = [Paragraph(.aggregate, phrases.ruleTitleAggregate, contents)]
        if let weights = weights(aggregate, of: rule) { paragraphs.append(weights) }
        if let coverage = coverage(aggregate, of: rule) { paragraphs.append(coverage) }
        return paragraphs
    }

    private func kind(_ kind: Node.Aggregate.Kind) -> Phrase {
        switch kind {
        case .weightedMean: Phrase(phrases.ruleWeightedMean)
        case .weightedSum: Phrase(phrases.ruleWeightedSum)
        case .sum: Phrase(phrases.ruleSum)
        case .harmonic: Phrase(phrases.ruleHarmonic)
        case .geometric: Phrase(phrases.ruleGeometric)
        case .power(let exponent, _): phrases.rulePower(exponent: figure(exponent))
        case .median: Phrase(phrases.ruleMedian)
        case .least: Phrase(phrases.ruleLeast)
        case .greatest: Phrase(phrases.ruleGreatest)
        case .kthBest(let number): phrases.ruleKthBest(number: number)
        case .copeland: Phrase(phrases.ruleCopeland)
        case .weakest(nil): Phrase(phrases.ruleWeakest)
        case .weakest: Phrase(phrases.ruleWeakestPlus)
        case .lookup: Phrase(phrases.ruleLookup)
        }
    }

    // MARK: Children without a score

    private func policies(_ aggregate: Node.Aggregate) -> [Paragraph.Content] {
        let states: [(String, Node.Aggregate.Policy)] = [
            (phrases.stateNotApplicable, aggregate.notApplicable),
            (phrases.stateMissing, aggregate.missing),
            (phrases.stateExcluded, aggregate.excluded),
        ]
        return [.line(Phrase(phrases.rulePolicies), depth: 0)]
            + states.map { state, policy in
                let what = self.policy(policy, aggregate.kind)
                return .line(phrases.rulePolicy(state: Phrase(state), what: what), depth: 1)
            }
    }

    private func policy(
        _ policy: Node.Aggregate.Policy, _ kind: Node.Aggregate.Kind
    ) -> Phrase {
        switch policy {
        case .refuse: return Phrase(phrases.rulePolicyRefuse)
        case .redistribute:
            if kind.isWeightedMean { return Phrase(phrases.rulePolicyRedistribute) }
            return Phrase(kind.isSum ? phrases.rulePolicyRaised : phrases.rulePolicyLeftOut)
        case .zero: return Phrase(phrases.rulePolicyZero)
        case .worst: return Phrase(phrases.rulePolicyWorst)
        case .to(let sibling): return phrases.rulePolicyTo(node: quoted(nodeName(sibling)))
        }
    }

    private func coverage(_ aggregate: Node.Aggregate, of rule: Node) -> Paragraph? {
        guard let least = aggregate.coverage else { return nil }
        let share = share(least)
        let line =
            aggregate.kind.hasWeights
            ? phrases.ruleCoverageWeight(share: share)
            : aggregate.kind == .sum
                ? phrases.ruleCoveragePoints(share: share)
                : phrases.ruleCoverageChildren(share: share)
        let lines = [line, basis(of: "coverage", in: rule)].compactMap { $0 }
        return Paragraph(.coverage, phrases.ruleTitleCoverage, lines: lines)
    }

    // MARK: Tables of grades

    private func table(_ lookup: Lookup, of rule: Node) -> PhraseTable {
        var table = PhraseTable([
            PhraseTable.Column(phrases.ruleLookupGrades),
            PhraseTable.Column(phrases.ruleLookupResult),
        ])
        let words = rule.grades?.order ?? []
        func word(_ position: Int) -> String {
            words.indices.contains(position) ? words[position] : String(position)
        }
        let rows = lookup.rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (grades, result) in rows {
            let set = grades.map(word).joined(separator: " ")
            table.add([.code(set), .code(word(result))])
        }
        return table
    }
}

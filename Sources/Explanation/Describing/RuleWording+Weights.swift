internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology

/// How much the children of a node count.
extension RuleWording {
    func weights(_ aggregate: Node.Aggregate, of rule: Node) -> Paragraph? {
        if aggregate.kind == .sum { return paragraph([.table(most(rule))]) }
        guard aggregate.kind.hasWeights else { return nil }
        switch aggregate.weights {
        case .fixed(let weights): return paragraph([.table(fixed(weights, aggregate, rule))])
        case .computed(let parts): return paragraph(parts.flatMap { part($0, rule) })
        }
    }

    private func paragraph(_ contents: [Paragraph.Content]) -> Paragraph {
        Paragraph(.weights, phrases.ruleTitleWeights, contents)
    }

    /// How many points each child of a sum can reach.
    private func most(_ rule: Node) -> PhraseTable {
        var table = PhraseTable([
            PhraseTable.Column(phrases.ruleWeightsElement),
            PhraseTable.Column(phrases.ruleWeightsMost, isRight: true),
        ])
        for child in rule.children {
            table.add([nodeName(child), figure(plan.nodes[child].scale.greatest)])
        }
        return table
    }

    /// One column where all kinds of body have the same weights, else one for each.
    private func fixed(
        _ weights: [[Int64]], _ aggregate: Node.Aggregate, _ rule: Node
    ) -> PhraseTable {
        let kinds = plan.identity.kinds
        let isAlike = Set(weights).count == 1 || weights.count != kinds.count
        let shown = isAlike ? Array(weights.prefix(1)) : weights
        var columns = [PhraseTable.Column(phrases.ruleWeightsElement)]
        columns +=
            isAlike
            ? [PhraseTable.Column(phrases.ruleWeightsWeight, isRight: true)]
            : kinds.map { PhraseTable.Column($0, isRight: true) }
        var table = PhraseTable(columns)
        for (index, child) in rule.children.enumerated() {
            let cells = shown.map { row in
                row.indices.contains(index)
                    ? weight(row[index], of: row, aggregate.kind) : Phrase([])
            }
            table.add([nodeName(child)] + cells)
        }
        return table
    }

    /// A share of the sum; of a weighted sum the number itself.
    private func weight(
        _ weight: Int64, of row: [Int64], _ kind: Node.Aggregate.Kind
    ) -> Phrase {
        if case .weightedSum(let over) = kind {
            let factor = Fraction(numerator: Int128(weight), denominator: Int128(over)).reduced
            return figure(exact: factor.description)
        }
        let total = row.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return figure(exact: String(weight)) }
        return share(Fraction(numerator: Int128(weight), denominator: total).reduced)
    }

    /// A part of computed weights, and to what it is in proportion.
    private func part(_ part: Node.WeightPart, _ rule: Node) -> [Paragraph.Content] {
        let size: Phrase =
            switch part.size {
            case .number(let share): self.share(share)
            case .parameter(let position): parameter(position)
            }
        guard let formulas = part.formulas else {
            return [.line(phrases.ruleWeightSharedAlike(size: size), depth: 0)]
        }
        let lines = zip(rule.children, formulas).flatMap { child, formula in
            let (words, code) = self.formula(formula)
            let line = phrases.ruleWeightBy(node: nodeName(child), by: words ?? code)
            return [Paragraph.Content.line(line, depth: 1), .line(code, depth: 2)]
        }
        return [.line(phrases.ruleWeightSharedBy(size: size), depth: 0)] + lines
    }
}

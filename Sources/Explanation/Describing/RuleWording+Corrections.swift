internal import Domain
internal import Expressions
public import Locales
public import Methodology

/// What is done to a score after it was made.
extension RuleWording {
    func corrections(_ rule: Node, _ node: Int) -> [Paragraph] {
        guard !rule.corrections.isEmpty else { return [] }
        var contents: [Paragraph.Content] = []
        for (index, correction) in rule.corrections.enumerated() {
            let number: Phrase = rule.corrections.count > 1 ? "\(String(index + 1)). " : ""
            contents.append(.line(number + effect(correction, of: rule), depth: 0))
            contents += details(correction).map { .line($0, depth: 1) }
        }
        if rule.mayExceed {
            contents.append(.line(Phrase(phrases.ruleCorrectionsMayExceed), depth: 0))
        }
        return [Paragraph(.correction, phrases.ruleTitleCorrections, contents)]
    }

    /// A correction in a few words, as in `at most 60, where “Opinion” is “adverse”`.
    ///
    /// - Parameters:
    ///   - correction: What changed a score.
    ///   - edge: To what a cap, a floor or a gate held the score; `nil` names its rule.
    /// - Returns: `nil` where a formula is too deep to read it in words.
    public func inWords(_ correction: Node.Correction, edge: Phrase? = nil) -> Phrase? {
        guard var words = edge ?? formula(correction.amount).words else { return nil }
        switch correction.kind {
        case .bonus, .penalty:
            guard let amount = formula(correction.amount).words else { return nil }
            words = amount
            if let most = correction.atMost {
                words.append(", ")
                words.append(phrases.correctionAtMost(edge: said(most)))
            }
        case .cap, .gate: words = phrases.correctionAtMost(edge: words)
        case .floor: words = phrases.correctionAtLeast(edge: words)
        }
        guard let when = correction.when else { return words }
        return (proofCondition(when) ?? formula(when).words).map {
            "\(words), \(phrases.correctionWhere(condition: $0))"
        }
    }

    private func effect(_ correction: Node.Correction, of rule: Node) -> Phrase {
        let amount = edge(correction.amount, of: rule)
        return switch correction.kind {
        case .bonus: phrases.ruleCorrectionBonus(points: amount)
        case .penalty: phrases.ruleCorrectionPenalty(points: amount)
        case .cap, .gate:
            rule.isGraded
                ? phrases.ruleCorrectionGradeCap(edge: amount)
                : phrases.ruleCorrectionCap(edge: amount)
        case .floor:
            rule.isGraded
                ? phrases.ruleCorrectionGradeFloor(edge: amount)
                : phrases.ruleCorrectionFloor(edge: amount)
        }
    }

    /// A grade stands in a correction as a number, written as its word.
    private func edge(_ formula: Formula, of rule: Node) -> Phrase {
        if rule.isGraded, case .number = formula.expression.kind {
            return .code(formula.source.text)
        }
        return said(formula)
    }

    private func details(_ correction: Node.Correction) -> [Phrase] {
        var lines: [Phrase] = []
        if let when = correction.when {
            let (words, code) = formula(when)
            lines.append(
                (proofCondition(when) ?? words).map { phrases.ruleCorrectionWhen(condition: $0) }
                    ?? Phrase(phrases.ruleCorrectionWhenFormula))
            lines.append(code)
        }
        if !correction.amount.expression.parts.isEmpty {
            lines.append(formula(correction.amount).code)
        }
        if let most = correction.atMost {
            lines.append(phrases.ruleCorrectionAtMost(edge: said(most)))
        }
        if mayBeUnknown(correction) {
            lines.append(
                Phrase(
                    correction.isNoneWhenUnknown
                        ? phrases.ruleCorrectionLeftOut : phrases.ruleCorrectionUnknown))
        }
        if let basis = restsOn(correction.basis) { lines.append(basis) }
        return lines
    }

    /// Whether it asks for something that may be blank: a number by itself never is.
    private func mayBeUnknown(_ correction: Node.Correction) -> Bool {
        if correction.when != nil { return true }
        if case .number = correction.amount.expression.kind { return false }
        return true
    }
}

internal import Domain
internal import Expressions
internal import Locales
internal import Methodology

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
                words.map { phrases.ruleCorrectionWhen(condition: $0) }
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

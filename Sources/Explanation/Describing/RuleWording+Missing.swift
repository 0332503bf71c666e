internal import Domain
internal import Locales
internal import Methodology

/// What stands in the place of what is absent.
extension RuleWording {
    func missing(_ rule: Node) -> Paragraph {
        var lines: [Phrase] = []
        if let missing = rule.missing {
            let score = self.score(missing.score, of: rule)
            lines.append(
                rule.isGraded
                    ? phrases.ruleMissingGrade(grade: score)
                    : phrases.ruleMissingScore(score: score))
            if let mark = missing.mark { lines.append(phrases.ruleMissingMark(mark: .code(mark))) }
            lines += why(missing.reason, isOpen: missing.isOpen)
        } else if let substitute = rule.substitute {
            switch substitute.source {
            case .last(let periods): lines.append(phrases.ruleMissingLast(periods: periods))
            case .groupMean: lines.append(Phrase(phrases.ruleMissingGroupMean))
            case .groupMedian: lines.append(Phrase(phrases.ruleMissingGroupMedian))
            case .expectationMaximisation(let leaves):
                let names = leaves.map { nodeName($0) }
                lines.append(
                    phrases.ruleMissingExpected(leaves: names.joined(separator: separator)))
            }
            lines += why(substitute.reason, isOpen: substitute.isOpen)
        } else {
            lines.append(Phrase(phrases.ruleMissingStays))
        }
        return Paragraph(.missing, phrases.ruleTitleMissing, lines: lines)
    }

    private func why(_ reason: LanguageMap?, isOpen: Bool) -> [Phrase] {
        var lines = [phrase(reason).map { phrases.ruleMissingReason(reason: $0) }].compactMap { $0 }
        if isOpen { lines.append(Phrase(phrases.ruleMissingOpen)) }
        return lines
    }
}

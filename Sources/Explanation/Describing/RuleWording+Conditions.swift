internal import Expressions
internal import Locales
internal import Methodology

/// Conditions that earn a score.
extension RuleWording {
    func ladder(_ ladder: Node.Ladder, of rule: Node) -> Paragraph {
        var contents: [Paragraph.Content] = [.line(Phrase(phrases.scoreLadder), depth: 0)]
        for rung in ladder.rungs {
            let (words, code) = formula(rung.when)
            let score = self.score(rung.score, of: rule)
            let line =
                words.map { phrases.scoreRung(score: score, condition: $0) }
                ?? phrases.scoreRungByFormula(score: score)
            contents += [.line(line, depth: 1), .line(code, depth: 2)]
        }
        let rest = phrases.scoreNoneHolds(score: score(ladder.otherwise, of: rule))
        contents.append(.line(rest, depth: 1))
        return Paragraph(.ladder, titleOfScore(rule), contents)
    }

    func checklist(_ list: Node.Checklist, of rule: Node) -> Paragraph {
        var contents: [Paragraph.Content] = []
        switch list.form {
        case .points: contents.append(.line(Phrase(phrases.scoreChecklistPoints), depth: 0))
        case .count(let least, let score, let otherwise):
            let (score, rest) = (self.score(score, of: rule), self.score(otherwise, of: rule))
            let number = list.items.count
            let line =
                least == number
                ? phrases.scoreChecklistAll(score: score, otherwise: rest)
                : least == 1
                    ? phrases.scoreChecklistAny(score: score, otherwise: rest)
                    : phrases.scoreChecklistCount(
                        least: least, number: number, score: score, otherwise: rest)
            contents.append(.line(line, depth: 0))
        }
        for item in list.items {
            let (words, code) = formula(item.when)
            var line = words ?? Phrase(phrases.ruleByCondition)
            if list.form == .points {
                let points = figure(item.points)
                line =
                    words.map { phrases.scoreRung(score: points, condition: $0) }
                    ?? phrases.scoreRungByFormula(score: points)
            }
            line = phrase(item.title).map { phrases.scoreItem(name: $0, condition: line) } ?? line
            contents += [.line(line.capitalised, depth: 1), .line(code, depth: 2)]
        }
        return Paragraph(.checklist, titleOfScore(rule), contents)
    }

    func titleOfScore(_ rule: Node) -> String {
        rule.isGraded ? phrases.ruleTitleGrade : phrases.ruleTitleScore
    }
}

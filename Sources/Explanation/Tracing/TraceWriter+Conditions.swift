internal import Arithmetic
internal import Locales
internal import Methodology
internal import Scoring

/// What conditions earned, in words.
extension TraceWriter {
    /// A line for each requirement that was looked at, and one for what its parts come to.
    func ladder(_ rungs: [Trace.Rung]) -> Paragraph {
        var contents: [Paragraph.Content] = []
        for rung in rungs {
            let score = told(rung.score)
            guard let when = rung.when else {
                contents.append(.line(phrases.scoreOtherwise(score: score), depth: 0))
                continue
            }
            let line = phrases.scoreWhen(score: score, condition: .code(when.rule))
            contents.append(.line(line, depth: 0))
            contents.append(.line(wording.named(figures(when), told(rung.verdict)), depth: 1))
        }
        let title = node.isGraded ? phrases.headingGrade : phrases.headingLadder
        return Paragraph(.ladder, title, contents)
    }

    /// A line for each requirement, what its parts come to, and what they earn together.
    func checklist(
        _ list: Node.Checklist, _ items: [Trace.CheckedItem], _ value: Fixed?
    ) -> Paragraph {
        var contents: [Paragraph.Content] = []
        for item in items {
            var line = Phrase.code(item.when.rule)
            if list.form == .points {
                line = phrases.scoreWhen(score: wording.figure(item.item.points), condition: line)
            }
            if let title = wording.phrase(item.item.title) { line = wording.named(title, line) }
            contents.append(.line(line, depth: 0))
            contents.append(
                .line(wording.named(figures(item.when), told(item.verdict)), depth: 1))
        }
        let result = held(list, items)
        contents.append(
            .line(value.map { wording.named(result, exactly($0)) } ?? result, depth: 0))
        return Paragraph(.checklist, phrases.headingChecklist, contents)
    }

    /// As in `3 of 5 hold, at least 4 must`.
    private func held(_ list: Node.Checklist, _ items: [Trace.CheckedItem]) -> Phrase {
        let met = wording.figure(items.count { $0.verdict == .met })
        let all = wording.figure(items.count)
        return switch list.form {
        case .points: phrases.requirementsHold(met: met, all: all)
        case .count(let least, _, _):
            phrases.requirementsHoldLeast(met: met, all: all, least: wording.figure(least))
        }
    }

    private func told(_ verdict: RequirementStep.Verdict) -> Phrase {
        switch verdict {
        case .met: Phrase(phrases.itHolds)
        case .unmet: Phrase(phrases.itDoesNotHold)
        case .unknown(let origin): phrases.hasNoValue(origin: wording.origin(origin))
        }
    }
}

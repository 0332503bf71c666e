internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

/// Writes one trace in English.
struct TraceWriter {
    let trace: Trace
    let wording: Wording
    let display: Display

    var assessment: Assessment { wording.assessment }
    var node: Node { assessment.plan.nodes[trace.node] }

    func lines() -> [String] {
        var lines = heading()
        lines += paragraph("Rests on", trace.basis.map { wording.citation($0) })
        if let definition = wording.text(node.texts.definition) {
            lines += paragraph("Means", [definition])
        }
        if let note = wording.text(node.texts.note) { lines += paragraph("Note", [note]) }
        lines += paragraph("Assessors", node.texts.assessors.compactMap(wording.text))
        lines += paragraph("Confidence", node.texts.confidence.compactMap(wording.text))
        lines += paragraph("Source", node.texts.source.compactMap(wording.text))
        for line in trace.decisions { lines += decision(line) }
        for step in trace.steps { lines += self.step(step) }
        lines += paragraph("Parameters", trace.parameters.map(parameter))
        lines += paragraph("Evidence", trace.evidence.map(evidence))
        lines += paragraph("Bounds", bounds())
        lines += lost()
        let standing = wording.official(trace.node, at: trace.unit)
        lines += paragraph("Official", [standing == "official" ? "yes" : standing])
        return lines
    }

    private func heading() -> [String] {
        let body = assessment.body(of: trace.unit)
        let period = assessment.evidence.periods[assessment.period(of: trace.unit)]
        let who = "\(wording.body(body)) (\(assessment.evidence.bodies[body].id)), \(period)"
        return [who, "\(wording.node(trace.node)) (\(node.id)): \(result())"]
    }

    private func result() -> String {
        guard let score = trace.shown(display) else {
            let state = Wording.word(trace.outcome.state)
            let reason = wording.reason(trace.outcome, of: trace.node, at: trace.unit)
            return reason.map { "\(state): \($0)" } ?? state
        }
        var text = trace.outcome.isFilled ? "\(score), filled" : score
        if trace.outcome.decision != nil { text += ", decided" }
        if let band = wording.band(of: trace.node, at: trace.unit) { text += ", band \(band)" }
        if let rank = assessment.rank(of: trace.node, at: trace.unit) { text += ", rank \(rank)" }
        return text
    }

    func paragraph(_ title: String, _ texts: [String]) -> [String] {
        let width = 12
        return texts.enumerated().map { index, text in
            let head = index == 0 ? title : ""
            return "  " + head + String(repeating: " ", count: max(1, width - head.count)) + text
        }
    }

    private func step(_ step: Trace.Step) -> [String] {
        switch step {
        case .appliesWhen(let condition):
            return paragraph("Applies", ["when \(condition.rule)", condition.text])
        case .value(let substitution, let value): return self.value(substitution, value)
        case .weights(let lines): return paragraph("Weights", lines.map(weight))
        case .aggregate(let made, let rule, let value): return aggregate(made, rule, value)
        case .ladder(let rungs): return ladder(rungs)
        case .substituted(let rule, let step, let reason):
            let why = wording.text(reason).map { ": \($0)" } ?? ""
            return paragraph(
                "Filled", ["no value; the missing rule (\(rule)) puts \(source(step))\(why)"])
        case .checklist(let list, let items, let value): return checklist(list, items, value)
        case .filled(let rule, let score, let reason):
            let why = wording.text(reason).map { ": \($0)" } ?? ""
            return paragraph(
                "Filled", ["no value; the missing rule (\(rule)) sets \(node.text(score))\(why)"])
        case .scored(_, let rule, let edges, let value, let score):
            return paragraph("Score", edges.map(edge) + [self.rule(rule, value, score)])
        case .compared(let rule, let step, let value, let score):
            return paragraph("Score", [compared(rule, step, value, score)])
        case .correction(let correction, let step, let when, let amount):
            return self.correction(correction, step, when, amount)
        case .rounded(let from, let to, let rounding):
            return paragraph(
                "Rounded",
                ["\(from) → \(to) (\(rounding.mode.rawValue), \(rounding.digits) digits)"])
        case .shareBounds(let unknown, let all):
            return paragraph("Open", ["\(unknown.text) of \(all.text) are unknown"])
        }
    }

    /// As in `12, the value of 2023`.
    private func source(_ step: SubstituteStep) -> String {
        switch step.source {
        case .earlier(let unit):
            let period = assessment.evidence.periods[assessment.period(of: unit)]
            return "\(exactly(step.value)), the value of \(period)"
        case .peers(let count):
            return "\(exactly(step.value)), of the known values of \(count) "
                + (count == 1 ? "peer" : "peers")
        }
    }

    private func value(_ substitution: Substitution, _ value: Fixed?) -> [String] {
        var texts = [substitution.rule]
        if node.isValueGrade {
            texts.append(substitution.text)
        } else if let value, substitution.text != value.description {
            texts.append("\(substitution.text) = \(exactly(value))")
        } else {
            texts.append(substitution.text)
        }
        for part in substitution.parts {
            guard let tally = part.tally else { continue }
            texts.append("  \(part.rule) = \(Substitution.text(part.figure))" + rows(tally))
        }
        return paragraph("Value", texts)
    }

    /// A score of the node as `exactly` tells it, or its grade.
    func told(_ score: Fixed) -> String { node.grade(score) ?? exactly(score) }

    /// As in `52.14 (exactly 52.136752136752136752)`.
    func exactly(_ number: Fixed) -> String {
        let shown = display.figure(number)
        // A text that is no number is not the same, so the number stands beside it.
        let isSame = (try? Fixed(shown)) == number
        return isSame ? number.description : "\(shown) (exactly \(number))"
    }

    private func correction(
        _ correction: Node.Correction, _ step: CorrectionStep, _ when: Substitution?,
        _ amount: Substitution
    ) -> [String] {
        let name = correction.kind.rawValue
        let title = name.prefix(1).uppercased() + name.dropFirst()
        var texts: [String] = []
        if let when { texts.append("when \(when.rule): \(when.text)") }
        if let unknown = step.unknown {
            let fate = correction.isNoneWhenUnknown ? "; left out" : ""
            texts.append("cannot be told: \(wording.origin(unknown)) has no value\(fate)")
        } else if let points = step.amount {
            let limit = correction.atMost.map { ", at most \($0.source.text)" } ?? ""
            texts.append("\(amount.rule)\(limit)" + self.points(points, correction, amount))
            texts.append("\(told(step.before)) → \(told(step.after))")
        } else {
            let word = node.isGraded ? "grade" : "score"
            texts.append("does not hold; the \(word) stays \(told(step.before))")
        }
        if !correction.basis.isEmpty {
            texts.append(correction.basis.map { wording.citation($0) }.joined(separator: "; "))
        }
        return paragraph(String(title), texts)
    }

    /// As in `: 3 × 2 = 6, held to 5`; ` = 60` for a parameter alone, nothing for a number.
    private func points(
        _ points: Fixed, _ correction: Node.Correction, _ amount: Substitution
    ) -> String {
        // A grade stands there as it is.
        if node.isGraded { return "" }
        var text = amount.text == amount.rule ? "" : ": \(amount.text)"
        var whole = points
        if case .number(let number) = assessment.figure(
            of: correction.amount.expression, at: trace.unit)
        {
            whole = number
        }
        if amount.text == whole.description {
            text = amount.text == amount.rule ? "" : " = \(whole)"
        } else {
            text += " = \(whole)"
        }
        return whole == points ? text : "\(text), held to \(points)"
    }

    private func bounds() -> [String] {
        guard let bounds = trace.bounds else {
            let isRelative = assessment.plan.relative.contains(trace.node)
            return isRelative && trace.outcome.state != .notApplicable
                ? ["none: the score depends on other bodies"] : []
        }
        if bounds.isClosed, bounds.lower == trace.outcome.score { return ["nothing is open"] }
        let ends = bounds.isClosed ? [bounds.lower] : [bounds.lower, bounds.upper]
        return [
            ends.map { told($0) }.joined(separator: " … ") + " when everything open is settled"
        ]
    }
}

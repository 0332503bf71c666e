internal import Arithmetic
internal import Methodology
internal import Scoring

/// What conditions earned, in words.
extension TraceWriter {
    /// A line for each requirement that was looked at, and one for what its parts come to.
    func ladder(_ rungs: [Trace.Rung]) -> [String] {
        let texts = rungs.flatMap { rung -> [String] in
            let name = told(rung.score)
            guard let when = rung.when else { return ["\(name) otherwise"] }
            return ["\(name) when \(when.rule)", "  \(when.text): \(told(rung.verdict))"]
        }
        return paragraph(node.isGraded ? "Grade" : "Ladder", texts)
    }

    /// A line for each requirement, what its parts come to, and what they earn together.
    func checklist(
        _ list: Node.Checklist, _ items: [Trace.CheckedItem], _ value: Fixed?
    ) -> [String] {
        var texts = items.flatMap { item -> [String] in
            let title = wording.text(item.item.title).map { "\($0): " } ?? ""
            let points = list.form == .points ? "\(item.item.points) when " : ""
            return [
                "\(title)\(points)\(item.when.rule)", "  \(item.when.text): \(told(item.verdict))",
            ]
        }
        let met = items.count { $0.verdict == .met }
        let result = value.map { ": \(exactly($0))" } ?? ""
        switch list.form {
        case .points: texts.append("\(met) of \(items.count) hold\(result)")
        case .count(let least, _, _):
            texts.append("\(met) of \(items.count) hold, at least \(least) must\(result)")
        }
        return paragraph("Checklist", texts)
    }

    private func told(_ verdict: RequirementStep.Verdict) -> String {
        switch verdict {
        case .met: "holds"
        case .unmet: "does not hold"
        case .unknown(let origin): "cannot be told: \(wording.origin(origin)) has no value"
        }
    }
}

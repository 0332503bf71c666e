internal import Domain
internal import Evidence
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

extension TraceJSON {
    /// A decision with what stood before and what stands after it.
    func decision(_ line: Trace.DecisionLine, _ json: inout JSONWriter) {
        let decision = assessment.evidence.decisions[line.decision]
        var isInput = false
        if case .input = decision.subject { isInput = true }
        let before = decision.before?.file == nil ? nil : decision.before
        json.object { json in
            json.member("input", isInput ? line.name : nil)
            json.member("node", isInput ? nil : line.name)
            json.member("decision", decision.kind.rawValue)
            json.member("before", standing(line.before))
            json.member("after", standing(line.after))
            json.member("before-file", before?.file)
            json.member("before-row", before.map { Int($0.row) })
            json.key("before-provenance")
            if let before {
                provenance(assessment.evidence.provenances[Int(before.provenance)], &json)
            } else {
                json.null()
            }
            json.member("reason", decision.reason)
            json.member("basis", decision.basis)
            json.member("who", decision.who)
            json.member("date", decision.date.description)
            json.member("file", decision.file)
            json.member("row", decision.row)
        }
    }

    private func standing(_ standing: Trace.DecisionLine.Standing) -> String {
        switch standing {
        case .figure(let figure): wording.phrase(figure).written(wording.locale)
        case .outcome(let outcome):
            wording.phrase(outcome, of: trace.node).written(wording.locale)
        }
    }
}

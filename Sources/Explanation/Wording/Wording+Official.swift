internal import Methodology
public import Scoring

extension Wording {
    /// One line about whether results of a node are official, whatever the evidence.
    public func standing(of node: Int) -> String {
        sentence(assessment.standing(node))
    }

    /// One line about whether an outcome is official.
    public func official(_ node: Int, at unit: Int) -> String {
        sentence(assessment.official(node, at: unit).objections)
    }

    /// As in `official`, or `not official: …`; a restated edition has a sentence of its own.
    private func sentence(_ objections: [Official.Objection]) -> String {
        guard !objections.isEmpty else { return "official" }
        if objections.contains(.edition(.restated)) {
            let owner = text(assessment.plan.identity.owner) ?? "the methodology's owner"
            let rest = objections.filter { $0 != .edition(.restated) && $0 != .notByOwner }
            let sentence = "recomputed from published rules and data; not issued by \(owner)"
            return rest.isEmpty
                ? sentence : "\(sentence); \(rest.map(objection).joined(separator: "; "))"
        }
        return "not official: " + objections.map(objection).joined(separator: "; ")
    }

    /// One objection in words, without a full stop.
    public func objection(_ objection: Official.Objection) -> String {
        let plan = assessment.plan
        switch objection {
        case .edition(let status): return "the edition is \(status.rawValue)"
        case .notByOwner:
            return "not computed by \(text(plan.identity.owner) ?? "the methodology's owner")"
        case .assumedNode(let node): return "the rule of \(plan.nodes[node].id) is assumed"
        case .assumedParameter(let parameter):
            return "the parameter \(plan.parameters[parameter].id) is assumed"
        case .withoutDecisions: return "the decisions were left out"
        case .rejected(let rows):
            return rows == 1
                ? "1 row was rejected, whatever body it is about"
                : "\(rows) rows were rejected, whatever bodies they are about"
        case .unverified: return "it rests on evidence that nobody verified"
        }
    }
}

internal import Domain
public import Locales
internal import Methodology
public import Scoring

extension Wording {
    /// One line about whether results of a node are official, whatever the evidence.
    public func standing(of node: Int) -> String { standingPhrase(of: node).written(locale) }

    /// One line about whether an outcome is official.
    public func official(_ node: Int, at unit: Int) -> String {
        officialPhrase(node, at: unit).written(locale)
    }

    /// One objection in words, without a full stop.
    public func objection(_ objection: Official.Objection) -> String {
        objectionPhrase(objection).written(locale)
    }

    /// ``standing(of:)`` with its names marked.
    public func standingPhrase(of node: Int) -> Phrase { sentence(assessment.standing(node)) }

    /// ``official(_:at:)`` with its names marked.
    public func officialPhrase(_ node: Int, at unit: Int) -> Phrase {
        sentence(assessment.official(node, at: unit).objections)
    }

    /// As in `official`, or `not official: …`; a restated edition has a sentence of its own.
    private func sentence(_ objections: [Official.Objection]) -> Phrase {
        guard !objections.isEmpty else { return Phrase(phrases.isOfficial) }
        guard objections.contains(.edition(.restated)) else {
            return phrases.isNotOfficial(objections: all(objections))
        }
        let rest = objections.filter { $0 != .edition(.restated) && $0 != .notByOwner }
        return rest.isEmpty ? recomputedPhrase : then(recomputedPhrase, all(rest))
    }

    /// That somebody other than the owner computed it, without a full stop.
    public var recomputedPhrase: Phrase {
        owner.map { phrases.recomputedNotBy(owner: $0) } ?? Phrase(phrases.recomputedNotByOwner)
    }

    private func all(_ objections: [Official.Objection]) -> Phrase {
        var text = objectionPhrase(objections[0])
        for objection in objections.dropFirst() { text = then(text, objectionPhrase(objection)) }
        return text
    }

    private var owner: Phrase? { phrase(assessment.plan.identity.owner) }

    /// ``objection(_:)`` with its names marked.
    public func objectionPhrase(_ objection: Official.Objection) -> Phrase {
        let plan = assessment.plan
        switch objection {
        case .edition(.restated): return Phrase(phrases.editionIsRestated)
        case .edition(let status): return phrases.editionIs(status: Phrase(word(status)))
        case .notByOwner:
            return owner.map { phrases.notComputedBy(owner: $0) }
                ?? Phrase(phrases.notComputedByOwner)
        case .assumedNode(let node):
            let id = plan.nodes[node].id
            return phrases.ruleIsAssumed(node: Phrase([.reference(.node(node), id)]))
        case .assumedParameter(let parameter):
            return phrases.parameterIsAssumed(parameter: parameterName(parameter))
        case .withoutDecisions: return Phrase(phrases.decisionsLeftOut)
        case .rejected(let rows): return phrases.rowsRejected(rows: rows)
        case .unverified: return Phrase(phrases.notVerifiedByAnybody)
        }
    }

    /// A parameter's id, which leads to the parameter.
    func parameterName(_ parameter: Int) -> Phrase {
        Phrase([.reference(.parameter(parameter), assessment.plan.parameters[parameter].id)])
    }
}

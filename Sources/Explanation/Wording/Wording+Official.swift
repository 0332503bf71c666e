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
        let phrases = objectionPhrases(objections)
        return phrases.dropFirst().reduce(phrases[0]) { then($0, $1) }
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
        case .supposed: return Phrase(phrases.valuesSupposed)
        case .rejected(let rows): return phrases.rowsRejected(rows: rows)
        case .unverified: return Phrase(phrases.notVerifiedByAnybody)
        }
    }

    /// So many assumed rules are all named; of more the first ones are, and the rest is counted.
    private static let (mostNamed, firstNamed) = (8, 3)

    /// Objections in words, each without a full stop.
    ///
    /// Assumed rules stand together in one, and so do assumed parameters. Where there are many rules
    /// the methodology's own texts name all.
    public func objectionPhrases(_ objections: [Official.Objection]) -> [Phrase] {
        var told: [Phrase] = []
        for objection in objections {
            let alike = objections.filter { Self.areAlike($0, objection) }
            if alike.count == 1 {
                told.append(objectionPhrase(objection))
            } else if alike.first == objection {
                told.append(assumed(alike))
            }
        }
        return told
    }

    private static func areAlike(_ one: Official.Objection, _ other: Official.Objection) -> Bool {
        switch (one, other) {
        case (.assumedNode, .assumedNode), (.assumedParameter, .assumedParameter): true
        default: one == other
        }
    }

    /// Several rules, or several parameters, as one objection.
    private func assumed(_ alike: [Official.Objection]) -> Phrase {
        let parameters = alike.compactMap { objection -> Phrase? in
            guard case .assumedParameter(let parameter) = objection else { return nil }
            return parameterName(parameter)
        }
        if !parameters.isEmpty {
            return phrases.parametersAreAssumed(parameters: locale.list(parameters))
        }
        let nodes = alike.compactMap { objection -> Phrase? in
            guard case .assumedNode(let node) = objection else { return nil }
            return Phrase([.reference(.node(node), assessment.plan.nodes[node].id)])
        }
        guard nodes.count > Self.mostNamed else {
            return phrases.rulesAreAssumed(nodes: locale.list(nodes))
        }
        return phrases.rulesAreAssumedAndMore(
            nodes: nodes.prefix(Self.firstNamed).joined(separator: ", "),
            others: nodes.count - Self.firstNamed)
    }

    /// A parameter's id, which leads to the parameter.
    func parameterName(_ parameter: Int) -> Phrase {
        Phrase([.reference(.parameter(parameter), assessment.plan.parameters[parameter].id)])
    }
}

public import Domain
internal import Evidence
public import Locales
public import Methodology
public import Scoring

/// Names and texts of others, as phrases.
extension Wording {
    /// A text in the language; one that lacks it is marked with the language it stands in.
    public func phrase(_ map: LanguageMap?) -> Phrase? {
        guard let entry = map?.entry(in: language) else { return nil }
        return isOwn(entry) ? Phrase(entry.text) : Phrase([.foreign(entry.text, tag: entry.language)])
    }

    /// The node's title, or its id, that leads to the node; or the title in another language.
    public func nodeName(_ position: Int) -> Phrase {
        let node = assessment.plan.nodes[position]
        guard let entry = node.texts.title?.entry(in: language) else {
            return Phrase([.reference(.node(position), node.id)])
        }
        return isOwn(entry)
            ? Phrase([.reference(.node(position), entry.text)])
            : Phrase([.foreign(entry.text, tag: entry.language)])
    }

    /// The body's title, or its id, that leads to the body; or the title in another language.
    public func bodyName(_ position: Int) -> Phrase {
        let body = assessment.evidence.bodies[position]
        guard let entry = body.title.entry(in: language) else {
            return Phrase([.reference(.body(position), body.id)])
        }
        return isOwn(entry)
            ? Phrase([.reference(.body(position), entry.text)])
            : Phrase([.foreign(entry.text, tag: entry.language)])
    }

    /// As in `order 28 (order-28), clause 7`; its words lead to the source.
    public func citationPhrase(_ citation: Plan.Citation) -> Phrase {
        Phrase([.reference(.source(citation.source), self.citation(citation))])
    }

    /// Whether a text stands in the language of the wording.
    private func isOwn(_ entry: LanguageMap.Entry) -> Bool {
        entry.language == language ?? locale.tag
    }
}

/// Sentences, as phrases.
extension Wording {
    /// Why a node has no score, or a filled one, in a sentence without a full stop; `nil` for a
    /// score of its own.
    public func reasonPhrase(of node: Int, at unit: Int) -> Phrase? {
        reason(of: node, at: unit).map { Phrase($0) }
    }

    /// One line about whether results of a node are official, whatever the evidence.
    public func standingPhrase(of node: Int) -> Phrase { Phrase(standing(of: node)) }

    /// One line about whether an outcome is official.
    public func officialPhrase(_ node: Int, at unit: Int) -> Phrase {
        Phrase(official(node, at: unit))
    }

    /// One objection in words, without a full stop.
    public func objectionPhrase(_ objection: Official.Objection) -> Phrase {
        Phrase(self.objection(objection))
    }

    /// The state for people, as in `not applicable`.
    public func stateWord(_ state: State) -> String { Self.word(state) }

    /// What an aggregate is called, as in `weighted mean`.
    public func kindName(of kind: Node.Aggregate.Kind) -> String { Self.name(of: kind) }

    /// What took points of a node, as in `penalty` or the name of a child.
    public func cause(_ line: PointsLost, of owner: Int) -> Phrase {
        switch line.cause {
        case .node(let node): nodeName(node)
        case .correction(let index):
            Phrase(assessment.plan.nodes[owner].corrections[index].kind.rawValue)
        case .value: Phrase(valueName(of: owner))
        case .scoreRule: "score rule"
        case .scale: "maximum of what is beneath"
        case .rounding: "rounding"
        }
    }

    /// What a value that is no sum is called.
    private func valueName(of position: Int) -> String {
        let node = assessment.plan.nodes[position]
        return switch node.content {
        case .aggregate(let aggregate): kindName(of: aggregate.kind)
        case .formula where !node.children.isEmpty: "formula"
        case .formula, .ladder, .checklist, .heading: "value"
        }
    }
}

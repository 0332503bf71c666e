public import Domain
internal import Evidence
public import Locales
public import Methodology
internal import Scoring

/// Names and texts of others, as phrases.
extension Wording {
    /// A text in the language; one that lacks it is marked with the language it stands in.
    public func phrase(_ map: LanguageMap?) -> Phrase? { spoken.phrase(map) }

    /// The node's title, or its id, that leads to the node; or the title in another language.
    public func nodeName(_ position: Int) -> Phrase {
        let node = assessment.plan.nodes[position]
        return spoken.name(node.texts.title, node.id, .node(position))
    }

    /// The body's title, or its id, that leads to the body; or the title in another language.
    public func bodyName(_ position: Int) -> Phrase {
        let body = assessment.evidence.bodies[position]
        return spoken.name(body.title, body.id, .body(position))
    }

    /// The band's title, or its id; `nil` where there is no band.
    public func bandName(of node: Int, at unit: Int) -> Phrase? {
        assessment.band(of: node, at: unit).map { phrase($0.title) ?? .code($0.id) }
    }

    /// As in `order 28 (order-28), clause 7`; the title leads to the source, or the key.
    public func citationPhrase(_ citation: Plan.Citation) -> Phrase {
        let key = citation.source
        var text = spoken.name(assessment.plan.sources[key]?.title, key, .source(key))
        if assessment.plan.sources[key]?.title != nil {
            text.append(" (")
            text.append(text.isReference ? .code(key) : Phrase([.reference(.source(key), key)]))
            text.append(")")
        }
        return spoken.clause(citation.clause, of: text, phrases)
    }
}

extension Phrase {
    /// Whether it begins with something that leads somewhere.
    fileprivate var isReference: Bool {
        guard case .reference? = parts.first else { return false }
        return true
    }
}

public import Domain
public import Locales
public import Methodology

/// Says in words what the rules of an edition are, in one language.
///
/// Every word is made from the plan, so a text about a rule cannot say something else than the
/// rule does. What others wrote (titles, reasons) is taken as it is, and marked where it stands in
/// another language.
public struct RuleWording: Sendable {
    /// What is spoken of.
    public let plan: Plan
    /// The language of titles, and of our own words.
    public let spoken: SpokenLanguage
    /// Our own words.
    let phrases: Phrases

    /// A wording for the rules of an edition.
    public init(_ plan: Plan, language: String? = nil) {
        self.plan = plan
        spoken = SpokenLanguage(language)
        phrases = Phrases(spoken.locale)
    }

    /// The language of our own words.
    public var locale: Locale { spoken.locale }

    /// A text in the language; one that lacks it is marked with the language it stands in.
    public func phrase(_ map: LanguageMap?) -> Phrase? { spoken.phrase(map) }

    /// The node's title, or its id, that leads to the node; or the title in another language.
    public func nodeName(_ position: Int) -> Phrase {
        let node = plan.nodes[position]
        return spoken.name(node.texts.title, node.id, .node(position))
    }

    /// The parameter's title, or its id, that leads to it; or the title in another language.
    public func parameterName(_ position: Int) -> Phrase {
        let parameter = plan.parameters[position]
        return spoken.name(parameter.title, parameter.id, .parameter(position))
    }

    /// As in `order 28, clause 7`; the title leads to the source, or the key.
    public func citation(_ citation: Plan.Citation) -> Phrase {
        let key = citation.source
        let source = spoken.name(plan.sources[key]?.title, key, .source(key))
        return spoken.clause(citation.clause, of: source, phrases)
    }

    /// Several citations on one line; `nil` for none.
    func citations(_ citations: [Plan.Citation]) -> Phrase? {
        citations.isEmpty ? nil : citations.map(citation).joined(separator: separator)
    }

    /// What something rests on, in a line of its own; `nil` where nothing is said.
    func restsOn(_ citations: [Plan.Citation]) -> Phrase? {
        self.citations(citations).map { phrases.ruleRestsOn(sources: $0) }
    }

    /// What stands between the items of a list that hold commas themselves.
    var separator: String { locale == .french ? "\u{202F}; " : "; " }
}

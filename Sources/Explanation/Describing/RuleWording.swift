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
    /// The language of titles, as in `fr`; where a text lacks it, the first one written.
    public let language: String?
    /// The language of our own words: English where we do not speak that of the titles.
    public let locale: Locale
    /// Our own words.
    let phrases: Phrases

    /// A wording for the rules of an edition.
    public init(_ plan: Plan, language: String? = nil) {
        self.plan = plan
        self.language = language
        locale = language.flatMap { Locale(tag: $0) } ?? .english
        phrases = Phrases(locale)
    }

    /// A text in the language; one that lacks it is marked with the language it stands in.
    public func phrase(_ map: LanguageMap?) -> Phrase? {
        guard let entry = map?.entry(in: language) else { return nil }
        return isOwn(entry)
            ? Phrase(entry.text) : Phrase([.foreign(entry.text, tag: entry.language)])
    }

    /// The node's title, or its id, that leads to the node; or the title in another language.
    public func nodeName(_ position: Int) -> Phrase {
        let node = plan.nodes[position]
        return name(node.texts.title, node.id, .node(position))
    }

    /// The parameter's title, or its id, that leads to it; or the title in another language.
    public func parameterName(_ position: Int) -> Phrase {
        let parameter = plan.parameters[position]
        return name(parameter.title, parameter.id, .parameter(position))
    }

    /// As in `order 28, clause 7`; the title leads to the source, or the key.
    public func citation(_ citation: Plan.Citation) -> Phrase {
        let key = citation.source
        let source = name(plan.sources[key]?.title, key, .source(key))
        guard let clause = citation.clause else { return source }
        // What has no number, as `annex 2`, says itself what it is.
        guard let first = clause.utf8.first, (48...57).contains(first) else {
            return "\(source), \(Phrase([.foreign(clause, tag: "und")]))"
        }
        return phrases.clauseOf(source: source, clause: .code(clause))
    }

    /// Several citations on one line; `nil` for none.
    func citations(_ citations: [Plan.Citation]) -> Phrase? {
        citations.isEmpty ? nil : citations.map(citation).joined(separator: separator)
    }

    /// What something rests on, in a line of its own; `nil` where nothing is said.
    func restsOn(_ citations: [Plan.Citation]) -> Phrase? {
        self.citations(citations).map { phrases.ruleRestsOn(sources: $0) }
    }

    /// A title that leads somewhere, or an id; a title of another language is marked.
    private func name(
        _ title: LanguageMap?, _ id: String, _ reference: Phrase.Reference
    ) -> Phrase {
        guard let entry = title?.entry(in: language) else {
            return Phrase([.reference(reference, id)])
        }
        return isOwn(entry)
            ? Phrase([.reference(reference, entry.text)])
            : Phrase([.reference(reference, entry.text, tag: entry.language)])
    }

    /// Whether a text stands in the language of the wording.
    private func isOwn(_ entry: LanguageMap.Entry) -> Bool {
        entry.language == language ?? locale.tag
    }

    /// What stands between the items of a list that hold commas themselves.
    var separator: String { locale == .french ? "\u{202F}; " : "; " }
}

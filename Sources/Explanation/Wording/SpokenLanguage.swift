internal import Domain
public import Locales
internal import Methodology

/// The language that titles are asked for in, and that of our own words around them.
public struct SpokenLanguage: Sendable {
    /// The tag that was asked for, as in `fr`; where a text lacks it, the first one written stands.
    public let asked: String?
    /// The language of our own words: English where we do not speak the one that was asked for.
    public let locale: Locale
    /// The tag of our own words, which is what a page declares itself to be in.
    public let tag: String

    /// The language of a tag; `nil` for English words around texts in whatever language.
    public init(_ asked: String?) {
        self.asked = asked
        let spoken = asked.flatMap { Locale(tag: $0) }
        locale = spoken ?? .english
        tag = spoken == nil ? locale.tag : asked ?? locale.tag
    }

    /// A text in the language; one that stands in another than our own words is marked.
    func phrase(_ map: LanguageMap?) -> Phrase? {
        map?.entry(in: asked).map { phrase($0.text, in: $0.language) }
    }

    /// A text that stands in a language.
    func phrase(_ text: String, in language: String) -> Phrase {
        language == tag ? Phrase(text) : Phrase([.foreign(text, tag: language)])
    }

    /// A title that leads somewhere, or an id; a title of another language is marked.
    func name(_ title: LanguageMap?, _ id: String, _ reference: Phrase.Reference) -> Phrase {
        guard let entry = title?.entry(in: asked) else {
            return Phrase([.reference(reference, id)])
        }
        // A language that nobody told may well be the page's own.
        let isOwn = entry.language == tag || entry.language == "und"
        return Phrase([.reference(reference, entry.text, tag: isOwn ? nil : entry.language)])
    }

    /// As in `order 28, clause 7`.
    ///
    /// What has no number, as `annex 2`, says itself what it is.
    func clause(_ clause: String?, of source: Phrase, _ phrases: Phrases) -> Phrase {
        guard let clause else { return source }
        guard let first = clause.utf8.first, (48...57).contains(first) else {
            return "\(source), \(Phrase([.foreign(clause, tag: "und")]))"
        }
        return phrases.clauseOf(source: source, clause: .code(clause))
    }
}

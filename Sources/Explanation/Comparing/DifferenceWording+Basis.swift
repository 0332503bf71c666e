internal import Domain
internal import Locales
internal import Methodology

/// What a changed rule rests on.
extension DifferenceWording {
    /// Whether it is assumed, and on what it rests, each as a line.
    func grounds(_ change: Change) -> [Phrase] {
        let basis = basis(change)
        guard difference.isAssumed(change) else { return [basis].compactMap { $0 } }
        guard let basis else { return [Phrase(phrases.differenceAssumed)] }
        return [Phrase(phrases.differenceAssumedBesides), basis]
    }

    /// One line about the citations of both editions; `nil` for what rests on none by its nature.
    func basis(_ change: Change) -> Phrase? {
        guard change.topic != .sources || change.key == "basis", change.topic != .texts else {
            return nil
        }
        let new = change.newBasis
        // That the edition as a whole rests on an act is no news.
        let general = (difference.old.identity.basis, difference.new.identity.basis)
        if change.key != "basis", new.isEmpty || new == general.1,
            change.oldBasis.isEmpty || change.oldBasis == general.0
        {
            return nil
        }
        let gone = change.oldBasis.filter { !new.contains($0) }
        let added = new.filter { !change.oldBasis.contains($0) }
        if new.isEmpty {
            return gone.isEmpty
                ? nil : phrases.differenceRestedOn(sources: citations(gone, of: difference.old))
        }
        let kept = new.filter(change.oldBasis.contains)
        if !kept.isEmpty, gone.isEmpty, !added.isEmpty {
            return phrases.differenceRestsOnNowAlso(
                sources: citations(kept, of: difference.new),
                added: citations(added, of: difference.new))
        }
        let sources = citations(new, of: difference.new)
        return gone.isEmpty
            ? phrases.differenceRestsOn(sources: sources)
            : phrases.differenceRestsOnBeforeOn(
                sources: sources, before: citations(gone, of: difference.old))
    }

    private func citations(_ citations: [Plan.Citation], of plan: Plan) -> Phrase {
        citations.map { citation -> Phrase in
            let source = plan.sources[citation.source]
            let name =
                text(source?.title).map { "\($0) (\(citation.source))" } ?? Phrase(citation.source)
            guard let clause = citation.clause else { return name }
            return name + ", " + CitationWording.phrase(clause, phrases)
        }.joined(separator: "; ")
    }
}

/// Says what a rule rests on.
public enum CitationWording {
    /// As in `order 28 (order-28), clause 7`.
    static func text(
        _ citation: Plan.Citation, _ source: Plan.SourceEntry?, _ language: String?
    ) -> String {
        let title = source?.title?.text(in: language)
        let name = title.map { "\($0) (\(citation.source))" } ?? citation.source
        return citation.clause.map { "\(name), \(words($0))" } ?? name
    }

    /// As in `clause 7`; what has no number, as `annex 2`, says itself what it is.
    public static func words(_ clause: String) -> String { phrase(clause, Phrases(.english)).plain }

    /// The same in the language.
    static func phrase(_ clause: String, _ phrases: Phrases) -> Phrase {
        let isNumbered = clause.utf8.first.map { (48...57).contains($0) } ?? false
        return isNumbered ? phrases.citedClause(number: Phrase(clause)) : Phrase(clause)
    }
}

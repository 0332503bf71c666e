internal import Explanation
internal import Locales
internal import Methodology

extension MethodologyLayout {
    /// Every act or publication with what cites it.
    func sources(_ page: inout HTMLWriter) {
        let sources = model.rules.sources
        guard !sources.isEmpty else {
            return page.element("p", text: texts.methodSourcesNone)
        }
        for source in sources {
            let id = Anchor.source(source.key).id
            page.element("section", ["id": id, "class": "source"]) { page in
                page.element("h3") { $0.phrase(source.title.withoutLinks, setting) }
                page.facts(facts(of: source), setting)
                guard let link = source.link else { return }
                page.element("p", ["class": "citation"]) { page in
                    page.text(texts.methodLink + texts.colon)
                    page.outside(link, link)
                }
            }
        }
    }

    private func facts(of source: RuleWording.Source) -> [Fact] {
        let facts: [(String, Phrase?)] = [
            (texts.methodId, .code(source.key)), (texts.methodPublisher, source.publisher),
            (texts.methodDate, source.date), (texts.methodLastChecked, source.lastChecked),
            (texts.methodCitedBy, cited(by: source)),
        ]
        return facts.compactMap { name, value in value.map { Fact(name: name, value: $0) } }
    }

    /// What cites it, clause by clause; `nil` where nothing does.
    private func cited(by source: RuleWording.Source) -> Phrase? {
        let clauses = source.clauses.filter { !$0.rules.isEmpty }.map { clause, rules in
            texts.methodCited(
                source: clause.map(told) ?? Phrase(texts.methodCitedWhole),
                nodes: rules.joined(separator: ", "))
        }
        return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }

    /// As in `clause 7`; what has no number, as `annex 2`, says itself what it is.
    private func told(_ clause: Phrase) -> Phrase {
        let isNumbered = clause.plain.utf8.first.map { (48...57).contains($0) } ?? false
        return isNumbered ? texts.methodCitedClause(clause: clause) : clause
    }
}

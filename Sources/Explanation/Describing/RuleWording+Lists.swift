internal import Domain
public import Locales
internal import Methodology

/// The parameters and sources of an edition, for lists with a place for each.
extension RuleWording {
    /// A parameter, as it is told in a list.
    public struct Parameter: Sendable {
        /// Its position in the plan.
        public let position: Int
        /// Its id.
        public let id: String
        /// What people call it; `nil` where nothing is said.
        public let title: Phrase?
        /// What it is, as in `days`.
        public let type: Phrase
        /// Each as in `2 from 1 January 2025`, with what it rests on besides the parameter's own.
        public let values: [(value: Phrase, basis: [Phrase])]
        /// On what it rests.
        public let basis: [Phrase]
        /// Said where it was chosen without a source; `nil` elsewhere.
        public let assumed: Phrase?
    }

    /// In the order of the plan.
    public var parameters: [Parameter] {
        plan.parameters.enumerated().map { position, parameter in
            Parameter(
                position: position, id: parameter.id, title: phrase(parameter.title),
                type: word(parameter.type),
                values: parameter.values.map {
                    (dated($0, parameter.type), $0.basis.map(citation))
                },
                basis: parameter.basis.map(citation),
                assumed: parameter.isAssumed ? Phrase(phrases.ruleTitleAssumed) : nil)
        }
    }

    /// An act or publication, as it is told in a list.
    public struct Source: Sendable {
        /// Its key.
        public let key: String
        /// What it is called; its key where nothing is said.
        public let title: Phrase
        /// Who issued it.
        public let publisher: Phrase?
        /// Where it can be read.
        public let link: String?
        /// The day of the act.
        public let date: Phrase?
        /// The day on which somebody last compared it with the rules.
        public let lastChecked: Phrase?
        /// What cites it, clause by clause, each once; `nil` for the source as a whole.
        public let clauses: [(clause: Phrase?, rules: [Phrase])]
    }

    /// By key.
    public var sources: [Source] {
        CitedSources(plan).items.map { item in
            Source(
                key: item.key, title: phrase(item.entry.title) ?? .code(item.key),
                publisher: item.entry.publisher.map { Phrase([.foreign($0, tag: "und")]) },
                link: item.entry.link, date: item.entry.date.map(day),
                lastChecked: item.entry.lastChecked.map(day), clauses: clauses(of: item.rules))
        }
    }

    /// Rules by their clauses, in their order; each is named once beneath a clause.
    private func clauses(
        of rules: [Plan.CitedRule]
    ) -> [(clause: Phrase?, rules: [Phrase])] {
        var clauses: [(clause: String?, names: [Phrase])] = []
        for rule in rules where rule.kind != "test case" {
            if clauses.last.map({ $0.clause != rule.citation.clause }) ?? true {
                clauses.append((rule.citation.clause, []))
            }
            let heirs = rule.heirs.compactMap { plan.node($0).map(nodeName) }
            for name in [name(of: rule)] + heirs
            where !(clauses.last?.names.contains(name) ?? true) {
                clauses[clauses.count - 1].names.append(name)
            }
        }
        return clauses.map { clause, names in (clause.map { .code($0) }, names) }
    }

    /// The node or parameter that a rule belongs to, else what it is.
    private func name(of rule: Plan.CitedRule) -> Phrase {
        let owner = rule.owner?.split(separator: " ").suffix(2).map(String.init) ?? []
        for (kind, id) in [(rule.kind, rule.id), (owner.first ?? "", owner.last)] {
            guard let id else { continue }
            if kind == "node", let node = plan.node(id) { return nodeName(node) }
            if kind == "parameter", let own = plan.parameters.firstIndex(where: { $0.id == id }) {
                return parameterName(own)
            }
        }
        switch rule.kind {
        case "edition": return Phrase(phrases.citedByEdition)
        case "bands", "band": return Phrase(phrases.ruleTitleBands)
        case "ranking": return Phrase(phrases.ruleTitleRanking)
        case "objections": return Phrase(phrases.editionTitleObjections)
        case "grades": return Phrase(phrases.editionTitleGrades)
        case "effort check": return Phrase(phrases.effortTitle)
        default: return .code(rule.id ?? rule.kind)
        }
    }
}

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
                assumed: parameter.isAssumed ? Phrase(phrases.ruleAssumed) : nil)
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
        /// The nodes whose own rule cites it, clause by clause; `nil` for the source as a whole.
        public let clauses: [(clause: Phrase?, nodes: [Phrase])]
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

    /// Rules by their clauses, in their order; each node is named once beneath a clause.
    private func clauses(
        of rules: [Plan.CitedRule]
    ) -> [(clause: Phrase?, nodes: [Phrase])] {
        var clauses: [(clause: String?, ids: [String])] = []
        for rule in rules where rule.kind != "test case" {
            if clauses.last.map({ $0.clause != rule.citation.clause }) ?? true {
                clauses.append((rule.citation.clause, []))
            }
            let own = rule.kind == "node" ? rule.id : Self.node(of: rule.owner)
            for id in [own].compactMap({ $0 }) + rule.heirs
            where !(clauses.last?.ids.contains(id) ?? true) {
                clauses[clauses.count - 1].ids.append(id)
            }
        }
        return clauses.map { clause, ids in
            (clause.map { .code($0) }, ids.compactMap { plan.node($0).map(nodeName) })
        }
    }

    /// The id in `node total`, or in `value of node total`.
    private static func node(of owner: String?) -> String? {
        guard let words = owner?.split(separator: " "), words.count >= 2,
            words[words.count - 2] == "node"
        else { return nil }
        return String(words[words.count - 1])
    }
}

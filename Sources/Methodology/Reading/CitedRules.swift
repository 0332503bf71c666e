internal import Diagnostics

/// Finds every `basis` of an edition, and what it stands at.
///
/// It walks the keys as they are written, so an element that comes into the language is found
/// without being named here.
struct CitedRules {
    /// In the order of the files.
    private(set) var rules: [Plan.CitedRule] = []
    /// The indicator files by the names that nodes call them.
    private let indicators: [String: YAML]
    /// For each of ``rules``, the nodes that rest on it without saying so.
    private var heirs: [[String]] = []

    /// What a citation stands at.
    private struct Element {
        let kind: String
        var id: String?
        var owner: String?

        /// What its own elements belong to; those of the edition stand by themselves, and those of
        /// a group without an id, as of a score, belong to whom the group belongs to.
        var inner: String? {
            id.map { Plan.CitedRule.words(kind, $0) + (owner.map { " of \($0)" } ?? "") } ?? owner
        }
    }

    /// Keys whose values name things or hold figures, and have no citations.
    private static let without: Set<String> = ["lists", "sources", "weight", "given", "scores"]
    /// Keys beneath which every key is the id of an element, and what that is called.
    private static let named = [
        "inputs": "input", "tables": "table", "fields": "field", "parameters": "parameter",
        "lookups": "lookup",
    ]
    /// What an item of a list is called.
    private static let items = [
        "nodes": "node", "scorecards": "node", "list": "band", "checks": "check",
        "effort": "effort check", "grades": "grades",
    ]

    /// Walks an edition and its test cases, all of them without faults.
    static func all(
        in edition: YAML, indicators: [String: YAML], tests: [YAML]
    ) -> [Plan.CitedRule] {
        var cited = CitedRules(indicators: indicators)
        cited.walk(edition, Element(kind: "edition"), resting: 0..<0)
        for item in tests.flatMap({ $0.items ?? [] }) {
            let name = item.entries?.first { $0.key == "name" }?.value.scalar
            cited.walk(item, Element(kind: "test case", id: name), resting: 0..<0)
        }
        return zip(cited.rules, cited.heirs).map { rule, heirs in
            Plan.CitedRule(
                kind: rule.kind, id: rule.id, owner: rule.owner, citation: rule.citation,
                place: rule.place, heirs: heirs)
        }
    }

    private init(indicators: [String: YAML]) { self.indicators = indicators }

    /// - Parameters:
    ///   - yaml: What is walked.
    ///   - element: What it is.
    ///   - resting: The citations on which nodes rest that have none of their own.
    private mutating func walk(_ yaml: YAML, _ element: Element, resting: Range<Int>) {
        var entries = yaml.entries ?? []
        if element.kind == "node", let file = element.id.flatMap({ indicators[$0] }),
            entries.contains(where: { $0.key == "indicator" })
        {
            entries += file.entries ?? []
        }
        var resting = resting
        if let basis = entries.first(where: { $0.key == "basis" }) {
            let first = rules.count
            for citation in Citations.of(basis.value) { add(citation, element, basis.keyPlace) }
            resting = first..<rules.count
        } else if element.kind == "node", Self.isRule(entries), let id = element.id {
            for rule in resting { heirs[rule].append(id) }
        }
        for entry in entries where !Self.without.contains(entry.key) {
            walk(entry, of: element, resting: resting)
        }
    }

    /// The elements under a key.
    private mutating func walk(_ entry: YAML.Entry, of element: Element, resting: Range<Int>) {
        let owner = element.inner
        if let kind = Self.named[entry.key] {
            for named in entry.value.entries ?? [] {
                walk(
                    named.value, Element(kind: kind, id: named.key, owner: owner),
                    resting: resting)
            }
        } else if entry.key == "scorecard" {
            walk(entry.value, Self.node(entry.value), resting: resting)
        } else if let items = entry.value.items {
            for item in items where item.entries != nil {
                let key = element.kind == "stages" && entry.key == "list" ? "stage" : entry.key
                walk(item, Self.item(item, of: key, owner), resting: resting)
            }
        } else if entry.value.entries != nil, entry.key != "basis" {
            let id = entry.value.entries?.first { $0.key == "id" }?.value.scalar
            walk(entry.value, Element(kind: entry.key, id: id, owner: owner), resting: resting)
        }
    }

    private mutating func add(_ citation: Plan.Citation, _ element: Element, _ place: Place) {
        rules.append(
            Plan.CitedRule(
                kind: element.kind, id: element.id, owner: element.owner, citation: citation,
                place: place, heirs: []))
        heirs.append([])
    }

    private static func node(_ yaml: YAML) -> Element {
        let id = yaml.entries?.first { $0.key == "id" || $0.key == "indicator" }
        return Element(kind: "node", id: id?.value.scalar)
    }

    /// An item of a list: corrections are called by what they do, dated values by their day.
    private static func item(_ yaml: YAML, of key: String, _ owner: String?) -> Element {
        let entries = yaml.entries ?? []
        if items[key] == "node" { return node(yaml) }
        let id = entries.first { $0.key == "id" }?.value.scalar
        switch key {
        case "corrections":
            let kinds = Node.Correction.Kind.allCases.map(\.rawValue)
            let kind = entries.first { kinds.contains($0.key) }?.key
            return Element(kind: kind ?? key, owner: owner)
        case "values":
            let day = entries.first { $0.key == "from" }?.value.scalar
            return Element(kind: "value", id: day.map { "from \($0)" }, owner: owner)
        default:
            // Bands belong to the edition, whose list they are.
            let owner = items[key] == "band" ? nil : owner
            return Element(kind: items[key] ?? key, id: id, owner: owner)
        }
    }

    /// Headings have nothing that rests on anything.
    private static func isRule(_ entries: [YAML.Entry]) -> Bool {
        entries.contains { entry in
            entry.key == "value" || entry.key == "grade" || entry.key == "stage"
                || entry.key == "aggregate" && entry.value.scalar != "none"
        }
    }
}

/// Where the nodes of a document stand.
struct NodePlaces {
    /// By id.
    private(set) var nodes: [String: Place] = [:]

    /// A node with the ids of those above it, the outermost first, and what it rests on.
    struct Place {
        let yaml: YAML
        let within: [String]
        let basis: [Plan.Citation]
    }

    init(_ edition: YAML) {
        for key in EditionDocument.scorecards {
            guard let yaml = edition[key] else { continue }
            let basis = Citations.of(edition["basis"])
            for root in yaml.items ?? [yaml] { add(root, within: [], basis) }
        }
    }

    private mutating func add(_ yaml: YAML, within: [String], _ above: [Plan.Citation]) {
        guard let id = yaml["id"]?.scalar else { return }
        let own = Citations.of(yaml["basis"])
        let basis = own.isEmpty ? above : own
        nodes[id] = Place(yaml: yaml, within: within, basis: basis)
        for child in yaml["nodes"]?.items ?? [] { add(child, within: within + [id], basis) }
    }
}

/// Finds nodes that went under one id and came under another with the same rule.
///
/// Ids are stable, so a new one is a new node; that the rule is the old one is said all the same.
enum SameRules {
    /// The changes, those of such nodes each naming the other.
    static func noted(
        in changes: [Change], _ places: (old: NodePlaces, new: NodePlaces)
    ) -> [Change] {
        var removed: [Meaning: Int] = [:]
        for (number, change) in changes.enumerated() where isNode(change, .removed) {
            if let rule = rule(places.old.nodes[change.subject.id]) { removed[rule] = number }
        }
        var changes = changes
        for (number, change) in changes.enumerated() where isNode(change, .added) {
            guard let rule = rule(places.new.nodes[change.subject.id]),
                let other = removed.removeValue(forKey: rule)
            else { continue }
            changes[number].sameRule = changes[other].subject.id
            changes[other].sameRule = change.subject.id
        }
        return changes
    }

    private static func isNode(_ change: Change, _ action: Change.Action) -> Bool {
        change.subject.kind == "node" && change.key == nil && change.action == action
    }

    /// What a leaf computes, without its name, weight and basis.
    private static func rule(_ place: NodePlaces.Place?) -> Meaning? {
        guard let yaml = place?.yaml, yaml["value"] != nil else { return nil }
        let besides = Meaning.texts.union(["id", "weight", "basis", "unit", "source"])
        let entries = (yaml.entries ?? []).filter { !besides.contains($0.key) }
        return Meaning(YAML(kind: .mapping(entries), place: yaml.place), under: "")
    }
}

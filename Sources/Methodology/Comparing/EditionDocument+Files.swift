internal import Diagnostics

extension EditionFiles {
    /// The files that a joined tree would be written in, to be read again.
    ///
    /// A node with parameters of its own needs a file of its own; everything else stands in
    /// `edition.yaml`. There are no test cases, and no hash: nobody wrote these files.
    init(joined root: YAML) {
        var separating = Separating()
        let entries = (root.entries ?? []).map { entry in
            EditionDocument.scorecards.contains(entry.key)
                ? entry.with(separating.scorecards(entry.value)) : entry
        }
        self.init(
            documents: separating.files.merging([
                Self.main: YAML(kind: .mapping(entries), place: root.place)
            ]) { first, _ in first })
    }
}

/// Takes nodes with parameters of their own out of the tree.
private struct Separating {
    var files: [String: YAML] = [:]

    mutating func scorecards(_ yaml: YAML) -> YAML {
        guard let items = yaml.items else { return node(yaml) }
        var nodes: [YAML] = []
        for item in items { nodes.append(node(item)) }
        return YAML(kind: .sequence(nodes), place: yaml.place)
    }

    private mutating func node(_ yaml: YAML) -> YAML {
        guard let entries = yaml.entries else { return yaml }
        var separated: [YAML.Entry] = []
        for entry in entries {
            guard entry.key == "nodes", let items = entry.value.items else {
                separated.append(entry)
                continue
            }
            var nodes: [YAML] = []
            for item in items { nodes.append(node(item)) }
            separated.append(entry.with(YAML(kind: .sequence(nodes), place: entry.value.place)))
        }
        guard yaml["parameters"] != nil, let id = yaml["id"], let slug = id.scalar else {
            return YAML(kind: .mapping(separated), place: yaml.place)
        }
        let beside = separated.filter { $0.key == "weight" }
        files["indicators/\(slug).yaml"] = YAML(
            kind: .mapping(separated.filter { $0.key != "weight" && $0.key != "id" }),
            place: yaml.place)
        return YAML(
            kind: .mapping(
                [YAML.Entry(key: "indicator", keyPlace: id.place, value: id)] + beside),
            place: yaml.place)
    }
}

internal import Diagnostics

/// An edition as one tree of keys, whatever files it was written in.
///
/// Repetition is written out, indicator files stand where the scorecard names them, and sources
/// under `sources`. So the layout of the files does not matter when two editions are compared.
struct EditionDocument: Sendable {
    /// The keys of the edition.
    let root: YAML
    /// The lists over which something was repeated, which does not show any more.
    let repeated: Set<String>

    /// Joins the files of an edition that can be read.
    init?(_ files: EditionFiles) {
        guard let main = files.documents[EditionFiles.main] else { return nil }
        let lists = Self.lists(of: main)
        var repetition = Repetition(lists: lists)
        let joining = Joining(files: files)
        let expanded = repetition.expand(main)
        guard let entries = expanded.entries, !repetition.isExceeded else { return nil }
        var joined = entries.map { entry in
            Self.scorecards.contains(entry.key)
                ? entry.with(joining.scorecards(entry.value, &repetition)) : entry
        }
        if let sources = files.documents["sources.yaml"] {
            joined = Self.merge("sources", sources, into: joined)
        }
        guard !repetition.isExceeded else { return nil }
        root = YAML(kind: .mapping(joined), place: expanded.place)
        repeated = repetition.used
    }

    /// The keys under which trees of nodes stand.
    static let scorecards: Set<String> = ["scorecard", "scorecards"]

    private static func lists(of main: YAML) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for entry in main.entries?.first(where: { $0.key == "lists" })?.value.entries ?? [] {
            lists[entry.key] = entry.value.items?.compactMap(\.scalar)
        }
        return lists
    }

    private static func merge(
        _ key: String, _ more: YAML, into entries: [YAML.Entry]
    ) -> [YAML.Entry] {
        var entries = entries
        guard let position = entries.firstIndex(where: { $0.key == key }) else {
            entries.append(YAML.Entry(key: key, keyPlace: more.place, value: more))
            return entries
        }
        let both = (entries[position].value.entries ?? []) + (more.entries ?? [])
        entries[position] = entries[position].with(
            YAML(kind: .mapping(both), place: entries[position].value.place))
        return entries
    }
}

/// Puts what indicator files hold in the places where the scorecard names them.
private struct Joining {
    let files: EditionFiles

    func scorecards(_ yaml: YAML, _ repetition: inout Repetition) -> YAML {
        guard let items = yaml.items else { return node(yaml, &repetition) }
        return YAML(
            kind: .sequence(items.map { node($0, &repetition) }), place: yaml.place)
    }

    private func node(_ yaml: YAML, _ repetition: inout Repetition) -> YAML {
        guard var entries = yaml.entries else { return yaml }
        let name = entries.first { $0.key == "indicator" }
        if let name, let slug = name.value.scalar,
            let file = files.documents["indicators/\(slug).yaml"],
            let own = repetition.expand(file).entries
        {
            entries.removeAll { $0.key == "indicator" }
            let beside = Set(entries.map(\.key))
            entries =
                [YAML.Entry(key: "id", keyPlace: name.keyPlace, value: name.value)] + entries
                + own.filter { $0.key != "indicator" && !beside.contains($0.key) }
        }
        return YAML(
            kind: .mapping(
                entries.map { entry in
                    guard entry.key == "nodes", let items = entry.value.items else { return entry }
                    return entry.with(
                        YAML(
                            kind: .sequence(items.map { node($0, &repetition) }),
                            place: entry.value.place))
                }), place: yaml.place)
    }
}

extension YAML.Entry {
    /// The same key over another value.
    func with(_ value: YAML) -> YAML.Entry {
        YAML.Entry(key: key, keyPlace: keyPlace, value: value)
    }
}

extension YAML {
    /// What stands under a key; `nil` where there is none.
    subscript(key: String) -> YAML? { entries?.first { $0.key == key }?.value }
}

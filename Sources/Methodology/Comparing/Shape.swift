internal import Diagnostics
internal import Domain

/// Where elements stand in the tree of keys: all that comparing knows of the language.
enum Shape {
    /// Keys of elements under which others stand by their ids.
    static let holdsElements: Set<String> = ["fields", "parameters"]

    /// Keys of an element that say one thing together, the first naming it.
    static func together(_ kind: String) -> [String] {
        switch kind {
        case "parameter": ["value", "values", "from"]
        case "band": ["from", "below", "to"]
        default: []
        }
    }

    /// Those keys as one piece; a parameter's in the form of dated values.
    static func joint(_ keys: [String], _ element: YAML) -> YAML {
        if keys.contains("values"), let values = element["values"] { return values }
        let group = YAML(
            kind: .mapping((element.entries ?? []).filter { keys.contains($0.key) }),
            place: element.place)
        guard keys.contains("values") else { return group }
        return YAML(kind: .sequence([group]), place: element.place)
    }

    /// Whether a key of the edition holds elements by their ids: groups throughout.
    static func isCollection(_ key: String, _ old: YAML?, _ new: YAML?) -> Bool {
        guard !Meaning.texts.contains(key) else { return false }
        let sides = [old, new].compactMap { $0 }
        guard sides.allSatisfy({ $0.entries != nil }) else { return false }
        let values = sides.flatMap { $0.entries ?? [] }.map(\.value)
        return !values.isEmpty && values.allSatisfy { $0.entries != nil }
    }

    /// Whether lists hold elements: groups with an id each.
    static func areElements(_ old: YAML?, _ new: YAML?) -> Bool {
        let sides = [old, new].compactMap { $0 }
        let items = sides.flatMap { $0.items ?? [] }
        return !items.isEmpty && sides.allSatisfy { $0.items != nil }
            && items.allSatisfy { $0["id"]?.scalar != nil }
            && sides.allSatisfy { byId($0).ids.count == $0.items?.count }
    }

    /// The items of a list by their ids, and the ids in its order.
    static func byId(_ list: YAML?) -> (ids: [String], items: [String: YAML]) {
        var (ids, items): ([String], [String: YAML]) = ([], [:])
        for item in list?.items ?? [] {
            guard let id = item["id"]?.scalar, items.updateValue(item, forKey: id) == nil else {
                continue
            }
            ids.append(id)
        }
        return (ids, items)
    }

    /// The entries of a group by their keys.
    static func byKey(_ group: YAML?) -> [String: YAML.Entry] {
        Dictionary((group?.entries ?? []).map { ($0.key, $0) }) { first, _ in first }
    }

    /// The first list with what the second has besides, each behind what stands before it.
    static func merged(_ first: [String], _ second: [String]) -> [String] {
        let known = Set(first)
        var behind: [String: [String]] = [:]
        var last = ""
        for name in second {
            if known.contains(name) { last = name } else { behind[last, default: []].append(name) }
        }
        return (behind[""] ?? []) + first.flatMap { [$0] + (behind[$0] ?? []) }
    }

    /// What one of a collection is called, as in `input` for `inputs`.
    static func singular(_ key: String, in outer: String) -> String {
        switch key {
        case "list" where outer == "bands": "band"
        case "scorecard", "scorecards": "node"
        case "effort": "effort check"
        default: key.hasSuffix("s") ? String(key.dropLast()) : key
        }
    }

    /// An element of two documents, `nil` where it stands in one alone.
    static func element(
        _ kind: String, _ id: String?, _ old: YAML?, _ new: YAML?,
        in outer: Comparer.Element
    ) -> Comparer.Element {
        Comparer.Element(
            kind: kind, id: id ?? (new ?? old)?["id"]?.scalar ?? "", within: outer.path,
            title: title(new) ?? title(old),
            unit: kind == "parameter" ? (new ?? old)?["unit"]?.scalar : nil,
            basis: outer.basis.within(old, new))
    }

    static func title(_ element: YAML?) -> LanguageMap? {
        guard let entries = element?["title"]?.entries else { return nil }
        return LanguageMap(
            entries.compactMap { entry in
                entry.value.scalar.map { LanguageMap.Entry(language: entry.key, text: $0) }
            })
    }

    /// Where only one of two editions has several scorecards, the other's one is a list of one.
    static func alike(_ old: YAML, _ new: YAML) -> (YAML, YAML) {
        guard (old["scorecards"] == nil) != (new["scorecards"] == nil) else { return (old, new) }
        return (listed(old), listed(new))
    }

    private static func listed(_ edition: YAML) -> YAML {
        let entries = (edition.entries ?? []).map { entry in
            guard entry.key == "scorecard" else { return entry }
            return YAML.Entry(
                key: "scorecards", keyPlace: entry.keyPlace,
                value: YAML(kind: .sequence([entry.value]), place: entry.value.place))
        }
        return YAML(kind: .mapping(entries), place: edition.place)
    }
}

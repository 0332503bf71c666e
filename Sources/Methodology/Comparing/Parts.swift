/// Tells two pieces apart, down to the keys that say something else.
enum Parts {
    /// What differs between two pieces under a key; citations are told apart from the rule.
    static func between(_ old: YAML?, _ new: YAML?, _ key: String) -> [Change.Part] {
        guard key != "basis" else { return [] }
        return parts(old, new, key, [])
    }

    /// What differs between two items of a list without ids: the first key names them, with
    /// what it says where that is the same.
    static func ofItem(_ old: YAML?, _ new: YAML?) -> [Change.Part] {
        let parts = between(old, new, "")
        guard let old, let new, let first = old.entries?.first, let other = new[first.key] else {
            return parts
        }
        let isSame = first.value.means(other, under: first.key)
        let name = isSame ? "\(first.key) \(first.value.written)" : first.key
        return parts.map { part in
            let path = part.path.first == first.key ? part.path : [name] + part.path
            return Change.Part(path: path, old: part.old, new: part.new)
        }
    }

    private static func parts(
        _ old: YAML?, _ new: YAML?, _ key: String, _ path: [String]
    ) -> [Change.Part] {
        guard Meaning(old, under: key) != Meaning(new, under: key) else { return [] }
        if Shape.areElements(old, new) {
            let (olds, news) = (Shape.byId(old), Shape.byId(new))
            return Shape.merged(olds.ids, news.ids).flatMap { id in
                parts(olds.items[id], news.items[id], "", path + [id])
            }
        }
        if key == "weight", let (old, new) = byKind(old, new) {
            return parts(old, new, "", path)
        }
        let (olds, news) = (Shape.byKey(old), Shape.byKey(new))
        let isGroup = (old == nil || old?.entries != nil) && (new == nil || new?.entries != nil)
        // Groups without a key in common are two things, as are two score rules.
        let isAlike = olds.isEmpty || news.isEmpty || olds.keys.contains { news[$0] != nil }
        guard isGroup, isAlike else {
            let isSet = Meaning.sets.contains(key)
            return [part(old, isSet ? inOrder(of: old, new) : new, path)]
        }
        let keys = Shape.merged(
            (old?.entries ?? []).map(\.key), (new?.entries ?? []).map(\.key))
        return keys.filter { $0 != "basis" && $0 != "id" }.flatMap { key in
            parts(olds[key]?.value, news[key]?.value, key, path + [key])
        }
    }

    /// One weight for all beside one for each kind of body: written for each in both.
    private static func byKind(_ old: YAML?, _ new: YAML?) -> (YAML, YAML)? {
        guard let old, let new else { return nil }
        func spread(_ one: YAML, as other: YAML) -> YAML? {
            guard one.scalar != nil, let kinds = other.entries,
                kinds.allSatisfy({ $0.value.scalar != nil })
            else { return nil }
            return YAML(kind: .mapping(kinds.map { $0.with(one) }), place: one.place)
        }
        if let spread = spread(old, as: new) { return (spread, new) }
        return spread(new, as: old).map { (old, $0) }
    }

    /// A list of words whose order says nothing, those of the other list first: what was added is
    /// seen at the end.
    private static func inOrder(of old: YAML?, _ new: YAML?) -> YAML? {
        guard let olds = old?.items?.map(\.scalar), let items = new?.items, !olds.contains(nil),
            let new, !items.contains(where: { $0.scalar == nil })
        else { return new }
        let kept = olds.compactMap { word in items.first { $0.scalar == word } }
        let added = items.filter { !olds.contains($0.scalar) }
        return YAML(kind: .sequence(kept + added), place: new.place)
    }

    private static func part(_ old: YAML?, _ new: YAML?, _ path: [String]) -> Change.Part {
        Change.Part(path: path, old: old?.written, new: new?.written)
    }

    /// Of a parameter's dated values: each day from which another value holds.
    ///
    /// A part's path is the day, empty for always; its texts are the values that hold from then
    /// on, `nil` where none does.
    static func dated(_ old: YAML?, _ new: YAML?) -> [Change.Part] {
        let (olds, news) = (values(old), values(new))
        let days = Set((olds + news).map(\.from)).sorted()
        return days.compactMap { day in
            let before = olds.last { $0.from <= day }?.value
            let after = news.last { $0.from <= day }?.value
            guard Meaning(before, under: "value") != Meaning(after, under: "value") else {
                return nil
            }
            return part(before, after, day.isEmpty ? [] : [day])
        }
    }

    private static func values(_ yaml: YAML?) -> [(from: String, value: YAML)] {
        (yaml?.items ?? []).compactMap { item in
            item["value"].map { (item["from"]?.scalar ?? "", $0) }
        }
    }
}

extension YAML {
    /// On one line, as it could stand in a file, without citations.
    var written: String {
        switch kind {
        case .scalar(let text, _):
            return text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .sequence(let items): return "[" + items.map(\.written).joined(separator: ", ") + "]"
        case .mapping(let entries):
            let texts = entries.filter { $0.key != "basis" }.map {
                "\($0.key): \($0.value.written)"
            }
            return "{" + texts.joined(separator: ", ") + "}"
        }
    }
}

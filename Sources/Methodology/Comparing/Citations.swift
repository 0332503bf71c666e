/// What elements of two documents rest on.
struct BothBases {
    var old: [Plan.Citation] = []
    var new: [Plan.Citation] = []

    /// Those of an element within; its own citations where it has some.
    func within(_ old: YAML?, _ new: YAML?) -> BothBases {
        let (first, second) = (Citations.of(old?["basis"]), Citations.of(new?["basis"]))
        return BothBases(
            old: first.isEmpty ? self.old : first, new: second.isEmpty ? self.new : second)
    }

    /// Those of what stands under a key: cited within it, or else by the element or above.
    func of(_ key: String?, _ old: YAML?, _ new: YAML?) -> BothBases {
        if key == "basis" { return BothBases(old: Citations.of(old), new: Citations.of(new)) }
        guard let key else {
            return BothBases(old: old == nil ? [] : self.old, new: new == nil ? [] : self.new)
        }
        let (first, second) = (Citations.inside(old), Citations.inside(new))
        // A rule that cites what it rests on rests on nothing where it does not stand.
        if old == nil, !second.isEmpty { return BothBases(old: [], new: second) }
        if new == nil, !first.isEmpty { return BothBases(old: first, new: []) }
        // A dated value is cited besides the parameter it belongs to.
        func joined(_ own: [Plan.Citation], _ above: [Plan.Citation]) -> [Plan.Citation] {
            if own.isEmpty { return above }
            return key == "value" ? above + own.filter { !above.contains($0) } : own
        }
        return BothBases(old: joined(first, self.old), new: joined(second, self.new))
    }
}

/// Reads citations as they stand in an edition that was checked.
enum Citations {
    /// Those under `basis`: a key, a group, or a list of these.
    static func of(_ basis: YAML?) -> [Plan.Citation] {
        switch basis?.kind {
        case .scalar(let source, _)?: [Plan.Citation(source: source, clause: nil)]
        case .sequence(let items)?: items.flatMap { of($0) }
        case .mapping?:
            basis?["source"]?.scalar.map {
                [Plan.Citation(source: $0, clause: basis?["clause"]?.scalar)]
            } ?? []
        case nil: []
        }
    }

    /// Every citation anywhere in a piece, each once.
    static func inside(_ yaml: YAML?) -> [Plan.Citation] {
        var all: [Plan.Citation] = []
        func look(_ yaml: YAML) {
            for entry in yaml.entries ?? [] {
                guard entry.key == "basis" else {
                    look(entry.value)
                    continue
                }
                all += of(entry.value).filter { !all.contains($0) }
            }
            for item in yaml.items ?? [] { look(item) }
        }
        if let yaml { look(yaml) }
        return all
    }
}

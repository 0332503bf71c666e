internal import Diagnostics
internal import Domain

extension EditionReader {
    /// From `sources.yaml`, or under `sources:` in an edition of one file.
    mutating func readSources() {
        var entries = root["sources"]?.entries ?? []
        if let yaml = root["sources"], yaml.entries == nil {
            reader.fail(
                "edition.shape", yaml.place, "sources need keys, and \(yaml.shape) stands there",
                help: "Write each source under a key of its own, as in order-28: {title: …}")
        }
        if let file = files.documents["sources.yaml"] {
            guard let more = file.entries else {
                reader.fail(
                    "edition.shape", file.place, "the sources need keys",
                    help: "Write each source under a key of its own, as in order-28: {title: …}")
                return
            }
            entries += more
        }
        for entry in entries {
            guard let key = reader.identifier(entry.key, "the source", at: entry.keyPlace),
                let object = reader.object(entry.value, .source)
            else { continue }
            if sources[key] != nil {
                reader.fail(
                    "id.duplicate", entry.keyPlace, "the source \"\(key)\" stands twice",
                    help: "Keep one of the two")
            }
            sources[key] = Plan.SourceEntry(
                title: object["title"].flatMap { reader.languageMap($0, "the title") },
                publisher: object["publisher"].flatMap { reader.text($0, "the publisher") },
                link: object["link"].flatMap { reader.text($0, "the link") },
                date: object["date"].flatMap { reader.day($0, "the date") },
                lastChecked: object["last-checked"].flatMap { reader.day($0, "last-checked") })
        }
    }

    mutating func citations(_ yaml: YAML?) -> [Plan.Citation] {
        guard let yaml else { return [] }
        reader.checkFilled(yaml, "basis")
        if let items = yaml.items { return items.flatMap { citations($0) } }
        if yaml.entries != nil {
            guard let object = reader.object(yaml, .citation),
                let source = reader.need(
                    object, "source", in: "basis",
                    help: "Name a key of sources.yaml, as in {source: order-28, clause: \"7\"}"
                ).flatMap({ self.source($0) })
            else { return [] }
            let clause = object["clause"].flatMap { reader.text($0, "the clause") }
            return [Plan.Citation(source: source, clause: clause)]
        }
        return source(yaml).map { [Plan.Citation(source: $0, clause: nil)] } ?? []
    }

    /// A key of the sources.
    private mutating func source(_ yaml: YAML) -> String? {
        guard let key = reader.text(yaml, "the basis") else { return nil }
        guard sources[key] != nil else {
            let nearest = Nearest.word(to: key, among: sources.keys.sorted())
            reader.fail(
                "basis.unknown", yaml.place, "there is no source \"\(key)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Add it to sources.yaml with title, link and date")
            return nil
        }
        return key
    }
}

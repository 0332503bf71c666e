internal import Diagnostics
internal import Domain

/// Keys that are shown and not computed: they may stand at any element, and are checked at all.
extension EditionReader {
    /// Keys beneath which every key is an id, not a word of the language.
    private static let naming: Set<String> = [
        "inputs", "fields", "tables", "parameters", "lists", "sources", "weight", "given", "scores",
        "coding", "grade", "lookups", "rows",
    ]

    /// Checks citations and texts at the elements whose rules do not read them.
    ///
    /// What was complained about before, at the same place, is not told twice.
    mutating func checkShown(_ documents: [YAML]) {
        var told = Set(reader.log.entries.map { Complaint($0) })
        let earlier = reader
        reader.log = DiagnosticLog()
        for document in documents { walk(document, isNaming: false) }
        if let sources = files.documents["sources.yaml"] { walk(sources, isNaming: true) }
        let found = reader.log.entries
        reader.log = earlier.log
        for diagnostic in found where told.insert(Complaint(diagnostic)).inserted {
            reader.log.add(diagnostic)
        }
    }

    /// What makes two complaints the same.
    private struct Complaint: Hashable {
        let code: String
        let place: Place?

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            place = diagnostic.place
        }
    }

    private mutating func walk(_ yaml: YAML, isNaming: Bool) {
        for item in yaml.items ?? [] { walk(item, isNaming: false) }
        for entry in yaml.entries ?? [] {
            guard !isNaming else {
                walk(entry.value, isNaming: false)
                continue
            }
            switch entry.key {
            case "basis": _ = citations(entry.value)
            case "title", "note", "definition", "owner":
                _ = reader.languageMap(entry.value, "the \(entry.key)")
            case "assessors", "confidence", "source", "article":
                _ = words(entry.value, "the \(entry.key)")
            default: walk(entry.value, isNaming: Self.naming.contains(entry.key))
            }
        }
    }

    /// What stands under a key of an element: a text, several of them, or texts by language.
    mutating func words(_ object: Object, _ key: String) -> [LanguageMap] {
        object[key].map { words($0, "the \(key)") } ?? []
    }

    /// A text without a language is one in any.
    private mutating func words(_ yaml: YAML, _ what: String) -> [LanguageMap] {
        (yaml.items ?? [yaml]).compactMap { word in
            if word.entries != nil { return reader.languageMap(word, what) }
            return reader.text(word, what).map {
                LanguageMap([LanguageMap.Entry(language: "und", text: $0)])
            }
        }
    }
}

internal import Diagnostics
internal import Domain

extension Reader {
    /// Texts by language.
    mutating func languageMap(_ yaml: YAML, _ what: String) -> LanguageMap? {
        guard let entries = yaml.entries, !entries.isEmpty else {
            fail(
                "edition.language-map", yaml.place, "\(what) is \(yaml.shape), without a language",
                help: "Write it as in {en: Answers in time}")
            return nil
        }
        // Within braces a comma ends a text that has no quotes; the rest looks like a key.
        if let rest = entries.dropFirst().first(where: {
            $0.value.scalar == "" && !Self.isLanguage($0.key)
        }) {
            fail(
                "edition.text", rest.keyPlace,
                "\"\(rest.key)\" reads like the rest of \(what), cut at a comma",
                help: "Put the whole text in double quotes")
            return nil
        }
        let map = LanguageMap(
            entries.compactMap { entry in
                guard let text = text(entry.value, what) else { return nil }
                return languageTag(entry.key, at: entry.keyPlace).map {
                    LanguageMap.Entry(language: $0, text: text)
                }
            })
        for language in languages where !map.texts.contains(where: { $0.language == language }) {
            log.warning(
                "language.missing", at: yaml.place, node: node,
                "\(what) has no text in \"\(language)\"",
                help: "Add it, as in \(language): …, or leave the language out of languages:")
        }
        return map
    }

    mutating func languageTag(_ tag: String, at place: Place) -> String? {
        if Self.isLanguage(tag) { return tag }
        fail(
            "edition.language", place, "\"\(tag)\" is not a language tag",
            help: "Write it as in en, fr, ru, kk or kk-Latn")
        return nil
    }

    private static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        return parts.first.map { (2...3).contains($0.utf8.count) } ?? false
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy {
                        (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
                    }
            }
    }
}

extension ValueType {
    /// With its article, as in `a share` or `money in CAD`.
    var named: String {
        switch self {
        case .money, .days: description
        default: "a \(self)"
        }
    }
}

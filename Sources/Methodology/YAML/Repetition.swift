internal import Diagnostics

/// Writes out what is repeated for each member of a list: `node_{i of indicators}`.
///
/// Where a key, or the `id` of a list item, contains `{name of list}`, the whole entry is
/// repeated for each member, and `{name}` within it becomes the member.
struct Repetition {
    let lists: [String: [String]]
    var log = DiagnosticLog()

    init(lists: [String: [String]]) { self.lists = lists }

    mutating func expand(_ yaml: YAML) -> YAML {
        switch yaml.kind {
        case .scalar: return yaml
        case .sequence(let items):
            var expanded: [YAML] = []
            for item in items {
                let id = item.entries?.first { $0.key == "id" }?.value
                guard let id, let text = id.scalar, let pattern = pattern(in: text, at: id.place)
                else {
                    expanded.append(expand(item))
                    continue
                }
                for member in pattern.members {
                    expanded.append(
                        expand(Self.replace(item, pattern.written, pattern.name, member)))
                }
            }
            return YAML(kind: .sequence(expanded), place: yaml.place)
        case .mapping(let entries):
            var expanded: [YAML.Entry] = []
            for entry in entries {
                guard let pattern = pattern(in: entry.key, at: entry.keyPlace) else {
                    expanded.append(
                        YAML.Entry(
                            key: entry.key, keyPlace: entry.keyPlace, value: expand(entry.value)))
                    continue
                }
                for member in pattern.members {
                    expanded.append(
                        YAML.Entry(
                            key: entry.key.replacingAll(pattern.written, with: member),
                            keyPlace: entry.keyPlace,
                            value: expand(
                                Self.replace(entry.value, pattern.written, pattern.name, member))))
                }
            }
            return YAML(kind: .mapping(expanded), place: yaml.place)
        }
    }

    private struct Pattern {
        /// As it stands, with its braces.
        let written: String
        let name: String
        let members: [String]
    }

    private mutating func pattern(in text: String, at place: Place) -> Pattern? {
        guard let open = text.firstIndex(of: "{"),
            let close = text[open...].firstIndex(of: "}")
        else { return nil }
        let inside = text[text.index(after: open)..<close]
        let words = inside.split(separator: " ")
        guard words.count == 3, words[1] == "of" else {
            log.error(
                "repetition.form", at: place, "\"{\(inside)}\" does not say what is repeated",
                help: "Write {name of list}, as in {p of points}")
            return nil
        }
        guard let members = lists[String(words[2])] else {
            let nearest = Nearest.word(to: String(words[2]), among: lists.keys.sorted())
            log.error(
                "repetition.list", at: place, "there is no list \"\(words[2])\"",
                help: nearest.map { "Did you mean \"\($0)\"?" } ?? "Declare it under lists:")
            return nil
        }
        return Pattern(
            written: String(text[open...close]), name: String(words[0]), members: members)
    }

    private static func replace(
        _ yaml: YAML, _ written: String, _ name: String, _ member: String
    ) -> YAML {
        func replaced(_ text: String) -> String {
            text.replacingAll(written, with: member).replacingAll("{\(name)}", with: member)
        }
        switch yaml.kind {
        case .scalar(let text, let isPlain):
            let text = replaced(text)
            return YAML(
                kind: .scalar(text, isPlain: isPlain), place: yaml.place,
                isOnOneLine: yaml.isOnOneLine)
        case .sequence(let items):
            return YAML(
                kind: .sequence(items.map { replace($0, written, name, member) }),
                place: yaml.place)
        case .mapping(let entries):
            return YAML(
                kind: .mapping(
                    entries.map {
                        YAML.Entry(
                            key: replaced($0.key), keyPlace: $0.keyPlace,
                            value: replace($0.value, written, name, member))
                    }), place: yaml.place)
        }
    }
}

extension String {
    /// Every occurrence of a piece replaced by another.
    func replacingAll(_ piece: String, with other: String) -> String {
        guard !piece.isEmpty else { return self }
        var result = ""
        var rest = self[...]
        while let found = rest.firstRange(of: piece) {
            result += rest[..<found.lowerBound] + other
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate func firstRange(of piece: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(piece) {
                return start..<index(start, offsetBy: piece.count)
            }
            start = index(after: start)
        }
        return nil
    }
}

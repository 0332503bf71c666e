internal import Diagnostics

/// Writes out what is repeated for each member of a list: `node_{i of indicators}`.
///
/// Where a key, or the `id` of a list item, contains `{name of list}`, the whole entry is
/// repeated for each member, and `{name}` within it becomes the member.
///
/// Repetition within repetition multiplies; what grows beyond ``mostPieces`` and
/// ``mostCharacters`` is refused and not written out.
struct Repetition {
    /// Of scalars, sequences and mappings together.
    static let mostPieces = 1_000_000
    /// Of all scalars and keys together, in bytes.
    static let mostCharacters = 16 << 20

    let lists: [String: [String]]
    /// The lists over which something was repeated.
    private(set) var used: Set<String> = []
    var log = DiagnosticLog()
    private var pieces = 0
    private var characters = 0
    /// Whether it was not all written out.
    var isExceeded: Bool { pieces > Self.mostPieces || characters > Self.mostCharacters }

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
                for member in pattern.members where hasRoom(at: item.place) {
                    expanded.append(
                        expand(replace(item, pattern.written, pattern.name, member)))
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
                for member in pattern.members where hasRoom(at: entry.keyPlace) {
                    expanded.append(
                        YAML.Entry(
                            key: entry.key.replacingAll(pattern.written, with: member),
                            keyPlace: entry.keyPlace,
                            value: expand(
                                replace(entry.value, pattern.written, pattern.name, member))))
                }
            }
            if expanded.count > entries.count { checkTwice(expanded) }
            return YAML(kind: .mapping(expanded), place: yaml.place)
        }
    }

    /// A repeated key may meet one that is written out.
    private mutating func checkTwice(_ entries: [YAML.Entry]) {
        var seen: Set<String> = []
        for entry in entries where !seen.insert(entry.key).inserted {
            log.error(
                "repetition.twice", at: entry.keyPlace,
                "the repetition makes the key \"\(entry.key)\", which is there already",
                help: "Delete one of the two")
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
            // A list that is nearly named is not called unused as well.
            if let nearest { used.insert(nearest) }
            log.error(
                "repetition.list", at: place, "there is no list \"\(words[2])\"",
                help: nearest.map { "Did you mean \"\($0)\"?" } ?? "Declare it under lists:")
            return nil
        }
        used.insert(String(words[2]))
        return Pattern(
            written: String(text[open...close]), name: String(words[0]), members: members)
    }

    private mutating func hasRoom(at place: Place) -> Bool {
        guard isExceeded else { return true }
        if log.counts["repetition.size"] == nil {
            log.error(
                "repetition.size", at: place, "the lists repeat this until nothing can hold it",
                help: "Repeat once, over one list, and shorten the list")
        }
        return false
    }

    private mutating func replace(
        _ yaml: YAML, _ written: String, _ name: String, _ member: String
    ) -> YAML {
        pieces += 1
        guard !isExceeded else { return YAML(kind: .scalar("", isPlain: true), place: yaml.place) }
        switch yaml.kind {
        case .scalar(let text, let isPlain):
            let text = replaced(text, written, name, member)
            return YAML(
                kind: .scalar(text, isPlain: isPlain), place: yaml.place,
                isOnOneLine: yaml.isOnOneLine)
        case .sequence(let items):
            var copies: [YAML] = []
            for item in items { copies.append(replace(item, written, name, member)) }
            return YAML(kind: .sequence(copies), place: yaml.place)
        case .mapping(let entries):
            var copies: [YAML.Entry] = []
            for entry in entries {
                copies.append(
                    YAML.Entry(
                        key: replaced(entry.key, written, name, member), keyPlace: entry.keyPlace,
                        value: replace(entry.value, written, name, member)))
            }
            return YAML(kind: .mapping(copies), place: yaml.place)
        }
    }

    private mutating func replaced(
        _ text: String, _ written: String, _ name: String, _ member: String
    ) -> String {
        let text = text.replacingAll(written, with: member)
            .replacingAll("{\(name)}", with: member)
        characters += text.utf8.count
        return text
    }
}

extension String {
    /// Every occurrence of a piece replaced by another.
    func replacingAll(_ piece: String, with other: String) -> String {
        let wanted = Array(piece.utf8)
        guard let first = wanted.first, utf8.contains(first) else { return self }
        let bytes = Array(utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == first, bytes[index...].starts(with: wanted) {
                result += other.utf8
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

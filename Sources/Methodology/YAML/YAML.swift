internal import Diagnostics

/// A piece of a YAML file with its place; scalars are text, whatever they look like.
struct YAML: Sendable {
    indirect enum Kind: Sendable {
        /// The text, and whether it was written without quotes on one line.
        case scalar(String, isPlain: Bool)
        case sequence([YAML])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        let key: String
        let keyPlace: Place
        let value: YAML
    }

    let kind: Kind
    let place: Place
    /// Whether the scalar stands on one line, so that its characters have columns.
    var isOnOneLine = true

    var scalar: String? {
        guard case .scalar(let text, _) = kind else { return nil }
        return text
    }

    var entries: [Entry]? {
        guard case .mapping(let entries) = kind else { return nil }
        return entries
    }

    var items: [YAML]? {
        guard case .sequence(let items) = kind else { return nil }
        return items
    }

    /// What it is, for error texts.
    var shape: String {
        switch kind {
        case .scalar(let text, _): text.isEmpty ? "nothing" : "\"\(text)\""
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}

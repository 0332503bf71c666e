internal import Diagnostics
internal import JSON

/// An object of the descriptor, from which keys are taken by type; each problem has its place.
struct PackageObject {
    let json: PlacedJSON
    /// What it is, for error texts, as in `the package`.
    let name: String

    private static let examples = [
        "apparatus":
            #""apparatus": {"methodology": "ca-service-maf/2023-24", "status": "published"}"#,
        "methodology": #""methodology": "ca-service-maf/2023-24""#,
        "status": #""status": "published""#,
        "resources": #""resources": [{"name": "bodies", "path": "bodies.csv", "apparatus": "#
            + #"{"role": "bodies"}}]"#,
        "name": #""name": "bodies""#,
        "path": #""path": "bodies.csv""#,
        "role": #""role": "inputs""#,
        "shape": #""shape": "wide", a column for each input, or "long", a row for each value"#,
        "table": #""table": "services""#,
        "from": #""from": "a heading of the file""#,
        "split": #""split": {"at": "-", "part": 2}"#,
        "at": #""at": "-""#,
        "part": #""part": 2"#,
        "column": #""column": "a heading of the file""#,
        "true": #""true": ["Y"]"#,
        "false": #""false": ["N"]"#,
    ]

    /// The value under a key; `nil` when there is none, with an error when it is required.
    func value(_ key: String, required: Bool, _ log: inout DiagnosticLog) -> PlacedJSON? {
        let value = json[key]
        if value == nil, required {
            log.error(
                "package.missing-key", at: json.place, "\(name) has no \"\(key)\"",
                help: "Add it" + (Self.examples[key].map { ", as in \($0)" } ?? ""))
        }
        return value
    }

    func text(
        _ key: String, required: Bool = false, _ log: inout DiagnosticLog
    ) -> String? {
        guard let value = value(key, required: required, &log) else { return nil }
        guard let text = value.text, !text.isEmpty else {
            Self.wrongType(key, value, "a text that is not empty", &log)
            return nil
        }
        return text
    }

    func flag(_ key: String, _ log: inout DiagnosticLog) -> Bool? {
        guard let value = json[key] else { return nil }
        if value.flag == nil { Self.wrongType(key, value, "true or false", &log) }
        return value.flag
    }

    func texts(_ key: String, _ log: inout DiagnosticLog) -> [PlacedText] {
        guard let value = json[key] else { return [] }
        guard let items = value.items else {
            Self.wrongType(key, value, "a list of texts", &log)
            return []
        }
        guard Self.hasRoom(for: items.count, key, value, &log) else { return [] }
        return items.compactMap { item in
            guard let text = item.text, !text.isEmpty else {
                Self.wrongType(key, item, "a list of texts that are not empty", &log)
                return nil
            }
            return PlacedText(text: text, place: item.place)
        }
    }

    func objects(
        _ key: String, required: Bool = false, _ log: inout DiagnosticLog
    ) -> [PlacedJSON] {
        guard let value = value(key, required: required, &log) else { return [] }
        guard let items = value.items else {
            Self.wrongType(key, value, "a list of objects", &log)
            return []
        }
        guard Self.hasRoom(for: items.count, key, value, &log) else { return [] }
        for item in items where item.members == nil {
            Self.wrongType(key, item, "a list of objects", &log)
        }
        return items.filter { $0.members != nil }
    }

    func object(
        _ key: String, required: Bool = false, _ log: inout DiagnosticLog
    ) -> PackageObject? {
        guard let value = value(key, required: required, &log) else { return nil }
        guard value.members != nil else {
            Self.wrongType(key, value, "an object", &log)
            return nil
        }
        return PackageObject(json: value, name: "\"\(key)\" of \(name)")
    }

    /// One of the words, with an error that names the nearest.
    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, of type: Word.Type, required: Bool = false, _ log: inout DiagnosticLog
    ) -> Word? where Word.RawValue == String {
        guard let text = text(key, required: required, &log), let place = json[key]?.place else {
            return nil
        }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        log.error(
            "package.word", at: place, "\"\(key)\" is \(seen(text))",
            help: Nearest.word(to: text, among: words).map { "Write \"\($0)\"" }
                ?? "Write one of \(listed(words))")
        return nil
    }

    /// Refuses keys that are not among the known ones.
    ///
    /// - Parameters:
    ///   - known: The keys.
    ///   - elsewhere: What to do about keys that belong to another place.
    ///   - log: Takes what is wrong.
    func refuseKeys(
        otherThan known: [String], elsewhere: [String: String] = [:], _ log: inout DiagnosticLog
    ) {
        for member in json.members ?? [] where !known.contains(member.key) {
            log.error(
                "package.unknown-key", at: member.keyPlace,
                "\(name) has an unknown key \(seen(member.key))",
                help: elsewhere[member.key]
                    ?? Nearest.word(to: member.key, among: known).map { "Write \"\($0)\"" }
                    ?? "Known are \(known.joined(separator: ", "))")
        }
    }

    /// The most of anything that is listed; of words and conditions that every cell or row is
    /// compared with, fewer.
    static let (most, mostCompared) = (10_000, 100)

    /// Whether not too many stand under a key.
    static func hasRoom(
        for count: Int, most: Int = most, _ key: String, _ value: PlacedJSON,
        _ log: inout DiagnosticLog
    ) -> Bool {
        guard count > most else { return true }
        log.error(
            "package.size", at: value.place,
            "\"\(key)\" has \(count) entries; \(most) are allowed",
            help: "Keep those that are needed")
        return false
    }

    static func wrongType(
        _ key: String, _ value: PlacedJSON, _ expected: String, _ log: inout DiagnosticLog
    ) {
        log.error(
            "package.type", at: value.place,
            "\"\(key)\" is \(value.text == "" ? "empty" : value.kindName)",
            help: "Write \(expected)")
    }
}

/// A text and where it stands.
struct PlacedText: Hashable {
    let text: String
    let place: Place
}

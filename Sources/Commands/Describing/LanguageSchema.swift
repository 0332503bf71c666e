package import JSON
package import Methodology

/// The language as a JSON Schema, for editors that complete and check what is written.
///
/// A value is text to the reader, whatever it looks like; so every value may be a text, and also
/// what an editor takes it for: a number, or true and false.
///
/// - Source: JSON Schema, draft 2020-12, core and validation.
package struct LanguageSchema {
    private let page: LanguagePage
    private let document: Language.Document

    /// The schema of one kind of file.
    ///
    /// - Parameters:
    ///   - document: What kind of file it is.
    ///   - page: The page that explains the language, in Markdown.
    package init(_ document: Language.Document, page: String) {
        self.document = document
        self.page = LanguagePage(page)
    }

    /// The whole schema.
    package var json: JSON {
        .object(
            [
                JSON.Member("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
                JSON.Member("$id", .text("urn:apparatus:1:\(document.rawValue)")),
                JSON.Member("title", .text("Apparatus: \(document.words)")),
            ] + members(of: document.shape) + [JSON.Member("$defs", .object(definitions))])
    }

    // MARK: Elements

    private var definitions: [JSON.Member] {
        Self.scalars + Language.elements.map { JSON.Member(Self.slug($0.name), json(of: $0)) }
    }

    private func json(of element: LanguageElement) -> JSON {
        let properties = element.keys.map { JSON.Member($0, property($0, of: element)) }
        var members = [
            JSON.Member("type", .text("object")), JSON.Member("properties", .object(properties)),
            JSON.Member("additionalProperties", .flag(false)),
        ]
        if !element.required.isEmpty {
            members.append(JSON.Member("required", .list(element.required.map { .text($0) })))
        }
        let rules = element.rules.flatMap(json)
        if !rules.isEmpty { members.append(JSON.Member("allOf", .list(rules))) }
        return .object(members)
    }

    /// The shape of a key with what the page says about it.
    private func property(_ key: String, of element: LanguageElement) -> JSON {
        var members: [JSON.Member] = []
        // An indicator's file has the keys of a node, and parameters like an edition.
        let names = element.name == "indicator" ? ["node", "edition"] : [element.name]
        if let words = names.lazy.compactMap({ page.words(for: key, of: $0) }).first {
            members.append(JSON.Member("description", .text(words)))
            let examples = LanguagePage.examples(in: words)
            if !examples.isEmpty {
                members.append(JSON.Member("examples", .list(examples.map { .text($0) })))
            }
        }
        guard let shape = element.shapes[key] else { return .object(members) }
        return .object(members + self.members(of: shape))
    }

    private func json(_ rule: LanguageElement.Rule) -> [JSON] {
        switch rule {
        case .one(let keys): [anyPresent(keys)]
        case .oneAtMost(let keys):
            keys.indices.flatMap { first in
                keys[(first + 1)...].map { second in
                    .object([JSON.Member("not", present([keys[first], second]))])
                }
            }
        case .needs(let key, let others):
            [
                .object([
                    JSON.Member("if", present([key])), JSON.Member("then", anyPresent(others)),
                ])
            ]
        case .belongs(let key, let word, let other):
            [
                .object([
                    JSON.Member("if", Self.stands(word, under: other)),
                    JSON.Member("then", present([key])),
                    JSON.Member("else", .object([JSON.Member("not", present([key]))])),
                ])
            ]
        case .none(let keys, let other, let word):
            [
                .object([
                    JSON.Member("if", Self.stands(word, under: other)),
                    JSON.Member(
                        "then", .object([JSON.Member("not", anyPresent(keys))])),
                ])
            ]
        }
    }

    private static func stands(_ word: String, under key: String) -> JSON {
        .object([
            JSON.Member(
                "properties",
                .object([JSON.Member(key, .object([JSON.Member("const", .text(word))]))])),
            JSON.Member("required", .list([.text(key)])),
        ])
    }

    private func present(_ keys: [String]) -> JSON {
        .object([JSON.Member("required", .list(keys.map { .text($0) }))])
    }

    private func anyPresent(_ keys: [String]) -> JSON {
        keys.count == 1
            ? present(keys)
            : .object([JSON.Member("anyOf", .list(keys.map { present([$0]) }))])
    }

    // MARK: Shapes

    private func json(_ shape: WrittenForm) -> JSON { .object(members(of: shape)) }

    private func members(of shape: WrittenForm) -> [JSON.Member] {
        switch shape {
        case .text: reference("text")
        case .id: reference("id")
        case .formula: reference("formula")
        case .plain: reference("plain")
        case .decimal: reference("decimal")
        case .exact: reference("exact")
        case .weight: reference("not-negative")
        case .day: reference("day")
        case .begin: reference("begin")
        case .flag: reference("flag")
        case .language: reference("language")
        case .languageMap: reference("texts")
        case .evidence: reference("evidence")
        case .words(let words): [JSON.Member("enum", .list(words.flatMap(Self.written)))]
        case .list(let item):
            [
                JSON.Member("type", .text("array")), JSON.Member("items", json(item)),
                JSON.Member("minItems", .number("1")),
            ]
        case .anyNumber(let item):
            [JSON.Member("type", .text("array")), JSON.Member("items", json(item))]
        case .several(let count, let item):
            [
                JSON.Member("type", .text("array")), JSON.Member("items", json(item)),
                JSON.Member("minItems", .number("\(count)")),
                JSON.Member("maxItems", .number("\(count)")),
            ]
        case .named(let value):
            [
                JSON.Member("type", .text("object")),
                JSON.Member(
                    "patternProperties", .object([JSON.Member(Self.idPattern, json(value))])),
                JSON.Member("additionalProperties", .flag(false)),
            ]
        case .keyed(let value):
            [
                JSON.Member("type", .text("object")),
                JSON.Member("additionalProperties", json(value)),
            ]
        case .element(let name): reference(Self.slug(name))
        case .choice(let choices): self.choice(choices)
        case .any(let shapes): [JSON.Member("anyOf", .list(shapes.map(json)))]
        }
    }

    private func choice(_ choices: [(key: String, shape: WrittenForm)]) -> [JSON.Member] {
        [
            JSON.Member("type", .text("object")),
            JSON.Member(
                "properties", .object(choices.map { JSON.Member($0.key, json($0.shape)) })),
            JSON.Member("additionalProperties", .flag(false)),
            JSON.Member("minProperties", .number("1")),
            JSON.Member("maxProperties", .number("1")),
        ]
    }

    private func reference(_ name: String) -> [JSON.Member] {
        [JSON.Member("$ref", .text("#/$defs/\(name)"))]
    }

    /// As in `points-row`.
    private static func slug(_ name: String) -> String {
        String(name.map { $0 == " " ? "-" : $0 })
    }

    /// A word as text, and as what an editor takes it for.
    private static func written(_ word: String) -> [JSON] {
        switch word {
        case "true", "false": [.text(word), .flag(word == "true")]
        case _ where Int(word) != nil: [.text(word), .number(word)]
        default: [.text(word)]
        }
    }
}

extension Language.Document {
    fileprivate var words: String {
        switch self {
        case .edition: "an edition of a methodology"
        case .indicator: "an indicator of an edition"
        case .sources: "the sources of an edition"
        case .test: "test cases of an edition"
        }
    }
}

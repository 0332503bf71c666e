internal import Arithmetic
internal import Expressions

/// What a piece of an edition says, in the one way that all its spellings share.
///
/// The order of keys, quotes and layout do not matter, numbers count by their value (`40 %` is
/// 0.4), formulas by their tokens, and lists as sets where their order says nothing. Texts for
/// people count letter by letter.
struct Meaning: Hashable, Sendable {
    /// Unambiguous: what has another meaning has another text.
    let text: String

    /// The meaning of what stands under a key; `nil` where nothing does, or what an absent key says.
    init?(_ yaml: YAML?, under key: String) {
        guard let yaml else { return nil }
        let isFlag = !Self.texts.contains(key) && !Self.words.contains(key)
        if isFlag, let text = yaml.scalar, Self.isDefault(text, key) { return nil }
        text = Self.text(yaml, key, isText: Self.texts.contains(key))
    }

    /// Keys under which everything, at any depth, is text for people.
    static let texts: Set<String> = [
        "title", "note", "definition", "owner", "reason", "assessors", "confidence", "publisher",
        "link", "article", "phrases",
    ]
    /// Keys of single words, which are no numbers even where they look like some.
    private static let words: Set<String> = [
        "id", "edition", "methodology", "source", "clause", "key", "column", "currency", "mark",
    ]
    /// Keys of lists whose order says nothing.
    static let sets: Set<String> = [
        "applies-to", "languages", "at", "nodes", "values", "points", "basis", "with", "kinds",
    ]
    /// What a key says when it is absent.
    private static let absent = ["arithmetic": "decimal", "column": "period", "level": "body"]

    private static func text(_ yaml: YAML, _ key: String, isText: Bool) -> String {
        switch yaml.kind {
        case .scalar(let text, _):
            if key == "basis" { return citation([("source", quoted(text))]) }
            return quoted(isText || words.contains(key) ? text : scalar(text))
        case .sequence(let items):
            // A list of words is one of words: those of a code may look like numbers.
            let areWords = isText || key == "values" && items.allSatisfy { $0.scalar != nil }
            var texts = items.map { text($0, key, isText: areWords) }
            if sets.contains(key) { texts.sort() }
            if key == "basis", texts.count == 1 { return texts[0] }
            return "[" + texts.joined(separator: ",") + "]"
        case .mapping(let entries):
            if key == "weight", let one = alike(entries) { return one }
            return citation(
                entries.compactMap { entry in
                    let own = isText || texts.contains(entry.key)
                    let value = text(entry.value, entry.key, isText: own)
                    let word = own ? nil : entry.value.scalar
                    let isAbsent = word.map { isDefault($0, entry.key) } ?? false
                    return isAbsent ? nil : (entry.key, value)
                })
        }
    }

    private static func citation(_ entries: [(key: String, value: String)]) -> String {
        let texts = entries.map { quoted($0.key) + ":" + $0.value }
        return "{" + texts.sorted().joined(separator: ",") + "}"
    }

    /// The weight of every kind, where it is the same for all.
    private static func alike(_ entries: [YAML.Entry]) -> String? {
        let weights = Set(entries.map { text($0.value, "weight", isText: false) })
        return entries.allSatisfy { $0.value.scalar != nil } && weights.count == 1
            ? weights.first : nil
    }

    /// Whether the value is what an absent key says: a flag is `no` where nothing stands.
    private static func isDefault(_ text: String, _ key: String) -> Bool {
        absent[key].map { $0 == text } ?? (text == "no" || text == "false")
    }

    private static func scalar(_ text: String) -> String {
        switch text {
        case "yes": return "true"
        case "no": return "false"
        default: break
        }
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast().prefix { $0 != " " } : text[...]
        if let number = Fraction(parsing: String(digits)) {
            let share = Fraction(numerator: 1, denominator: isPercent ? 100 : 1)
            // What does not fit is compared as it is written.
            if let value = try? number.multiplied(by: share) { return value.reduced.description }
        }
        return FormulaText.meaning(of: text) ?? text
    }

    /// With its length, so that nothing within it can be taken for the end.
    private static func quoted(_ text: String) -> String { "\(text.utf8.count)'\(text)" }
}

extension YAML {
    /// Whether two pieces under a key say the same, as ``Meaning`` has it.
    func means(_ other: YAML, under key: String) -> Bool {
        Meaning(self, under: key) == Meaning(other, under: key)
    }
}

internal import Arithmetic
internal import Diagnostics
internal import Domain

/// A group of keys whose names have been checked.
struct Object {
    let place: Place
    private let entries: [String: YAML.Entry]

    init(place: Place, entries: [YAML.Entry]) {
        self.place = place
        self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }

    subscript(key: String) -> YAML? { entries[key]?.value }

    /// The first of the keys that is present, with its place.
    func entry(_ keys: String...) -> YAML.Entry? {
        keys.compactMap { entries[$0] }.first
    }

    func has(_ key: String) -> Bool { entries[key] != nil }

    /// The same with entries of another, which win.
    func merging(_ other: [YAML.Entry]) -> Object {
        Object(place: place, entries: other + entries.values)
    }
}

/// Reads scalars and groups of keys, and collects everything that is wrong.
struct Reader {
    var log = DiagnosticLog()
    /// The node that is being read, for error texts.
    var node: String?
    /// The languages that every text should be in.
    var languages: [String] = []

    mutating func fail(_ code: String, _ place: Place, _ what: String, help: String) {
        log.error(code, at: place, node: node, what, help: help)
    }

    /// The group with its keys checked; `nil` when it is something else.
    mutating func object(_ yaml: YAML, _ vocabulary: Vocabulary) -> Object? {
        guard let entries = yaml.entries else {
            fail(
                "edition.shape", yaml.place,
                "\(vocabulary.element) needs a group of keys, and \(yaml.shape) stands there",
                help: wrapped(yaml, vocabulary) ?? Self.groups[vocabulary.element].map {
                    "Write it as in \($0)"
                }
                    ?? "Known keys are " + vocabulary.keys.joined(separator: ", "))
            return nil
        }
        let unknown = entries.filter { !vocabulary.keys.contains($0.key) }
        if let cut = unknown.first(where: Self.isCutFormula) {
            let number = entries.prefix { $0.keyPlace != cut.keyPlace }.last?.value.scalar ?? ""
            let isDecimal =
                !cut.key.isEmpty && cut.key.allSatisfy { $0.isASCII && $0.isNumber }
                && number.last?.isNumber ?? false && Fraction(parsing: number) != nil
            fail(
                "edition.cut-formula", cut.keyPlace,
                isDecimal
                    ? "\"\(cut.key)\" reads like the rest of the number \(number),\(cut.key)"
                    : "\"\(cut.key)\" reads like the rest of a formula that was cut at a comma",
                help: isDecimal
                    ? "Write a point before decimals: \(number).\(cut.key)"
                    : "Put the whole formula in single quotes")
        } else {
            for entry in unknown { unknownKey(entry, vocabulary) }
        }
        return Object(place: yaml.place, entries: entries)
    }

    /// A missing rule that stands where the group should that says it.
    private func wrapped(_ yaml: YAML, _ vocabulary: Vocabulary) -> String? {
        guard vocabulary.element == "missing", let word = yaml.scalar else { return nil }
        if isNumber(word) { return "Write it as in {rule: {score: \(word)}}" }
        return ["worst", "group-mean", "group-median"].contains(word)
            ? "Write it as in {rule: \(word)}" : nil
    }

    /// What a group looks like that people write as one value, by element.
    private static let groups = [
        "missing": "{rule: zero}", "coverage": "{at-least: 2/3}", "period": "{form: year}",
        "in-force": "{from: 2025-01-01, to: 2025-12-31}", "scale": "{min: 0, max: 100}",
    ]

    /// Within braces a comma ends a formula that has no quotes; the rest looks like a key.
    private static func isCutFormula(_ entry: YAML.Entry) -> Bool {
        if entry.key.contains("(") || entry.key.contains(")") { return true }
        guard entry.value.scalar == "" else { return false }
        return entry.key.contains { " =<>*/\"".contains($0) } || entry.key.first?.isNumber ?? true
    }

    private mutating func unknownKey(_ entry: YAML.Entry, _ vocabulary: Vocabulary) {
        if vocabulary.later.contains(entry.key) {
            fail(
                "edition.not-yet", entry.keyPlace,
                "\"\(entry.key)\" is not supported yet",
                help: "It belongs to the language and comes with a later version; leave it out")
            return
        }
        // Nobody reads suggestions that are not kept.
        let isKept = log.counts["edition.unknown-key", default: 0] < DiagnosticLog.kept
        let nearest = isKept ? Nearest.word(to: entry.key, among: vocabulary.keys) : nil
        let element = vocabulary.element
        let article = "aeiou".contains(element.first ?? " ") ? "an" : "a"
        let isPlural = element.hasSuffix("s") && !element.hasSuffix("is")
        fail(
            "edition.unknown-key", entry.keyPlace,
            (isPlural ? "\(element) have" : "\(article) \(element) has")
                + " no key \"\(entry.key)\"",
            help: Self.elsewhere[vocabulary.element + " " + entry.key]
                ?? nearest.map { "Did you mean \"\($0)\"?" }
                ?? "Known keys are " + vocabulary.keys.joined(separator: ", "))
    }

    /// Where a key of another element belongs, by element and key.
    private static let elsewhere = [
        "indicator weight": "Write it in the scorecard, beside the indicator's name, as in "
            + "{indicator: answers, weight: 40 %}",
        "indicator id": "Leave it out: the indicator is called like its file",
        "node dimension": dimension, "indicator dimension": dimension,
    ]

    private static let dimension =
        "Leave it out: the dimension of a cell is the node above it, and that of a criterion its "
        + "cell's"

    /// What stands under a key that must be there.
    mutating func need(_ object: Object, _ key: String, in element: String, help: String) -> YAML? {
        if let found = object[key] { return found }
        fail(
            "edition.missing-key", object.place, "the \(element) does not say \"\(key)\"",
            help: help)
        return nil
    }

    /// More of one element than any methodology has; what is declared is looked up one by one.
    static let most = 10_000

    /// Whether there are not too many of an element.
    mutating func hasRoom(for count: Int, _ what: String, at place: Place) -> Bool {
        guard count > Self.most else { return true }
        if log.counts["edition.size"] == nil {
            fail(
                "edition.size", place, "there are more than \(Self.most) \(what)",
                help: "Split the edition, or hand in records of a table")
        }
        return false
    }

    mutating func text(_ yaml: YAML, _ what: String) -> String? {
        if let text = yaml.scalar, !text.isEmpty { return text }
        fail(
            "edition.text", yaml.place, "\(what) needs a text, and \(yaml.shape) stands there",
            help: "Write it on one line")
        return nil
    }

    mutating func identifier(_ text: String, _ what: String, at place: Place) -> String? {
        guard Identifier.isValid(text) else {
            // A repetition that cannot be written out has been complained about.
            let isToldAlready = log.entries.contains {
                $0.place == place && $0.code.hasPrefix("repetition.")
            }
            guard !isToldAlready else { return nil }
            fail(
                "id.form", place, "\(what) \"\(text)\" is not an id",
                help: "Use \(Identifier.rule)")
            return nil
        }
        return text
    }

    mutating func identifier(_ yaml: YAML, _ what: String) -> String? {
        text(yaml, what).flatMap { identifier($0, what, at: yaml.place) }
    }

    mutating func items(_ yaml: YAML, _ what: String) -> [YAML]? {
        if let items = yaml.items { return items }
        fail(
            "edition.shape", yaml.place, "\(what) needs a list, and \(yaml.shape) stands there",
            help: "Write [a, b], or one item per line with a hyphen before it")
        return nil
    }

    mutating func identifiers(_ yaml: YAML, _ what: String) -> [String] {
        (items(yaml, what) ?? []).compactMap { identifier($0, what) }
    }

    /// One of some words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ yaml: YAML, _ what: String, _ type: Word.Type
    ) -> Word? where Word.RawValue == String {
        word(yaml, what, among: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
    }

    mutating func word(_ yaml: YAML, _ what: String, among words: [String]) -> String? {
        if let text = yaml.scalar, words.contains(text) { return text }
        let nearest = yaml.scalar.flatMap { Nearest.word(to: $0, among: words) }
        fail(
            "edition.word", yaml.place, "\(what) is \(yaml.shape)",
            help: (nearest.map { "Did you mean \"\($0)\"? " } ?? "")
                + "Write one of: " + words.joined(separator: ", "))
        return nil
    }

    /// `true` or `yes`, `false` or `no`.
    mutating func flag(_ yaml: YAML, _ what: String) -> Bool? {
        word(yaml, what, among: ["true", "false", "yes", "no"]).map { $0 == "true" || $0 == "yes" }
    }

    mutating func day(_ yaml: YAML, _ what: String) -> Day? {
        if let day = yaml.scalar.flatMap({ Day($0) }) { return day }
        fail(
            "edition.date", yaml.place, "\(what) is \(yaml.shape), not a date",
            help: "Write it as in 2024-03-31")
        return nil
    }

    mutating func checkFilled(_ yaml: YAML, _ what: String) {
        guard yaml.items?.isEmpty ?? false else { return }
        fail("list.empty", yaml.place, "\(what) has no members", help: "Write them as in [a, b]")
    }

    /// Ids that differ only in case are too alike; words of a code are not ids.
    mutating func checkDistinct(
        _ ids: [String], _ what: String, at place: Place, areWords: Bool = false
    ) {
        var seen: [String: String] = [:]
        for id in ids {
            guard let first = seen.updateValue(id, forKey: areWords ? id : id.lowercased()) else {
                continue
            }
            fail(
                first == id ? "id.duplicate" : "id.case", place,
                first == id
                    ? "\(what) \"\(id)\" stands twice"
                    : "\(what) \"\(id)\" differs from \"\(first)\" only in case",
                help: first == id ? "Keep one of the two" : "Rename one of the two")
        }
    }
}

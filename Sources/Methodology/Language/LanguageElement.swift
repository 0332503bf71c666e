/// What may stand under a key of the language, as far as its form tells.
package indirect enum WrittenForm: Sendable {
    /// A value on one line, whatever it looks like.
    case text
    /// An id, or one with `{name of list}` in it.
    case id
    /// A formula.
    case formula
    /// A decimal number, as in `12.5`.
    case plain
    /// A decimal number or a percentage, as in `12.5` or `40 %`.
    case decimal
    /// An exact number, as in `12.5`, `40 %` or `2/3`.
    case exact
    /// An exact number of 0 or more.
    case weight
    /// A day, as in `2024-03-31`.
    case day
    /// A month and a day, as in `04-01`.
    case begin
    /// `true` or `yes`, `false` or `no`.
    case flag
    /// One of some words.
    case words([String])
    /// A text for people: texts by language.
    case languageMap
    /// A language, as in `kk-Latn`.
    case language
    /// A list with at least one item.
    case list(WrittenForm)
    /// A list that may be empty.
    case anyNumber(WrittenForm)
    /// A list of so many items.
    case several(Int, WrittenForm)
    /// Ids, each with something under it.
    case named(WrittenForm)
    /// Words that are no ids, each with something under it.
    case keyed(WrittenForm)
    /// An element of the language by its name.
    case element(String)
    /// A group of exactly one of these keys.
    case choice([(key: String, shape: WrittenForm)])
    /// Any of these.
    case any([WrittenForm])
    /// Whatever the evidence holds: values, records, records within records.
    case evidence

    /// One of the words of a type.
    static func word<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> WrittenForm
    where Word.RawValue == String {
        .words(Word.allCases.map(\.rawValue))
    }
}

/// An element of the language: its keys, what stands under them, and which go together.
package struct LanguageElement: Sendable {
    /// What `docs/language.md` calls it.
    package let name: String
    /// Its keys in the order of the vocabulary.
    package let keys: [String]
    /// What stands under each.
    package let shapes: [String: WrittenForm]
    /// Keys that must be there.
    package let required: [String]
    /// What goes together and what does not.
    package let rules: [Rule]

    /// Which keys of one element go together.
    package enum Rule: Sendable {
        /// At least one of them.
        case one(of: [String])
        /// Not more than one of them.
        case oneAtMost(of: [String])
        /// Where the first stands, at least one of the others does.
        case needs(String, oneOf: [String])
        /// The first stands exactly where the word stands under the other key.
        case belongs(String, to: String, of: String)
        /// None of the keys stands where the other one says the word.
        case none(of: [String], where: String, is: String)
    }

    let vocabulary: Vocabulary

    /// - Parameters:
    ///   - name: What the page calls it.
    ///   - vocabulary: Its keys.
    ///   - required: Keys that must be there.
    ///   - rules: What goes together.
    ///   - shapes: What stands under each key that is not shown alone.
    init(
        _ name: String, _ vocabulary: Vocabulary, required: [String] = [], rules: [Rule] = [],
        _ shapes: [String: WrittenForm]
    ) {
        self.name = name
        self.vocabulary = vocabulary
        self.required = required
        self.rules = rules
        keys = vocabulary.keys
        var all = shapes
        for (key, shape) in Self.shown where all[key] == nil && keys.contains(key) {
            all[key] = shape
        }
        self.shapes = all
    }

    /// What stands under the keys of any element.
    private static let shown: KeyValuePairs<String, WrittenForm> = [
        "title": .languageMap, "note": .languageMap, "definition": .languageMap, "unit": .text,
        "assessors": words, "confidence": words, "source": words, "article": words,
        "basis": .any([.element("basis"), .text, .list(.any([.element("basis"), .text]))]),
    ]

    /// A text, texts by language, or several of them.
    private static let words = WrittenForm.any([
        .text, .languageMap, .anyNumber(.any([.text, .languageMap])),
    ])
}

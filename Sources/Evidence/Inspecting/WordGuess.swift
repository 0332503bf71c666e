internal import Domain

/// Words that people write for blanks and for yes and no.
enum WordGuess {
    /// In lower case, without spaces around them.
    private static let notApplicable: Set<String> = [
        "na", "n/a", "n.a.", "not applicable", "не применимо", "неприменимо", "н/п",
        "қолданылмайды", "sans objet", "s.o.",
    ]
    private static let noData: Set<String> = [
        "nd", "n/d", "n.d.", "no data", "not available", "nan", "null", "none", "missing",
        "unknown",
        "-", "--", "–", "—", "...", "…", "..", ".", "?", "н/д", "нд", "нет данных", "нет", "жоқ",
        "деректер жоқ",
    ]
    private static let withheld: Set<String> = [
        "withheld", "confidential", "suppressed", "secret", "redacted", "скрыто",
        "конфиденциально", "дсп", "құпия", "(c)", "<5", "< 5",
    ]

    /// What a word stands for among values that are something else.
    static func blank(_ word: String) -> Presence? {
        let word = trimmed(word.lowercased())
        if notApplicable.contains(word) { return .notApplicable }
        if noData.contains(word) { return .unknown }
        return withheld.contains(word) ? .withheld : nil
    }

    private static let pairs: [(yes: String, no: String)] = [
        ("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("да", "нет"), ("иә", "жоқ"),
        ("oui", "non"), ("1", "0"), ("+", "-"), ("x", ""), ("есть", "нет"),
    ]

    /// The words for yes and no, where nothing but these stands there.
    static func flags(_ words: some Sequence<String>) -> (yes: [String], no: [String])? {
        let words = words.filter { $0 != "" }.sorted()
        guard (1...4).contains(words.count) else { return nil }
        for pair in pairs {
            let yes = words.filter { $0.lowercased() == pair.yes }
            let no = words.filter { $0.lowercased() == pair.no }
            if yes.count + no.count == words.count, !yes.isEmpty, !no.isEmpty { return (yes, no) }
        }
        return nil
    }

    private static let totals: Set<String> = [
        "total", "totals", "grand total", "sum", "итого", "всего", "барлығы", "жиыны", "ensemble",
    ]

    /// Whether a word stands for the sum of the other rows.
    static func isTotal(_ word: String) -> Bool { totals.contains(trimmed(word.lowercased())) }

    private static func trimmed(_ text: String) -> String {
        let marks: Set<Character> = [" ", "\u{a0}", ":"]
        let start = text.drop { marks.contains($0) }
        let count = start.reversed().prefix { marks.contains($0) }.count
        return String(start.dropLast(count))
    }
}

/// Small pieces of English.
enum Words {
    /// As in `1 error`, `3 errors`, `2 bodies`.
    static func counted(_ count: Int, _ word: String) -> String {
        count == 1 ? "1 \(word)" : "\(count) \(plural(word))"
    }

    /// As in `errors`, `bodies`.
    static func plural(_ word: String) -> String {
        word.hasSuffix("y") ? "\(word.dropLast())ies" : "\(word)s"
    }

    /// The first few and how many there are besides, as in `a, b, c and 12 more`.
    static func some(_ texts: [String], atMost count: Int = 8, separator: String = ", ") -> String {
        let shown = texts.prefix(count).joined(separator: separator)
        return texts.count > count ? "\(shown) and \(texts.count - count) more" : shown
    }

    /// With a capital first letter.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// Small pieces of English.
enum Words {
    /// As in `1 error`, `3 errors`, `2 bodies`.
    static func counted(_ count: Int, _ word: String) -> String {
        guard count != 1 else { return "1 \(word)" }
        return word.hasSuffix("y") && !word.hasSuffix("ay")
            ? "\(count) \(word.dropLast())ies" : "\(count) \(word)s"
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

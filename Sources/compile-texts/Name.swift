/// A name in a file of texts: lower-case words with hyphens between them, as in `rank-of`.
struct Name: Hashable {
    /// As it stands in the file.
    let text: String

    /// Fails when it is no such name: a letter begins every word, digits may follow.
    init?(_ text: Substring) {
        let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isName = words.allSatisfy { word in
            guard let first = word.first, isLower(first) else { return false }
            return word.allSatisfy { isLower($0) || (48...57).contains($0) }
        }
        guard isName else { return nil }
        self.text = String(text)
    }

    /// The name in Swift, as in `rankOf`.
    var swift: String {
        let words = text.split(separator: "-")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") { name, word in
            name + word.prefix(1).uppercased() + word.dropFirst()
        }
    }

    /// Names that would mean something else in Swift, even between backticks.
    static let taken: Set<String> = ["self", "init", "type", "locale"]

    /// What a name looks like, for the help of a message.
    static let rule = "lower-case words of a-z and 0-9 with hyphens between them, as in rank-of"
}

private func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

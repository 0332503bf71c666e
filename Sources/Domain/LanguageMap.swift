/// A text in every language it was written in.
public struct LanguageMap: Hashable, Sendable {
    /// Language tags and texts in the order of the file.
    public let texts: [Entry]

    /// A text and its language.
    public struct Entry: Hashable, Sendable {
        /// As in `en`, `kk`, `kk-Latn`.
        public let language: String
        /// The text as written.
        public let text: String

        /// A text and its language.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// From texts in order.
    public init(_ texts: [Entry]) {
        self.texts = texts
    }

    /// The text in the language; where that is missing, the first one written.
    ///
    /// - Returns: `nil` only when there is no text at all.
    public func text(in language: String?) -> String? { entry(in: language)?.text }

    /// The text that ``text(in:)`` returns, with the language it stands in.
    public func entry(in language: String?) -> Entry? {
        texts.first { $0.language == language } ?? texts.first
    }
}

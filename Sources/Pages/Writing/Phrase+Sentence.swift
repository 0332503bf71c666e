package import Locales

extension Phrase {
    /// With a capital letter at its beginning and a full stop at its end.
    package var asSentence: Phrase {
        var parts = parts
        if case .text(let words)? = parts.first, let letter = words.first {
            parts[0] = .text(letter.uppercased() + words.dropFirst())
        }
        let sentence = Phrase(parts)
        let isEnded = [".", "!", "?", "…"].contains { sentence.plain.hasSuffix($0) }
        return isEnded || sentence.isEmpty ? sentence : sentence + "."
    }
}

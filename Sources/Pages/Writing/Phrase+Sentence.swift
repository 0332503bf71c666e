package import Locales

extension Phrase {
    /// With a capital letter at its beginning.
    package var capital: Phrase {
        var parts = parts
        if case .text(let words)? = parts.first, let letter = words.first {
            parts[0] = .text(letter.uppercased() + words.dropFirst())
        }
        return Phrase(parts)
    }

    /// With a capital letter at its beginning and a full stop at its end.
    package var asSentence: Phrase {
        let sentence = capital
        let isEnded = [".", "!", "?", "…"].contains { sentence.plain.hasSuffix($0) }
        return isEnded || sentence.isEmpty ? sentence : sentence + "."
    }
}

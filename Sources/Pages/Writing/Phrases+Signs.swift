internal import Locales

/// Signs between phrases, with the space that the language puts before them.
extension Phrases {
    /// A colon with its space.
    var colon: String { before + ": " }

    /// A semicolon with its space.
    var semicolon: String { before + "; " }

    /// French has a narrow space before signs of two parts.
    private var before: String { locale == .french ? "\u{202F}" : "" }
}

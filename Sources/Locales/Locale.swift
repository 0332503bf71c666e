/// A language that the program speaks.
///
/// What others write (titles, reasons) may be in any language; these four are the ones of the
/// program's own texts.
public enum Locale: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case french = "fr"
    case russian = "ru"
    case kazakh = "kk"

    /// The language of a tag, whatever its script and region; `nil` for one that is not spoken.
    ///
    /// `kk-Cyrl` is Kazakh; `kk-Latn` is not, because our texts are in Cyrillic.
    public init?(tag: String) {
        let parts = tag.split(separator: "-").map { $0.lowercased() }
        guard let first = parts.first, let language = Locale(rawValue: first) else { return nil }
        if language == .kazakh || language == .russian, parts.contains("latn") { return nil }
        self = language
    }

    /// The tag, as in `kk`.
    public var tag: String { rawValue }

    /// What its speakers call it.
    public var ownName: String {
        switch self {
        case .english: "English"
        case .french: "Français"
        case .russian: "Русский"
        case .kazakh: "Қазақша"
        }
    }
}

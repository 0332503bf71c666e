/// The kinds of number that a language may have its own forms of words for.
///
/// - Source: Unicode Technical Standard 35, part 3, section 5, language plural rules.
public enum PluralCategory: Hashable, Sendable {
    case one
    case few
    case many
    case other
}

extension Locale {
    /// The categories that whole numbers fall into, in the order in which forms are given.
    ///
    /// French also has *many* for whole millions, which asks for *de* before the noun; texts of
    /// ours do not count that far, and such a number is *other* here. Russian has *other* for
    /// fractions only.
    public var pluralCategories: [PluralCategory] {
        self == .russian ? [.one, .few, .many] : [.one, .other]
    }

    /// The category of a whole number; a negative one has that of its magnitude.
    ///
    /// - Source: Unicode CLDR, cardinal plural rules of the four languages for integers.
    public func pluralCategory(_ number: Int) -> PluralCategory {
        let magnitude = number.magnitude
        switch self {
        case .english, .kazakh:
            return magnitude == 1 ? .one : .other
        case .french:
            return magnitude <= 1 ? .one : .other
        case .russian:
            let (last, lastTwo) = (magnitude % 10, magnitude % 100)
            if last == 1, lastTwo != 11 { return .one }
            return (2...4).contains(last) && !(12...14).contains(lastTwo) ? .few : .many
        }
    }

    /// The form of a word for a number, of forms in the order of ``pluralCategories``.
    ///
    /// With fewer forms than the language has, the last stands for the others.
    public func form(of number: Int, _ forms: String...) -> String {
        let position = pluralCategories.firstIndex(of: pluralCategory(number)) ?? 0
        return position < forms.count ? forms[position] : forms.last ?? ""
    }
}

/// A language of the texts, in the order in which every text has them.
enum Language: String, CaseIterable {
    case en
    case fr
    case ru
    case kk

    /// The case of `Locale` in the program.
    var locale: String {
        switch self {
        case .en: "english"
        case .fr: "french"
        case .ru: "russian"
        case .kk: "kazakh"
        }
    }

    /// The categories of number that the language has words for, in the order of the forms.
    ///
    /// They are those of `Locale.pluralCategories`, which picks the form.
    var forms: [String] { self == .ru ? ["one", "few", "many"] : ["one", "other"] }

    /// All tags, as a message names them.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

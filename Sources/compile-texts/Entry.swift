/// A text of the program in all its languages.
struct Entry {
    /// What stands in the line of the key.
    let signature: Signature
    /// One for each language, in their order.
    let texts: [[Piece]]
    /// Where the key stands.
    let place: Place
}

/// A line of a file.
struct Place {
    let path: String
    /// Counted from 1.
    let line: Int
}

/// The name of a text and what is put into it.
struct Signature {
    let key: Name
    let parameters: [Parameter]
}

/// Something that is put into a text.
struct Parameter {
    /// What it is.
    enum Kind: String, CaseIterable {
        /// Words, figures, references: a `Phrase`.
        case text
        /// A whole number, which may decide the forms of words.
        case count
    }

    let name: Name
    let kind: Kind
}

/// A part of a text in one language.
enum Piece {
    /// Words as they are shown.
    case words(String)
    /// What a parameter brings.
    case argument(Parameter)
    /// The form of a word that a number asks for, from one form for each category.
    case form(Parameter, [String])

    /// The parameter it shows or depends on.
    var parameter: Parameter? {
        switch self {
        case .words: nil
        case .argument(let parameter), .form(let parameter, _): parameter
        }
    }
}

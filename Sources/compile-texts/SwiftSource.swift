/// The Swift file with a type that says all texts in a language.
///
/// Each text is a `switch` over plain literals and calls with one argument, which the compiler
/// gets through fast however many there are.
func swiftSource(of entries: [Entry]) -> String {
    var source = """
        // Generated from files of texts; do not edit.

        internal import \(imported)

        /// The texts of this target in one language.
        struct Phrases: Sendable {
            /// The language.
            let locale: Locale

            /// The texts in a language.
            init(_ locale: Locale) { self.locale = locale }

        """
    for entry in entries {
        source += entry.signature.parameters.isEmpty ? property(entry) : function(entry)
    }
    return source + "}\n"
}

/// Words alone.
private func property(_ entry: Entry) -> String {
    var source = "\n    var `\(entry.signature.key.swift)`: String {\n        switch locale {\n"
    for (language, pieces) in zip(Language.allCases, entry.texts) {
        var text = ""
        for case .words(let words) in pieces { text += words }
        source += "        case .\(language.locale): \(literal(text))\n"
    }
    return source + "        }\n    }\n"
}

/// Words with something put in.
private func function(_ entry: Entry) -> String {
    let parameters = entry.signature.parameters.map { parameter in
        "`\(parameter.name.swift)`: \(parameter.kind == .text ? "Phrase" : "Int")"
    }
    var source = "\n    func `\(entry.signature.key.swift)`("
    source += parameters.joined(separator: ", ") + ") -> Phrase {\n"
    source += "        var _phrase = Phrase([])\n        switch locale {\n"
    for (language, pieces) in zip(Language.allCases, entry.texts) {
        source += "        case .\(language.locale):\n"
        for piece in pieces { source += "            _phrase.append(\(argument(piece)))\n" }
    }
    return source + "        }\n        return _phrase\n    }\n"
}

private func argument(_ piece: Piece) -> String {
    switch piece {
    case .words(let words):
        return literal(words)
    case .argument(let parameter):
        let name = "`\(parameter.name.swift)`"
        return parameter.kind == .text ? name : "locale.count(\(name))"
    case .form(let parameter, let forms):
        let list = forms.map(literal).joined(separator: ", ")
        return "locale.form(of: `\(parameter.name.swift)`, \(list))"
    }
}

/// Where `Locale` and `Phrase` come from.
private let imported = "Locales"

private func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { literal += "\\" }
        literal.unicodeScalars.append(scalar)
    }
    return literal + "\""
}

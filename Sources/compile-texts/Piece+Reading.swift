internal import BuildTools

/// The parts of a text in one language: words, `{name}`, `{name|form|form}`, `{{` and `}}`.
///
/// - Throws: ``BuildError`` for the first thing that is wrong, such as a parameter without use.
func pieces(
    of text: String, _ language: Language, _ signature: Signature, _ line: Line
) throws(BuildError) -> [Piece] {
    guard !text.isEmpty else {
        throw line.mistake(
            "the text in \(language) is empty", fix: "write it after \"\(language):\"")
    }
    var pieces: [Piece] = []
    var words = ""
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
        if (scalar == "{" || scalar == "}") && rest.first == scalar {
            words.unicodeScalars.append(scalar)
            rest.removeFirst()
        } else if scalar == "{" {
            let inside = rest.prefix { $0 != "}" && $0 != "{" }
            rest = rest[inside.endIndex...]
            guard rest.popFirst() == "}" else {
                throw line.mistake(
                    "\"{\(String(inside))\" has no closing brace",
                    fix: "write }, or {{ where a brace is meant")
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
            pieces.append(try insertion(Substring(inside), language, signature, line))
        } else if scalar == "}" {
            throw line.mistake(
                "a brace closes and none was open", fix: "write }} where a brace is meant")
        } else {
            words.unicodeScalars.append(scalar)
        }
    }
    if !words.isEmpty { pieces.append(.words(words)) }
    for parameter in signature.parameters
    where !pieces.contains(where: { $0.parameter?.name == parameter.name }) {
        throw line.mistake(
            "the text in \(language) leaves out {\(parameter.name.text)}",
            fix: "put it in; a count may also choose a form, as in {n|…|…}")
    }
    return pieces
}

/// What stands between braces.
private func insertion(
    _ inside: Substring, _ language: Language, _ signature: Signature, _ line: Line
) throws(BuildError) -> Piece {
    let parts = inside.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0) }
    let name = parts.first ?? ""
    guard let parameter = signature.parameters.first(where: { $0.name.text == name }) else {
        let known = signature.parameters.map(\.name.text).joined(separator: ", ")
        throw line.mistake(
            "{\(name)} is not put into \(signature.key.text)",
            fix: known.isEmpty
                ? "name it and its type after the key, as in \(signature.key.text)(name: text)"
                : "write one of \(known), or add it after the key")
    }
    guard parts.count > 1 else { return .argument(parameter) }
    guard parameter.kind == .count else {
        throw line.mistake(
            "{\(name)} has forms and is a text", fix: "make it a count, or leave the forms out")
    }
    let forms = Array(parts.dropFirst())
    guard forms.count == language.forms.count else {
        throw line.mistake(
            "{\(inside)} has \(forms.count) \(forms.count == 1 ? "form" : "forms"),"
                + " and \(language) has \(language.forms.count)",
            fix: "write {\(name)|\(language.forms.joined(separator: "|"))}")
    }
    return .form(parameter, forms)
}

internal import BuildTools

extension Entry {
    /// Reads the line of a key and the languages beneath it.
    init(_ first: Line, beneath lines: ArraySlice<Line>) throws(BuildError) {
        place = first.place
        signature = try Signature(first)
        var found: [(line: Line, language: Language, text: String)] = []
        for line in lines {
            let content = try line.content()
            guard line.indent > 2 else {
                found.append(try Self.language(line, content, after: found.last?.language))
                continue
            }
            guard let last = found.indices.last else {
                throw line.mistake(
                    "a text goes on before a language began", fix: "write two spaces and en: first")
            }
            found[last].text += (found[last].text.isEmpty ? "" : " ") + content
        }
        if found.count < Language.allCases.count {
            let languages = Language.allCases.dropFirst(found.count).map(\.rawValue)
            throw first.mistake(
                "\(signature.key.text) has no text in \(languages.joined(separator: ", "))",
                fix: "write it beneath, as in \"  \(languages[0]): …\"")
        }
        var texts: [[Piece]] = []
        for (line, language, text) in found {
            texts.append(try pieces(of: text, language, signature, line))
        }
        self.texts = texts
    }

    /// The language and the beginning of its text, as in `  en: rank`.
    private static func language(
        _ line: Line, _ content: Substring, after last: Language?
    ) throws(BuildError) -> (Line, Language, String) {
        let tag = content.prefix { $0 != ":" }
        guard line.indent == 2, tag.endIndex < content.endIndex,
            let language = Language(rawValue: String(tag))
        else {
            throw line.mistake(
                "\"\(content)\" begins with no language",
                fix: "write two spaces, one of \(Language.list), a colon and the text; indent a"
                    + " text that goes on by four")
        }
        let expected =
            last.map { last in Language.allCases.drop { $0 != last }.dropFirst().first } ?? .en
        guard language == expected else {
            throw line.mistake(
                "\(language) stands where \(expected.map { "\($0)" } ?? "the next key") is expected",
                fix: "write each of \(Language.list) once, in this order")
        }
        let rest = Substring(content.utf8.dropFirst(tag.utf8.count + 1))
        guard rest.isEmpty || rest.utf8.first == UInt8(ascii: " ") else {
            throw line.mistake(
                "no space stands after \(language):", fix: "write \"\(language): \(rest)\"")
        }
        return (line, language, String(Substring(rest.utf8.dropFirst(1))))
    }
}

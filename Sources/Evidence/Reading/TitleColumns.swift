internal import Domain

/// The columns of a title: one for each language, or one without.
struct TitleColumns: Sendable {
    /// The headings, and the languages they name.
    let languages: [(heading: String, language: String)]

    init(_ name: String, _ heading: Heading) {
        languages = heading.names.compactMap { heading in
            if heading == name { return (heading, BodiesReader.anyLanguage) }
            guard heading.hasPrefix(name + "."), Identifier.isValid(heading),
                heading.utf8.count > name.utf8.count + 1
            else { return nil }
            return (heading, String(heading.dropFirst(name.count + 1)))
        }
    }

    var headings: [String] { languages.map(\.heading) }
}

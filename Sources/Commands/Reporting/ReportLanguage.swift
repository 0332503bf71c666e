internal import Domain
internal import Locales
internal import Methodology

/// The one language that a report is asked for in.
struct ReportLanguage {
    /// As it was typed; `nil` where nobody asks for one.
    let tag: String?

    init(_ tag: String?) { self.tag = tag }

    /// Refuses what cannot be a folder of the report, before anything is read.
    ///
    /// - Throws: ``Refusal`` where it is no language tag.
    func check() throws(Refusal) {
        guard let tag else { return }
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let isTag =
            (2...3).contains(parts.first?.utf8.count ?? 0)
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count) && Identifier.isValid(part)
                    && !part.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
            }
        guard !isTag else { return }
        throw Refusal(
            .wrongCommand, "command.language", "\"\(tag)\" is not a language tag",
            help: "Write it as in en, fr, ru, kk or kk-Latn")
    }

    /// Refuses a language in which nothing would stand: the program does not speak it, no edition
    /// declares it, and no title is written in it.
    ///
    /// - Parameters:
    ///   - plans: The editions that the report is about.
    ///   - bodies: The bodies whose titles it shows.
    /// - Throws: ``Refusal`` with the languages there are.
    func check(in plans: [Plan], _ bodies: [Body]) throws(Refusal) {
        guard let tag, Locale(tag: tag) == nil else { return }
        var written: [String] = []
        for language in plans.flatMap(\.writtenLanguages) + bodies.flatMap(\.title.languages)
        where !written.contains(language) {
            written.append(language)
        }
        guard !written.contains(tag) else { return }
        let spoken = Locale.allCases.map(\.tag).filter { !written.contains($0) }
        throw Refusal(
            .wrongCommand, "report.language",
            "the program does not speak \"\(tag)\", and no title is written in it",
            help: "Name one of \((written + spoken).joined(separator: ", ")) with --lang, "
                + "or leave it out for all languages of the edition")
    }
}

extension Plan {
    /// The languages it declares, and those of its titles besides.
    fileprivate var writtenLanguages: [String] {
        let titles: [LanguageMap?] =
            [identity.title] + nodes.map(\.texts.title) + schema.inputs.map(\.title)
            + schema.tables.map(\.title)
        return identity.languages + titles.flatMap { $0?.languages ?? [] }
    }
}

extension LanguageMap {
    fileprivate var languages: [String] { texts.map(\.language) }
}

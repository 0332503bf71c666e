internal import Foundation
internal import Testing

/// Runs the tool `compile-texts`, as the build does.
@Suite struct CompilingTests {
    @Test func `a text without anything put in becomes a string`() throws {
        let source = try compiled(
            "# For translators.\noverview\n  en: Overview\n  fr: Vue \"d\\e\n  ru: Обзор\n  kk: Шолу\n"
        )

        #expect(
            source.hasSuffix(
                """
                    /// The texts in a language.
                    init(_ locale: Locale) { self.locale = locale }

                    var `overview`: String {
                        switch locale {
                        case .english: "Overview"
                        case .french: "Vue \\"d\\\\e"
                        case .russian: "Обзор"
                        case .kazakh: "Шолу"
                        }
                    }
                }

                """))
    }

    @Test func `texts, counts and forms are put in where the language has them`() throws {
        let source = try compiled(
            """
            rank-of(the-rank: text, bodies: count)
              en: rank {the-rank} of {bodies} {bodies|body|bodies}
              fr: rang {the-rank} sur {bodies}
              ru: {the-rank} из {bodies} {bodies|органа|органов|}
              kk: {bodies} {{орган}} {the-rank}
            """)

        #expect(
            source.hasSuffix(
                """

                    func `rankOf`(`theRank`: Phrase, `bodies`: Int) -> Phrase {
                        var _phrase = Phrase([])
                        switch locale {
                        case .english:
                            _phrase.append("rank ")
                            _phrase.append(`theRank`)
                            _phrase.append(" of ")
                            _phrase.append(locale.count(`bodies`))
                            _phrase.append(" ")
                            _phrase.append(locale.form(of: `bodies`, "body", "bodies"))
                        case .french:
                            _phrase.append("rang ")
                            _phrase.append(`theRank`)
                            _phrase.append(" sur ")
                            _phrase.append(locale.count(`bodies`))
                        case .russian:
                            _phrase.append(`theRank`)
                            _phrase.append(" из ")
                            _phrase.append(locale.count(`bodies`))
                            _phrase.append(" ")
                            _phrase.append(locale.form(of: `bodies`, "органа", "органов", ""))
                        case .kazakh:
                            _phrase.append(locale.count(`bodies`))
                            _phrase.append(" {орган} ")
                            _phrase.append(`theRank`)
                        }
                        return _phrase
                    }
                }

                """))
    }

    @Test func `deeper lines go on with the text, joined by one space`() throws {
        let source = try compiled(
            "a\n  en: one\n    two\n\n      three\n  fr:\n    un\n# Note.\n    deux\n  ru: а\n  kk: а\n"
        )

        #expect(source.contains("case .english: \"one two three\"\n"))
        #expect(source.contains("case .french: \"un deux\"\n"))
    }

    @Test func `a count may choose a form without being shown`() throws {
        let source = try compiled(
            "a(n: count)\n  en: {n|is|are}\n  fr: {n|est|sont}\n  ru: {n|а|б|в}\n  kk: {n}\n")

        #expect(source.contains("_phrase.append(locale.form(of: `n`, \"а\", \"б\", \"в\"))\n"))
    }

    @Test func `no file gives a type without texts`() throws {
        let folder = try TemporaryFolder()

        #expect(try folder.compile([]).status == 0)
        #expect(try folder.read("Phrases.swift").contains("struct Phrases: Sendable {\n"))
    }

    @Test(arguments: [
        // Keys and what is put in.
        ("Rank\(all)", 1, "\"Rank\" is no key", "lower-case words"),
        ("rank-\(all)", 1, "\"rank-\" is no key", "lower-case words"),
        ("rank-1\(all)", 1, "\"rank-1\" is no key", "lower-case words"),
        ("rank of\(all)", 1, "\"rank of\" is no key", "lower-case words"),
        ("ранг\(all)", 1, "\"ранг\" is no key", "lower-case words"),
        ("init\(all)", 1, "the key init means something else in Swift", "take another word"),
        ("a(b)\(all)", 1, "\"b\" does not say what is put in", "text or count"),
        ("a(b: int)\(all)", 1, "\"b: int\" does not say what is put in", "text or count"),
        ("a()\(all)", 1, "\"()\" is no list", "or nothing where nothing is put in"),
        ("a(b: text\(all)", 1, "\"(b: text\" is no list", "write (name: type, …)"),
        ("a(b: text,)\(all)", 1, "\"\" does not say what is put in", "write name: type"),
        ("a(bC: text)\(all)", 1, "\"bC\" is no name", "lower-case words"),
        ("a(locale: text)\(all)", 1, "the name locale means something else", "another word"),
        ("a(b: text, b: count)\(all)", 1, "b stands twice", "rename"),
        ("a\(all)a\(all)", 6, "the key a stands in", "rename one of them"),
        ("a \(all)", 1, "a space ends the line", "delete it"),
        // Languages.
        ("  en: a\n", 1, "an indented line stands before the first key", "first column"),
        ("a\n", 1, "a has no text in en, fr, ru, kk", "\"  en: …\""),
        ("a\n  en: a\n  fr: a\n", 1, "a has no text in ru, kk", "\"  ru: …\""),
        ("a\n  fr: a\n", 2, "fr stands where en is expected", "once, in this order"),
        ("a\n  en: a\n  en: b\n", 3, "en stands where fr is expected", "once, in this order"),
        ("a\(all)  kk: b\n", 6, "kk stands where the next key is expected", "in this order"),
        ("a\n  de: a\n", 2, "\"de: a\" begins with no language", "one of en, fr, ru, kk"),
        ("a\n  en\n", 2, "\"en\" begins with no language", "a colon and the text"),
        ("a\n en: a\n", 2, "\"en: a\" begins with no language", "write two spaces"),
        ("a\n  en:a\n", 2, "no space stands after en:", "write \"en: a\""),
        ("a\n    more\n", 2, "a text goes on before a language began", "en: first"),
        ("a\n  en: a \n", 2, "a space ends the line", "delete it"),
        ("a\n  en:\n  fr: a\n  ru: а\n  kk: а\n", 2, "the text in en is empty", "after \"en:\""),
        ("a\n\ten: a\n", 2, "a tab stands in the line", "indent by spaces"),
        ("a\n  en: a\tb\n", 2, "a tab stands in the line", "indent by spaces"),
        // What is put in.
        ("a\n  en: {b}\(rest)", 2, "{b} is not put into a", "as in a(name: text)"),
        ("a(b: text)\n  en: {c}\(rest)", 2, "{c} is not put into a", "write one of b"),
        ("a(b: text)\n  en: { b}\(rest)", 2, "{ b} is not put into a", "write one of b"),
        ("a(b: text)\n  en: a\(rest)", 2, "the text in en leaves out {b}", "put it in"),
        ("a(b: text)\n  en: {b\(rest)", 2, "\"{b\" has no closing brace", "write }, or {{"),
        ("a(b: count)\n  en: {b|{b}|c}\(rest)", 2, "\"{b|\" has no closing brace", "write }"),
        ("a\n  en: a}\(rest)", 2, "a brace closes and none was open", "write }}"),
        ("a(b: text)\n  en: {b|c|d}\(rest)", 2, "{b} has forms and is a text", "make it a count"),
        ("a(b: count)\n  en: {b|c}\(rest)", 2, "{b|c} has 1 form, and en has 2", "{b|one|other}"),
        (
            "a(b: count)\n  en: {b}\n  fr: {b}\n  ru: {b|c|d}\n  kk: {b}\n", 4,
            "{b|c|d} has 2 forms, and ru has 3", "write {b|one|few|many}"
        ),
    ])
    func `a mistake is refused with its line and the way out`(
        text: String, line: Int, what: String, fix: String
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.texts", text)

        let run = try folder.compile(["a.texts"])

        #expect(run.status == 1)
        #expect(run.complaint.hasPrefix("\(folder.path("a.texts")):\(line): error: \(what)"))
        #expect(run.complaint.drop { $0 != "—" }.contains(fix))
        #expect(throws: (any Error).self) { try folder.read("Phrases.swift") }
    }

    @Test func `every mistake of every file is told at once`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.texts", "A\na\n  de: a\nb\(all)")
        try folder.write("b.texts", "b\(all)")

        let run = try folder.compile(["a.texts", "b.texts", "none.texts"])

        let lines = run.complaint.split(separator: "\n")
        let places = ["a.texts:1", "a.texts:3", "b.texts:1", "none.texts"]
        #expect(lines.count == places.count)
        for (line, place) in zip(lines, places) {
            #expect(line.hasPrefix("\(folder.path(place)): error: "))
        }
        #expect(lines.last?.contains("it cannot be opened") == true)
    }

    @Test func `a combining mark at the beginning of a line does not join it to the one above`()
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write("a.texts", "a\n\u{301}b\n")

        let run = try folder.compile(["a.texts"])

        #expect(run.complaint.contains("a.texts:1: error: a has no text"))
        #expect(run.complaint.contains("a.texts:2: error: "))
    }
}

/// All languages, after a key.
private let all = "\n  en: a\n  fr: a\n  ru: а\n  kk: а\n"
/// The languages after English.
private let rest = "\n  fr: a\n  ru: а\n  kk: а\n"

/// The type that a file with this text becomes.
private func compiled(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("a.texts", text)
    let run = try folder.compile(["a.texts"])
    #expect(run.status == 0)
    #expect(run.complaint == "")
    return try folder.read("Phrases.swift")
}

extension TemporaryFolder {
    /// Runs the tool on files of the folder; the result is in `Phrases.swift`.
    fileprivate func compile(_ names: [String]) throws -> ToolRun {
        try run("compile-texts", [path("Phrases.swift")] + names.map(path))
    }
}

internal import Foundation
internal import TestSupport
internal import Testing

/// Runs `tools/check-texts`, on the texts of the program and on faulty ones.
@Suite struct CheckTextsTests {
    @Test func `the texts of the program are typed as their languages are`() throws {
        let run = try TemporaryFolder().run(Self.tool, [])

        #expect(run.status == 0)
        #expect(run.output.contains("files are as docs/languages.md says"), "\(run.output)")
    }

    @Test func `what the languages have is no fault`() throws {
        let run = try check([
            "en": "Don't: \"{a}\" of 5 – 7; CSV, 10%",
            "fr": "N’est\u{202F}: «\u{202F}{a}\u{202F}» de 5 – 7\u{202F}; CSV, 10\u{A0}%",
            "ru": "Не: «{a}» из 5–7\u{A0}— б; CSV, 10\u{A0}%", "kk": "Емес: «{a}» 5–7; CSV, 10%",
        ])

        #expect(run.output.hasPrefix("texts: 1 files are"), "\(run.output)")
    }

    @Test(arguments: [
        ("fr", "Note: {a}", "no narrow space stands before \":\""),
        ("fr", "Note : {a}", "no narrow space stands before \":\""),
        ("fr", "«{a}»", "no narrow space stands inside of « »"),
        ("fr", "L'organe {a}", "an apostrophe is typed straight"),
        ("fr", "Le «\u{202F}{a}\u{202F}» et \"b\"", "a quotation mark is not the language's own"),
        ("fr", "10 % {a}", "no space that does not break stands before %"),
        ("fr", "the note {a}", "\"the\" is a word of English"),
        ("fr", "Вся {a}", "\"Вся\" is in Cyrillic letters"),
        ("en", "The «{a}»", "a sign stands in it that English texts here do not have"),
        ("en", "la note est {a}", "\"est\" is a word of French"),
        ("ru", "cумма {a}", "\"cумма\" has Latin and Cyrillic letters"),
        ("ru", "орган a {a}", "\"a\" is in Latin letters"),
        ("ru", "қала {a}", "\"қала\" has a Kazakh letter"),
        ("ru", "\"Сумма\" {a}", "a quotation mark is not the language's own"),
        ("ru", "сумма : {a}", "a space stands before a sign"),
        ("en", "sum - {a}", "a hyphen or a long dash stands between words"),
        ("ru", "сумма – {a}", "a dash is not the language's own"),
        ("ru", "сумма  {a}", "two spaces follow each other"),
        ("ru", "сумма {a} .", "a space stands before a comma or a full stop"),
        ("ru", "сумма {a}...", "three full stops stand for an ellipsis"),
        ("kk", "орган и {a}", "\"и\" is a word of Russian"),
        ("kk", "сомa {a}", "\"сомa\" has Latin and Cyrillic letters"),
        ("kk", "пример {a}", "it is the same as in ru"),
        ("kk", "мысал {a}.", "it ends with \".\" and the English with \"\""),
        ("kk", "Мысал {a}", "it begins with another case than the English"),
    ])
    func `a fault is told with its place`(language: String, text: String, what: String) throws {
        var texts = ["en": "of {a}", "fr": "de {a}", "ru": "пример {a}", "kk": "мысал {a}"]
        texts[language] = text

        let run = try check(texts)

        #expect(run.status == 1)
        #expect(run.output.contains("\(language) of key: \(what) — help: "), "\(run.output)")
        let line = ["en", "fr", "ru", "kk"].firstIndex(of: language).map { $0 + 2 }
        #expect(run.output.contains("a.texts:\(line ?? 0): \(language)"))
    }

    @Test func `words that two languages share are no fault`() throws {
        let run = try check([
            "en": "Points: {a}", "fr": "Points\u{202F}: {a}", "ru": "Балл: {a}", "kk": "Балл: {a}",
        ])

        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `a text that no code names is a fault`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.texts", "left-over\n  en: Rest\n  fr: Reste\n  ru: Остаток\n  kk: Қалдық\n")
        try folder.write("a.swift", "let unused = phrases.leftOut\n")
        let run = try folder.run(Self.tool, [folder.path("a.texts")])

        #expect(run.status == 1)
        #expect(run.output.contains("a.texts:2: en of left-over: no code names it — help: "))
    }

    private static let tool = Folders.project.appending(path: "tools/check-texts").path

    private func check(_ texts: [String: String]) throws -> ToolRun {
        let folder = try TemporaryFolder()
        let lines = ["en", "fr", "ru", "kk"].map { "  \($0): \(texts[$0] ?? "")\n" }
        try folder.write("a.texts", "key(a: text)\n" + lines.joined())
        return try folder.run(Self.tool, [folder.path("a.texts")])
    }
}

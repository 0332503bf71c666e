import Diagnostics
import Domain
import Foundation
import Methodology
import Scoring
import TestSupport
import Testing

/// Holds the examples and the lists of `docs/language.md` to the program.
@Suite struct LanguagePageTests {
    static let page = Page("language.md")

    private static func read(_ text: String) -> (plan: Plan?, words: [String]) {
        let (plan, log) = EditionReader.read(from: MemorySource(["edition.yaml": text]))
        return (plan, log.entries.map(\.description))
    }

    @Test(arguments: page.blocks("yaml edition"))
    func `a complete edition on the page is read without a word`(block: Page.Block) {
        let (plan, words) = Self.read(block.text)

        #expect(plan != nil)
        #expect(words == [])
    }

    @Test(arguments: page.blocks("yaml part"))
    func `a part on the page fits into the first edition`(block: Page.Block) throws {
        let first = try #require(Self.page.blocks("yaml edition").first)

        let (plan, words) = Self.read(Self.replacing(block.text, in: first.text))

        #expect(plan != nil)
        #expect(words == [])
    }

    @Test func `the folder on the page is read, and its test cases hold`() throws {
        let files = Self.page.files
        #expect(files.count == 5)

        let (plan, log) = EditionReader.read(from: MemorySource(files))

        #expect(log.entries.map(\.description) == [])
        let results = CaseRun.run(try #require(plan))
        #expect(results.count == 3)
        #expect(results.filter { !$0.passed }.map { "\($0.name): \($0.differences)" } == [])
    }

    @Test(arguments: page.blocks("yaml cases"))
    func `cases on the page hold for the part or edition before them`(block: Page.Block) throws {
        let first = try #require(Self.page.blocks("yaml edition").first)
        let before = Self.page.blocks.last {
            ["yaml part", "yaml edition"].contains($0.info) && $0.line < block.line
        }
        let part = try #require(before)
        let isWhole = part.info == "yaml edition"
        let edition = isWhole ? part.text : Self.replacing(part.text, in: first.text)

        let (plan, log) = EditionReader.read(
            from: MemorySource(["edition.yaml": edition, "edition.test.yaml": block.text]))

        #expect(log.entries.map(\.description) == [])
        let results = CaseRun.run(try #require(plan))
        #expect(!results.isEmpty)
        #expect(results.filter { !$0.passed }.map { "\($0.name): \($0.differences)" } == [])
    }

    @Test func `the wrong example is refused with the words on the page`() throws {
        let first = try #require(Self.page.blocks("yaml edition").first)
        let wrong = try #require(Self.page.blocks("yaml wrong").first)
        let expected = try #require(Self.page.blocks("text error").first)

        let (plan, words) = Self.read(Self.replacing(wrong.text, in: first.text))

        #expect(plan == nil)
        let withoutPlace = words.map { $0.drop { $0 != " " }.dropFirst() + "\n" }
        #expect(withoutPlace.joined() == expected.text)
    }

    @Test func `no example is left out of these tests`() {
        let known = [
            "yaml edition", "yaml part", "yaml cases", "yaml wrong", "text error", "text grammar",
        ]

        // Patterns are assessed one by one.
        let others = Self.page.blocks.filter {
            !known.contains($0.info) && !$0.info.hasPrefix("yaml pattern ")
        }

        #expect(Set(others.map(\.info)) == Set(Self.page.files.keys.map { "yaml \($0)" }))
        #expect(Self.page.blocks("yaml part").count >= 12)
    }

    @Test func `every refusal is listed, and none that is not there`() throws {
        let listed = Self.page.codes(under: "code")

        let codes = try codesOfSources(["Expressions", "Methodology"])
        #expect(codes.filter { !listed.contains($0) } == [], "these are not on the page")
        #expect(listed.filter { !codes.contains($0) } == [], "these are not in the sources")
        #expect(listed == listed.sorted())
        #expect(Set(listed).count == listed.count)
    }

    @Test func `the grammar is that of the parser`() throws {
        let grammar = try #require(Self.page.blocks("text grammar").first?.text)
        let source = try String(
            contentsOf: Folders.project.appending(path: "Sources/Expressions/Parser.swift"),
            encoding: .utf8)

        for line in grammar.split(separator: "\n") { #expect(source.contains("///     \(line)\n")) }
    }

    /// The edition with the keys of a part in the place of its own.
    private static func replacing(_ part: String, in edition: String) -> String {
        let parts = chunks(part)
        // One edition has one of the two.
        let isOf = { (own: Substring, key: Substring) in
            own == key || own == "scorecard" && key == "scorecards"
        }
        let kept = chunks(edition).map { own in parts.first { isOf(own.key, $0.key) } ?? own }
        let added = parts.filter { part in !kept.contains { $0.key == part.key } }
        return (kept + added).map(\.text).joined()
    }

    /// The text at every key that stands at the left margin, with the key.
    private static func chunks(_ text: String) -> [(key: Substring, text: String)] {
        var chunks: [(key: Substring, text: String)] = []
        for line in text.split(separator: "\n") {
            if line.first?.isLetter ?? false {
                chunks.append((line.prefix { $0 != ":" }, "\(line)\n"))
            } else if let last = chunks.indices.last {
                chunks[last].text += "\(line)\n"
            }
        }
        return chunks
    }
}

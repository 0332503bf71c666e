import Diagnostics
@testable import Methodology
import Testing

@Suite struct YAMLReaderTests {
    private func read(_ text: String) -> (yaml: YAML?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let yaml = YAMLReader.read(Array(text.utf8), file: "a.yaml", log: &log)
        return (yaml, log)
    }

    @Test(arguments: ["Y", "no", "1:30", "0.10", "null", "0x1F", "1e3", "2024-01-01", "~"])
    func `a scalar is the text that stands there`(text: String) {
        #expect(read("a: \(text)").yaml?.entries?.first?.value.scalar == text)
    }

    @Test func `places count lines, and characters within them`() throws {
        let entries = try #require(read("a: 1\nжыл: [x, 'y z']\n").yaml?.entries)

        #expect(entries[1].keyPlace == Place(file: "a.yaml", line: 2, column: 1))
        let items = try #require(entries[1].value.items)
        #expect(items[0].place == Place(file: "a.yaml", line: 2, column: 7))
        // Within the quotes, so that places in formulas are right.
        #expect(items[1].place == Place(file: "a.yaml", line: 2, column: 11))
    }

    @Test func `a text over several lines is read and has no columns`() throws {
        let value = try #require(read("a: >\n  one\n  two\n").yaml?.entries?.first?.value)

        #expect(value.scalar == "one two\n")
        #expect(!value.isOnOneLine)
    }

    @Test func `of a repeated key the first is kept and all others are named`() {
        let (yaml, log) = read("a: 1\na: 2\na: 3\nb: 4\n")

        #expect(yaml?.entries?.map(\.key) == ["a", "b"])
        #expect(log.entries.map(\.place?.line) == [2, 3])
    }

    @Test func `an alias bomb is refused before it grows`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<40 {
            let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        let log = read(text).log

        #expect(log.counts["yaml.alias"] == 390)
        #expect(log.counts["yaml.anchor"] == 40)
    }

    @Test(arguments: ["[", "{", "- ", "a: {", "? ", "[[{", "!", "&"])
    func `a hundred thousand brackets are refused`(piece: String) {
        let (_, log) = read(String(repeating: piece, count: 100_000))

        #expect(log.hasErrors)
    }

    @Test func `depth is counted, not breadth`() {
        let wide = "[" + [String](repeating: "[x]", count: 50_000).joined(separator: ", ") + "]"

        #expect(read(wide).yaml?.items?.count == 50_000)
        #expect(
            read(String(repeating: "[", count: 50) + String(repeating: "]", count: 50)).yaml != nil)
    }

    @Test func `a byte order mark and Windows line ends are read`() {
        let (yaml, log) = read("\u{FEFF}a: 1\r\nb: 2\r\n")

        #expect(yaml?.entries?.map(\.key) == ["a", "b"])
        #expect(yaml?.entries?.last?.value.scalar == "2")
        #expect(!log.hasErrors)
    }
}

import Commands
import Diagnostics
import Domain
import Testing
import TestSupport

struct ComplaintTests {
    private static func page(_ log: DiagnosticLog, _ text: String = "") -> String {
        var page = Page(Ink(hasColour: false))
        let complaint = Complaint(log, prefix: "rules/", source: MemorySource(["a.yaml": text]))
        page.complaints([complaint], hasExcerpts: true)
        return page.text
    }

    private static func log(_ place: Place) -> DiagnosticLog {
        var log = DiagnosticLog()
        log.error("a.b", at: place, node: "n", "it is 7", help: "Write 8")
        return log
    }

    @Test func `the first line is the diagnostic's own text with the folder before it`() {
        let log = Self.log(Place(file: "a.yaml", line: 1, column: 2))
        let line = Self.page(log).split(separator: "\n").first.map(String.init)
        #expect(line == "rules/" + (log.entries.first?.description ?? ""))
    }

    @Test func `the caret stands under the column, counted in characters`() {
        let log = Self.log(Place(file: "a.yaml", line: 2, column: 4))
        #expect(
            Self.page(log, "first\n\tжé: 7\n")
                == """
                rules/a.yaml:2:4: error: it is 7 (node n) — help: Write 8
                  2 |  жé: 7
                    |    ^

                """)
    }

    @Test func `of a long line the part around the caret is shown`() {
        let log = Self.log(Place(file: "a.yaml", line: 1, column: 501))
        let text = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
        let lines = Self.page(log, text).split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[1].count < 120)
        let caret = lines[2].firstIndex(of: "^").map {
            lines[2].distance(from: lines[2].startIndex, to: $0)
        }
        let marked = lines[1].firstIndex(of: "X").map {
            lines[1].distance(from: lines[1].startIndex, to: $0)
        }
        #expect(caret != nil && caret == marked)
    }

    @Test(arguments: [
        Place(file: "a.yaml"), Place(file: "gone.yaml", line: 1, column: 1),
        Place(file: "a.yaml", line: 99, column: 1), Place(file: "a.yaml", row: 1, field: "x"),
    ])
    func `a place without a line of its own has no excerpt`(place: Place) {
        #expect(Self.page(Self.log(place), "text").split(separator: "\n").count == 1)
    }

    @Test func `of an endless line nothing is shown`() {
        let log = Self.log(Place(file: "a.yaml", line: 1, column: 2))
        let text = String(repeating: "a", count: 70_000)
        #expect(Self.page(log, text).split(separator: "\n").count == 1)
    }

    @Test func `a column beyond the end of the line points behind it`() {
        let text = Self.page(Self.log(Place(file: "a.yaml", line: 1, column: 900)), "abc")
        #expect(text.hasSuffix("  1 | abc\n    |    ^\n"))
    }

    @Test func `what was only counted is said`() {
        var log = DiagnosticLog()
        for row in 1...250 {
            log.error("row", at: Place(file: "a.csv", row: row, field: nil), "bad", help: "mend")
        }
        log.warning("other", at: nil, "odd", help: "look")
        #expect(
            Self.page(log).hasSuffix(
                "200 errors, 1 warning; 50 more of the same kinds are not shown\n"))
    }
}

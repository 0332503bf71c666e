import Diagnostics
import Testing

@Suite struct DiagnosticLogSortingTests {
    @Test func `what was found is told in the order of the files`() {
        var log = DiagnosticLog()
        for (line, what) in [(7, "late"), (2, "first"), (2, "second"), (3, "third")] {
            log.error("a.b", at: Place(file: "edition.yaml", line: line), what, help: "")
        }
        log.error("a.b", at: nil, "everywhere", help: "")

        #expect(
            log.sorted().entries.map(\.what)
                == ["everywhere", "first", "second", "third", "late"])
    }

    @Test func `what was only counted stays counted`() {
        var log = DiagnosticLog()
        for line in 1...(DiagnosticLog.kept + 5) {
            log.error("a.b", at: Place(file: "edition.yaml", line: line), "wrong", help: "")
        }

        #expect(log.sorted().omitted == 5)
        #expect(log.sorted().hasErrors)
    }
}

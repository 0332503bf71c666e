internal import Diagnostics
internal import Testing

@Suite struct DiagnosticLogTests {
    private func log(_ code: String, _ count: Int, from first: Int = 0) -> DiagnosticLog {
        var log = DiagnosticLog()
        for index in first..<(first + count) {
            log.warning(code, at: Place(file: "a.csv", row: index, field: nil), "w", help: "h")
        }
        return log
    }

    @Test func `of each code only the first are held, all are counted`() {
        var log = log("value.blank", DiagnosticLog.kept + 50)
        log.warning("row.twice", at: nil, "w", help: "h")

        #expect(log.entries.count == DiagnosticLog.kept + 1)
        #expect(log.counts == ["value.blank": DiagnosticLog.kept + 50, "row.twice": 1])
        #expect(log.omitted == 50)
        #expect(log.entries.first?.place?.line == 0)
        #expect(log.entries.last?.code == "row.twice")
    }

    @Test func `an error counts as one even when it is not held`() {
        var log = log("value.blank", DiagnosticLog.kept)
        #expect(!log.hasErrors)

        log.error("value.blank", at: nil, "e", help: "h")

        #expect(log.hasErrors)
        #expect(log.entries.allSatisfy { $0.severity == .warning })
    }

    @Test func `joined logs hold the first and count them all`() {
        var joined = log("value.blank", DiagnosticLog.kept - 50)
        joined.add(log("value.blank", 1000, from: 5000))
        joined.add(log("row.twice", 300))

        #expect(joined.counts == ["value.blank": DiagnosticLog.kept + 950, "row.twice": 300])
        #expect(joined.entries.count == 2 * DiagnosticLog.kept)
        #expect(joined.omitted == 950 + 100)
        #expect(joined.entries[DiagnosticLog.kept - 50].place?.line == 5000)
    }

    @Test func `joining logs piece by piece is like one long log`() {
        let whole = log("value.blank", 1000)
        var joined = DiagnosticLog()
        for start in stride(from: 0, to: 1000, by: 130) {
            joined.add(log("value.blank", min(130, 1000 - start), from: start))
        }

        #expect(joined.entries == whole.entries)
        #expect(joined.counts == whole.counts)
    }

    @Test func `an error that another log only counted is still an error`() {
        var other = log("value.blank", DiagnosticLog.kept)
        other.error("value.blank", at: nil, "e", help: "h")
        var joined = DiagnosticLog()

        joined.add(other)

        #expect(joined.hasErrors)
    }

    @Test func `an empty log holds nothing`() {
        let log = DiagnosticLog()

        #expect(log.entries.isEmpty && log.counts.isEmpty && log.omitted == 0 && !log.hasErrors)
    }
}

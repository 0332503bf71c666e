import Domain
import TestSupport
import Testing

@testable import Evidence

/// The slow, obvious reading of RFC 4180: one character at a time, `nil` for what breaks a rule.
func slowRecords(_ bytes: [UInt8], separator: Character = ",") -> [[[UInt8]]]? {
    var records: [[[UInt8]]] = []
    var record: [[UInt8]] = []
    var field: [UInt8] = []
    var state = State.start
    enum State { case start, plain, quoted, afterQuote, afterReturn }
    for byte in bytes {
        let character = Character(Unicode.Scalar(byte))
        if byte == 0 { return nil }
        switch (state, character) {
        case (.quoted, "\""): state = .afterQuote
        case (.quoted, _): field.append(byte)
        case (.afterQuote, "\""):
            field.append(byte)
            state = .quoted
        case (.start, "\""): state = .quoted
        case (.plain, "\""): return nil
        case (.afterReturn, "\n"), (.start, "\n"), (.plain, "\n"), (.afterQuote, "\n"):
            records.append(record + [field])
            (record, field, state) = ([], [], .start)
        case (.afterReturn, _): return nil
        case (.start, separator), (.plain, separator), (.afterQuote, separator):
            record.append(field)
            (field, state) = ([], .start)
        case (.start, "\r"), (.plain, "\r"), (.afterQuote, "\r"): state = .afterReturn
        case (.afterQuote, _): return nil
        case (.start, _), (.plain, _):
            field.append(byte)
            state = .plain
        }
    }
    if state == .quoted || state == .afterReturn { return nil }
    if state != .start || !record.isEmpty { records.append(record + [field]) }
    return records
}

/// The records by way of blocks and scanner; `nil` for what breaks a rule.
func records(
    _ bytes: [UInt8], piece: Int, separator: Character = ","
) -> [[[UInt8]]]? {
    var limits = CSVLimits()
    limits.piece = piece
    do {
        var blocks = CSVBlocks(try MemorySource(bytes: ["f": bytes]).open("f"), limits)
        var records: [[[UInt8]]] = []
        var row = 1
        while let block = try blocks.next() {
            #expect(block.row == row)
            var scanner = CSVScanner(
                from: block.start, limits, separator: separator.asciiValue ?? 0)
            while try scanner.next(block.bytes.span) {
                records.append(
                    scanner.cells.map { cell in
                        cell.read(in: block.bytes.span) { span in span.indices.map { span[$0] } }
                    })
                row += 1
            }
        }
        return records
    } catch {
        return nil
    }
}

@Suite struct CSVScannerTests {
    @Test(arguments: [
        "", "\n", "a", "a\n", "a,b\r\nc,d", ",", ",\n,", "\"\"", "\"\",\"\"\n",
        "\"a,\"\"\n\"\"\"\r\n",
        "a\"b", "\"a\"b", "\"a", "a\rb", "a\r", "\"a\rb\"", "\"a\n,b\",c\n", "a\n\nb\n",
        "é,ә\n\"қ\"",
    ])
    func `short tables are read as the obvious reader reads them`(text: String) {
        for piece in 1...5 {
            #expect(records(Array(text.utf8), piece: piece) == slowRecords(Array(text.utf8)))
        }
    }

    @Test func `random tables are read as the obvious reader reads them`() {
        var random = SeededGenerator.fresh(3)
        let letters = Array("ab,,,\"\"\"\"\n\n\r\n1.é".utf8)
        var sound = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }
            let expected = slowRecords(bytes)
            if expected != nil { sound += 1 }

            let read = records(bytes, piece: Int.random(in: 1...30, using: &random))

            #expect(read == expected, "seed \(random.seed): \(bytes)")
        }
        #expect(sound > 2000)
    }

    @Test(arguments: [";", "\t", "|"] as [Character])
    func `tables with another separator are read as the obvious reader reads them`(
        separator: Character
    ) {
        var random = SeededGenerator.fresh(5)
        let letters = Array("a,;;\t\t||\"\"\n\r\n1.é".utf8)
        var sound = 0
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }
            let expected = slowRecords(bytes, separator: separator)
            if expected != nil { sound += 1 }

            let read = records(
                bytes, piece: Int.random(in: 1...30, using: &random), separator: separator)

            #expect(read == expected, "seed \(random.seed): \(bytes)")
        }
        #expect(sound > 500)
    }

    @Test func `tables that were quoted by hand are read back`() {
        var random = SeededGenerator.fresh(4)
        let letters = Array("a\",\n\r é")
        for _ in 0..<2000 {
            let table = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    String(
                        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                            letters.randomElement(using: &random)
                        })
                }
            }
            let text = table.map { row in
                row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
            }.joined(separator: Bool.random(using: &random) ? "\n" : "\r\n")

            let read = records(Array(text.utf8), piece: Int.random(in: 1...30, using: &random))

            #expect(read == table.map { $0.map { Array($0.utf8) } }, "seed \(random.seed)")
        }
    }
}

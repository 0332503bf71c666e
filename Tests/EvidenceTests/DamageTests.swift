import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// Files that no reader should be handed, and limits that keep it within its memory.
@Suite struct DamageTests {
    @Test func `damaged files are refused or read, and never crash the reader`() {
        var random = SeededGenerator.fresh(31)
        let names = Example.files.keys.sorted()
        let sound = Example.files.mapValues { Array($0.utf8) }
        for _ in 0..<3000 {
            var files = sound
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let name = names[Int.random(in: 0..<names.count, using: &random)]
                files[name] = damaged(files[name] ?? [], &random)
            }

            let read = Example.read(MemorySource(bytes: files), threads: 1)

            #expect((read.evidence == nil) == read.log.hasErrors, "seed \(random.seed)")
        }
    }

    private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var bytes = bytes
        let letters = Array("\",\n\r\0;-.0123456789eXN\u{e9}".utf8)
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(index...)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes[index] = letters[Int.random(in: 0..<letters.count, using: &random)]
        case 3: bytes.insert(letters[Int.random(in: 0..<letters.count, using: &random)], at: index)
        case 4: bytes.remove(at: index)
        default:
            let end = Int.random(in: index...bytes.count, using: &random)
            bytes.insert(contentsOf: bytes[index..<end], at: index)
        }
        return bytes
    }

    @Test func `random bytes are refused`() {
        var random = SeededGenerator.fresh(32)
        for _ in 0..<500 {
            var files = Example.files.mapValues { Array($0.utf8) }
            files["inputs.csv"] = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }

            #expect(Example.read(MemorySource(bytes: files)).evidence == nil, "seed \(random.seed)")
        }
    }

    @Test func `where blocks are cut changes nothing`() throws {
        let source = MemorySource(Example.files)
        let package = try #require(DataPackage.read(from: source).package)
        let whole = Example.read().evidence
        for piece in [1, 2, 3, 7, 64, 100] {
            var limits = CSVLimits()
            limits.piece = piece

            let evidence = EvidenceReader.read(
                package, from: source, schema: Example.schema, threads: nil, limits: limits
            ).evidence

            #expect(evidence?.hash == whole?.hash)
            #expect(evidence?.tables.map(\.rows) == whole?.tables.map(\.rows))
        }
    }

    @Test func `each limit has a message of its own`() throws {
        let source = MemorySource(Example.files)
        let package = try #require(DataPackage.read(from: source).package)
        let changes: [(limit: WritableKeyPath<CSVLimits, Int>, value: Int, code: String)] = [
            (\.record, 60, "csv.record-size"), (\.field, 5, "csv.field-size"),
            (\.columns, 3, "csv.columns"), (\.rows, 3, "csv.rows"), (\.file, 100, "file.size"),
            (\.cells, 20, "csv.cells"), (\.values, 41, "evidence.size"),
        ]
        var told = ""
        for (limit, value, code) in changes {
            var limits = CSVLimits()
            limits.piece = 16
            limits[keyPath: limit] = value

            let read = EvidenceReader.read(
                package, from: source, schema: Example.schema, threads: 1, limits: limits)

            #expect(read.evidence == nil)
            #expect(read.log.counts[code] ?? 0 > 0, "\(code): \(lines(read.log))")
            told += lines(read.log).split(separator: "\n").first { $0.hasPrefix(code) } ?? ""
            told += "\n"
        }
        expectGolden(told, "refused-sizes.txt")
    }

    @Test func `an unclosed quote does not swallow a long file`() {
        let rows = String(repeating: "health,2022-23,1\n", count: 1000)
        var limits = CSVLimits()
        limits.record = 1000
        limits.piece = 100
        let files = Example.changing(["inputs.csv": "body,fiscal_yr,staff\n\"" + rows])
        let source = MemorySource(files)

        let log = DataPackage.read(from: source).package.map {
            EvidenceReader.read(
                $0, from: source, schema: Example.schema, threads: 1, limits: limits
            ).log
        }

        #expect(
            log.map(lines)
                == "csv.record-size inputs.csv: row 2: error: the row has more than 1000 bytes — "
                + "help: A double quote that opens in this row is not closed; close it\n")
    }

    @Test func `a file that cannot be read is told with the reason`() {
        let reasons: [SourceError.Reason] = [
            .absent, .unreadable("Input/output error"), .refused("it is or goes through a link"),
            .tooLarge(limit: 1000),
        ]
        let told = reasons.map { lines(Example.read(FailingSource(reason: $0)).log) }

        expectGolden(told.joined(), "refused-files.txt")
    }
}

/// The example, of which the bodies cannot be read.
private struct FailingSource: Source {
    let reason: SourceError.Reason

    func names() -> [String] { Example.files.keys.sorted() }

    func open(_ name: String) throws(SourceError) -> any ByteStream {
        name == "bodies.csv"
            ? FailingStream(SourceError(name: name, reason: reason))
            : try MemorySource(Example.files).open(name)
    }
}

private final class FailingStream: ByteStream {
    private let error: SourceError

    init(_ error: SourceError) { self.error = error }

    func read(atMost count: Int) throws(SourceError) -> [UInt8] { throw error }
}

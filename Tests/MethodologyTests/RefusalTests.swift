import Diagnostics
import Domain
import Foundation
import Methodology
import TestSupport
import Testing

@Suite struct RefusalTests {
    /// Codes that no file can provoke, or only one that does not belong into a repository.
    static let withoutFile = [
        "yaml.memory": "the machine has to run out of memory",
        "yaml.size": "the file is larger than 4 MiB; it is made up below",
        "yaml.encoding": "the file is not text; it is made up below",
        "edition.absent": "there is no file; the folder is made up below",
        "edition.unreadable": "there is a file that cannot be read; it is made up below",
    ]

    static let folder = Editions.folder.appending(path: "Refusals")

    /// The codes that have a faulty file, or a folder of files where one does not suffice.
    static let withFile: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }.sorted()
    }()

    @Test(arguments: withFile) func `a faulty edition is told what is wrong`(code: String) throws {
        let files = try Self.files(code)
        guard files["edition.yaml"] != nil else { return try together(files, code) }
        let (plan, log) = Editions.read(files)

        #expect(log.entries.contains { $0.code == code })
        #expect((plan == nil) == log.hasErrors)
        expectGolden(log.text, "\(code).txt")
    }

    /// Editions that are sound one by one, in folders of their own.
    private func together(_ files: [String: String], _ code: String) throws {
        let plans = try files.sorted { $0.key < $1.key }.map { name, text in
            let folder = MemorySource(["edition.yaml": text])
            return try #require(EditionReader.read(from: folder).plan, "\(name)")
        }
        let faults = Methodology.Editions(plans.sorted(by: Methodology.Editions.precedes)).faults

        #expect(faults.allSatisfy { $0.diagnostic.code == code })
        expectGolden(faults.map { "\($0.diagnostic)\n" }.joined(), "\(code).txt")
    }

    @Test func `every code of the sources has its faulty file`() throws {
        let pattern = /"([a-z]+\.[a-z-]+)"/
        var codes: Set<String> = []
        for target in ["Expressions", "Methodology"] {
            let sources = Folders.project.appending(path: "Sources").appending(path: target)
            for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            where file.hasSuffix(".swift") {
                let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
                for match in text.matches(of: pattern) where !match.1.hasSuffix(".yaml") {
                    codes.insert(String(match.1))
                }
            }
        }

        #expect(codes.count > 100)
        #expect(codes.sorted() == (Self.withFile + Self.withoutFile.keys).sorted())
    }

    @Test func `files that are too large or no text are refused whole`() {
        let large = "# " + String(repeating: "x", count: 4_194_303)
        #expect(Editions.read(large).log.entries.map(\.code) == ["yaml.size"])

        let log = EditionReader.read(from: BrokenSource(bytes: [0x61, 0x3A, 0x20, 0xFF])).log
        #expect(log.entries.map(\.code) == ["yaml.encoding"])
    }

    @Test func `a file that is absent or unreadable is named`() {
        let absent = EditionReader.read(from: MemorySource(["notes.yaml": "a: b"])).log
        #expect(
            absent.text
                == "edition.yaml: error: there is no such file — help: An edition is a folder "
                + "with edition.yaml in it, or one .yaml file\n")

        let unreadable = EditionReader.read(from: BrokenSource(bytes: nil)).log
        #expect(
            unreadable.text
                == "edition.yaml: error: it cannot be read: permission denied — help: Check the "
                + "name and the rights of the file\n")
    }

    private static func files(_ code: String) throws -> [String: String] {
        let file = folder.appending(path: "\(code).yaml")
        if FileManager.default.fileExists(atPath: file.path) {
            return ["edition.yaml": try String(contentsOf: file, encoding: .utf8)]
        }
        return try Editions.files(in: folder.appending(path: code))
    }
}

/// One file of these bytes, or one that cannot be read.
private struct BrokenSource: Source {
    let bytes: [UInt8]?

    func names() -> [String] { ["edition.yaml"] }

    func open(_ name: String) throws(SourceError) -> any ByteStream {
        guard let bytes else {
            throw SourceError(name: name, reason: .unreadable("permission denied"))
        }
        return Bytes(bytes)
    }

    private final class Bytes: ByteStream {
        private var rest: [UInt8]

        init(_ bytes: [UInt8]) { rest = bytes }

        func read(atMost count: Int) -> [UInt8] {
            defer { rest = [] }
            return rest
        }
    }
}

import Foundation
import FuzzSubjects
import TestSupport
import Testing

/// What `tools/fuzz` begins with and what it found, read once more without it.
///
/// A reader that does not hold its promise stops the process, and the test with it.
@Suite struct ReplayTests {
    /// The subjects by name, because a test's argument has to have a name that can be printed.
    private static let names = FuzzSubject.all.map(\.name)

    private func subject(_ name: String) throws -> FuzzSubject {
        try #require(FuzzSubject.all.first { $0.name == name })
    }

    /// The files of a folder of `fuzz`, by name; none where there is no such folder.
    private func files(_ folder: String) -> [(name: String, bytes: [UInt8])] {
        let root = Folders.project.appending(path: "fuzz/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: root.appending(path: name))).map { (name, Array($0)) }
        }
    }

    @Test(arguments: names)
    func `the corpus and everything that was found is read or refused`(name: String) throws {
        let subject = try subject(name)
        let corpus = files("corpus/\(name)")

        for file in corpus + files("finds/\(name)") { subject.read(file.bytes) }

        #expect(corpus.count >= 5)
    }

    @Test(arguments: names)
    func `thousands of mutations of the corpus are read or refused`(name: String) throws {
        let subject = try subject(name)
        let corpus = files("corpus/\(name)").map(\.bytes)
        let words = dictionary(name)
        var random = SeededGenerator.fresh(20_261_126)
        for _ in 0..<2000 {
            var bytes = try #require(corpus.randomElement(using: &random))
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                mutate(&bytes, corpus, words, using: &random)
            }
            subject.read(bytes)
        }
    }

    @Test func `every subject has seeds and words of its own`() throws {
        let root = Folders.project.appending(path: "fuzz").path
        for folder in ["corpus", "dictionaries"] {
            let held = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
            #expect(held.sorted() == Self.names.sorted())
        }
    }

    /// The words of libFuzzer's dictionary, one a line within quotes.
    private func dictionary(_ name: String) -> [[UInt8]] {
        let root = Folders.project.appending(path: "fuzz/dictionaries/\(name)")
        let text = (try? String(contentsOf: root, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { line in
            var bytes: [UInt8] = []
            var rest = Array(line.utf8.dropFirst().dropLast())[...]
            while let byte = rest.popFirst() {
                let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
                if byte == UInt8(ascii: "\\"), let code = UInt8(digits, radix: 16) {
                    bytes.append(code)
                    rest = rest.dropFirst(3)
                } else {
                    bytes.append(byte)
                }
            }
            return bytes
        }
    }

    private func mutate(
        _ bytes: inout [UInt8], _ corpus: [[UInt8]], _ words: [[UInt8]],
        using random: inout SeededGenerator
    ) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...9, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
        case 3:
            let other = corpus.randomElement(using: &random) ?? []
            let from = Int.random(in: 0...other.count, using: &random)
            bytes.replaceSubrange(start..<end, with: other[from...].prefix(40))
        case 4: bytes.removeSubrange(start...)
        default:
            bytes.replaceSubrange(start..<end, with: words.randomElement(using: &random) ?? [])
        }
        if bytes.count > 20_000 { bytes.removeSubrange(20_000...) }
    }
}

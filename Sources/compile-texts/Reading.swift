internal import BuildTools

/// Reads files of texts and collects what is wrong with them.
struct Reading {
    /// In the order of files and lines.
    private(set) var entries: [Entry] = []
    /// In the order of files and lines.
    private(set) var mistakes: [BuildError] = []
    private var places: [String: Place] = [:]

    /// Reads a file: each key with its languages beneath.
    mutating func read(_ path: String) {
        do throws(BuildError) {
            var block: [Line] = []
            for line in try lines(path) {
                if !line.isIndented {
                    add(block)
                    block = []
                }
                block.append(line)
            }
            add(block)
        } catch {
            mistakes.append(error)
        }
    }

    /// A key's line with those that are indented beneath it.
    private mutating func add(_ block: [Line]) {
        guard let first = block.first else { return }
        do throws(BuildError) {
            guard !first.isIndented else {
                throw first.mistake(
                    "an indented line stands before the first key",
                    fix: "begin the line of a key in the first column")
            }
            let entry = try Entry(first, beneath: block.dropFirst())
            let name = entry.signature.key.swift
            if let earlier = places.updateValue(entry.place, forKey: name) {
                throw first.mistake(
                    "the key \(entry.signature.key.text) stands in"
                        + " \(earlier.path):\(earlier.line) already",
                    fix: "rename one of them, or delete it")
            }
            entries.append(entry)
        } catch {
            mistakes.append(error)
        }
    }

    /// The lines that say something: no notes, no empty lines.
    private func lines(_ path: String) throws(BuildError) -> [Line] {
        let text = try readText(path)
        // By bytes, because a line break followed by a combining mark is one character.
        let all = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return all.enumerated().map { index, bytes in
            Line(place: Place(path: path, line: index + 1), text: Substring(bytes))
        }.filter { !$0.text.isEmpty && $0.text.utf8.first != UInt8(ascii: "#") }
    }
}

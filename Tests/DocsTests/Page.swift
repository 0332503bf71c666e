import Foundation
import TestSupport
import Testing

/// A page of the documentation, cut into the parts that tests compare with the code.
struct Page {
    /// A block between fences.
    struct Block: Sendable, CustomTestStringConvertible {
        /// What stands behind the opening fence, as in `yaml edition`.
        let info: String
        /// With a line end after every line.
        let text: String
        /// The line of the opening fence.
        let line: Int

        var testDescription: String { "\(info) in line \(line)" }
    }

    /// A table: the cells of its heading and of its rows.
    struct Table {
        let heading: [String]
        let rows: [[String]]
        /// Its rows as they stand on the page.
        let lines: [String]
    }

    let blocks: [Block]
    let tables: [Table]

    /// Reads a page of the folder `docs`; one that is absent has nothing on it.
    init(_ name: String) {
        let url = Folders.project.appending(path: "docs").appending(path: name)
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        var blocks: [Block] = []
        var tables: [Table] = []
        var open: (info: String, line: Int, text: String)?
        var rows: [String] = []
        func endTable() {
            if rows.count > 2 {
                tables.append(
                    Table(
                        heading: Self.cells(rows[0]), rows: rows.dropFirst(2).map(Self.cells),
                        lines: Array(rows.dropFirst(2))))
            }
            rows = []
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if let block = open {
                if line == "```" {
                    blocks.append(Block(info: block.info, text: block.text, line: block.line))
                    open = nil
                } else {
                    open?.text += line + "\n"
                }
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), index + 1, "")
            } else if line.hasPrefix("|") {
                rows.append(line)
            }
            if !line.hasPrefix("|") { endTable() }
        }
        endTable()
        self.blocks = blocks
        self.tables = tables
    }

    private static func cells(_ row: String) -> [String] {
        row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    /// What stands between backticks.
    static func codes(in cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { !$0.isMultiple(of: 2) }.map { String(parts[$0]) }
    }

    func blocks(_ info: String) -> [Block] { blocks.filter { $0.info == info } }

    /// The blocks that are files of a folder, by name: `yaml edition.yaml`.
    var files: [String: String] {
        let named = blocks.compactMap { block -> (String, String)? in
            guard let name = block.info.split(separator: " ").last, name.contains(".") else {
                return nil
            }
            return (String(name), block.text)
        }
        return Dictionary(named) { first, _ in first }
    }

    /// The codes in the first column of the table whose heading begins like this.
    func codes(under heading: String) -> [String] {
        tables.filter { $0.heading.first == heading }.flatMap(\.rows)
            .flatMap { Self.codes(in: $0.first ?? "") }
    }

    /// The keys of an element: in a table of its own, headed `key of …`, or in its rows of a
    /// table headed `in`, `key`.
    func keys(of element: String) -> [String] {
        let shared = tables.filter { $0.heading.prefix(2) == ["in", "key"] }.flatMap(\.rows)
            .filter { Self.codes(in: $0[0]) == [element] }
        return codes(under: "key of \(element)") + shared.flatMap { Self.codes(in: $0[1]) }
    }
}

/// The codes of diagnostics that the sources of some targets name.
func codesOfSources(_ targets: [String]) throws -> [String] {
    let pattern = /"([a-z]+\.[a-z-]+)"/
    var codes: Set<String> = []
    for target in targets {
        let sources = Folders.project.appending(path: "Sources").appending(path: target)
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: pattern) { codes.insert(String(match.1)) }
        }
    }
    return codes.filter { !["yaml", "csv", "json"].contains($0.split(separator: ".")[1]) }.sorted()
}

/// The whole text of a page.
func pageText(_ name: String) throws -> String {
    try String(
        contentsOf: Folders.project.appending(path: "docs").appending(path: name), encoding: .utf8)
}

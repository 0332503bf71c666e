import Diagnostics
import Domain
import Foundation
import Methodology

/// Editions that stand beside the tests.
enum Editions {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// The files of a folder within `Fixtures`, by name.
    static func fixture(_ name: String) throws -> [String: String] {
        try files(in: folder.appending(path: "Fixtures").appending(path: name))
    }

    /// The YAML files of a folder, by name.
    static func files(in folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where file.hasSuffix(".yaml") {
            files[file] = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        return files
    }

    /// A small edition: nine lines of head, then the rest from line 10 on.
    static func example(
        _ rest: String, scale: String = "{min: 0, max: 100}", period: String = "{form: year}"
    ) -> String {
        """
        apparatus: 1
        methodology: example
        edition: "2024"
        status: restated
        in-force: {from: 2024-01-01}
        applies-to: [ministry]
        period: \(period)
        scale: \(scale)
        rounding: none
        \(rest)
        """
    }

    /// What the reader says about an edition of one file.
    static func read(_ text: String) -> (plan: Plan?, log: DiagnosticLog) {
        EditionReader.read(from: MemorySource(["edition.yaml": text]))
    }

    static func read(_ files: [String: String]) -> (plan: Plan?, log: DiagnosticLog) {
        EditionReader.read(from: MemorySource(files))
    }
}

extension DiagnosticLog {
    /// One line for each, as golden files hold them.
    var text: String { entries.map { "\($0)\n" }.joined() }
}

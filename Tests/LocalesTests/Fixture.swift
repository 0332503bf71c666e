internal import Foundation
internal import Locales
internal import TestSupport

/// Ours, not that of Foundation, which tests need for files.
typealias Locale = Locales.Locale

/// Tables of Unicode CLDR and ICU; `Fixtures/make` says of which versions, and makes them.
enum Fixture {
    /// The rows of a table without its heading; the first cell names the language.
    static func rows(_ name: String) throws -> [(locale: Locale, cells: [String])] {
        try text(name).split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            return Locale(tag: cells[0]).map { ($0, Array(cells.dropFirst())) }
        }
    }

    /// A file's text.
    static func text(_ name: String) throws -> String {
        let folder = Folders.project.appending(path: "Tests/LocalesTests/Fixtures")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}

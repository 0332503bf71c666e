import Foundation
import TestSupport
import Testing

/// Holds golden files to the sources: no refusal without its exact text.
@Suite struct RefusalCodesTests {
    @Test func `every refusal of evidence has its exact text in a golden file`() throws {
        let areas =
            "(csv|heading|row|inputs|records|bodies|value|package|file|evidence|given|decision|reform|measure|plan)"
        let code = try Regex("\"(\(areas)\\.[a-z-]+)\"", as: (Substring, Substring, Substring).self)
        let sources = try texts("Sources/Evidence", ending: ".swift").joined()
        let golden = try texts("Tests/EvidenceTests", ending: ".txt").joined(separator: "\n")
        let told = Set(golden.split(separator: "\n").compactMap { $0.split(separator: " ").first })

        // The example in `package.missing-key` has the name of a file.
        let codes = Set(sources.matches(of: code).map(\.output.1)).subtracting(["bodies.csv"])

        #expect(codes.count > 50)
        #expect(codes.subtracting(told).sorted() == [])
    }

    private func texts(_ folder: String, ending: String) throws -> [String] {
        let url = Folders.project.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: url.path)
            .filter { $0.hasSuffix(ending) }.sorted()
            .map { try String(contentsOf: url.appending(path: $0), encoding: .utf8) }
    }
}

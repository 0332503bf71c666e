import Foundation
import TestSupport
import Testing

/// Holds the links between pages to the pages and headings they lead to.
@Suite struct LinksTests {
    @Test(arguments: ["language.md", "evidence.md"])
    func `links between pages lead to headings that are there`(page: String) throws {
        let links = try pageText(page).matches(of: /\]\(([a-z-]*(?:\.md)?)(?:#([a-z0-9-]+))?\)/)
        #expect(links.count >= 3)

        for link in links {
            let target = link.1.isEmpty ? page : String(link.1)
            let anchors = try Self.anchors(pageText(target))
            if let anchor = link.2 { #expect(anchors.contains(String(anchor)), "\(link.0)") }
        }
    }

    /// The headings as web pages name them: small letters, hyphens for spaces.
    private static func anchors(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            let words = line.drop { $0 == "#" || $0 == " " }.lowercased()
            return words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
                .replacingOccurrences(of: " ", with: "-")
        }
    }
}

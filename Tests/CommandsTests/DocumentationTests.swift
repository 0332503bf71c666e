import Foundation
import Testing
import TestSupport

/// `docs/commands.md`, `docs/comparing.md` and `README.md` show what the program prints.
struct DocumentationTests {
    /// A command of a page and what it prints there.
    struct Shown: Sendable, CustomTestStringConvertible {
        let command: String
        let output: String

        var testDescription: String { command }
    }

    /// Blocks that begin with `$ `; what is made in a new folder is shown, not made.
    private static let shown: [Shown] = {
        let pages = ["docs/commands.md", "docs/comparing.md", "README.md"].map {
            (try? String(contentsOfFile: Project.path($0), encoding: .utf8)) ?? ""
        }
        let blocks = pages.flatMap { $0.components(separatedBy: "```\n$ ").dropFirst() }
        return blocks.compactMap { block in
            let text = block.components(separatedBy: "\n```").first ?? ""
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard lines.count == 2, !lines[0].hasPrefix("apparatus new") else { return nil }
            return Shown(command: String(lines[0]), output: String(lines[1]))
        }
    }()

    @Test func `the pages show commands`() {
        #expect(Self.shown.count >= 11)
    }

    @Test(arguments: shown)
    func `the pages show what the program prints`(shown: Shown) throws {
        let words = shown.command.split(separator: " ").dropFirst().map(String.init)
        let ended = try Program.run(words)
        let printed = (ended.output + ended.messages).trimmingCharacters(in: .newlines)
        // What begins with … is the end of what is printed.
        guard shown.output.hasPrefix("…\n") else {
            #expect(printed == shown.output)
            return
        }
        #expect(printed.hasSuffix(shown.output.dropFirst(2)))
    }
}

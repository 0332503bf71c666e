internal import Foundation
internal import Testing

/// Runs the tool `embed-text`, as the build does.
@Suite struct EmbeddingTests {
    @Test func `texts come out as a table of raw literals in the order given`() throws {
        let folder = try TemporaryFolder()
        try folder.write("b.yaml", "id: maf1\nname: \"é\"\n")
        try folder.write("a/c.md", "")

        let run = try folder.embed(["b.yaml", "a/c.md"])

        #expect(run.status == 0)
        #expect(run.complaint == "")
        #expect(
            try folder.read("Texts.swift") == """
                // Generated from text files; do not edit.

                /// The text files that come with the program.
                enum Texts {
                    /// Every text with its path in the package.
                    static let all: [(path: String, text: String)] = [
                        (
                            path: "b.yaml",
                            text: #\"""
                id: maf1
                name: "é"

                \"""#
                        ),
                        (
                            path: "a/c.md",
                            text: #\"""

                \"""#
                        ),
                    ]
                }

                """)
    }

    @Test func `no texts give an empty table`() throws {
        let folder = try TemporaryFolder()

        #expect(try folder.embed([]).status == 0)
        #expect(
            try folder.read("Texts.swift").hasSuffix(
                "    static let all: [(path: String, text: String)] = [\n    ]\n}\n"))
    }

    @Test(arguments: [
        ("plain", "#"), ("\"\"\"", "#"), (#"\n"#, "#"), ("# title", "##"), ("a\"\"\"##", "###"),
        ("\\##(1)", "###"),
    ])
    func `the fence is longer than any row of number signs`(text: String, fence: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", text)

        #expect(try folder.embed(["a.txt"]).status == 0)
        #expect(
            try folder.read("Texts.swift")
                .contains("text: \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n"))
    }

    @Test(arguments: [
        ("a\nb\r\n", "a.txt:2: error: a carriage return ends the line", "save the file with LF"),
        ("a\u{1}", "a.txt:1: error: the control character U+0001 stands in it", "delete it"),
        ("a\n\n\u{7f}", "a.txt:3: error: the control character U+007F stands in it", "delete it"),
    ])
    func `a text that a literal would change is refused with its line`(
        text: String, what: String, fix: String
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", text)

        let run = try folder.embed(["a.txt"])

        #expect(run.status == 1)
        #expect(run.complaint.hasPrefix(folder.url.appending(path: what).path))
        #expect(run.complaint.contains("— help: \(fix)"))
        #expect(throws: (any Error).self) { try folder.read("Texts.swift") }
    }

    @Test func `a file that is absent, not UTF-8 or oddly named is refused`() throws {
        let folder = try TemporaryFolder()
        try Data([0xC3, 0x28]).write(to: folder.url.appending(path: "latin.txt"))
        try folder.write("it's.txt", "")

        for (name, what) in [
            ("none.txt", "it cannot be opened"), ("latin.txt", "it is not UTF-8"),
            ("it's.txt", "its name has other characters"),
        ] {
            let run = try folder.embed([name])
            #expect(run.status == 1)
            #expect(run.complaint.hasPrefix("\(folder.url.path)/\(name): error: \(what)"))
        }
    }
}

extension TemporaryFolder {
    /// Runs the tool on files of the folder; the result is in `Texts.swift`.
    fileprivate func embed(_ names: [String]) throws -> ToolRun {
        try run("embed-text", [path("Texts.swift"), url.path] + names.map(path))
    }
}

internal import Foundation
internal import Testing
internal import TestSupport

@testable internal import Shipped

@Suite struct ShippedTests {
    @Test func `files are sorted into editions by their folders`() {
        let found = editions(in: [
            ("methodologies/teaching/2025/edition.yaml", "b"),
            ("methodologies/ca-service-maf/2023-24/indicators/maf1.yaml", "c"),
            ("methodologies/ca-service-maf/2023-24/edition.yaml", "a"),
        ])

        #expect(
            found == [
                ShippedEdition(
                    methodology: "ca-service-maf", edition: "2023-24",
                    files: ["edition.yaml": "a", "indicators/maf1.yaml": "c"]),
                ShippedEdition(
                    methodology: "teaching", edition: "2025", files: ["edition.yaml": "b"]),
            ])
    }

    @Test func `editions of one methodology stand in the order of their identifiers`() {
        let found = editions(in: [
            ("methodologies/maf/2024/edition.yaml", ""), ("methodologies/maf-mean/2020/a.yaml", ""),
            ("methodologies/maf/2023/edition.yaml", ""),
        ])

        #expect(found.map(\.name) == ["maf/2023", "maf/2024", "maf-mean/2020"])
    }

    @Test(arguments: [
        "methodologies/maf/CHANGELOG.md", "methodologies/README.md", "templates/a/b/c",
    ])
    func `a file above or beside the editions belongs to none`(path: String) {
        #expect(editions(in: [(path, "text")]).isEmpty)
    }

    @Test func `an edition that does not come with the program has no files`() {
        #expect(Shipped.files(of: "no-such/2023-24") == nil)
        #expect(Shipped.files(of: "") == nil)
    }

    @Test func `the program holds the text files of the project letter for letter`() throws {
        let root = Folders.project.appending(path: "methodologies")
        let expected = try textFiles(below: root)

        var shipped: [String: String] = [:]
        for edition in Shipped.methodologies {
            for (name, text) in edition.files { shipped["\(edition.name)/\(name)"] = text }
            #expect(Shipped.files(of: edition.name) == edition.files)
        }

        #expect(shipped == expected)
    }
}

/// The files of all editions below the folder, by their paths in it.
private func textFiles(below root: URL) throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: root.path) else { return [:] }
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
        let parts = path.split(separator: "/")
        let url = root.appending(path: path)
        let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
        guard parts.count >= 3, !isFolder, !parts.contains(where: { $0.hasPrefix(".") }) else {
            continue
        }
        files[path] = try String(contentsOf: url, encoding: .utf8)
    }
    return files
}

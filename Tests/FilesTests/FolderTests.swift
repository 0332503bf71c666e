import Diagnostics
import Domain
import Files
import Foundation
import Testing

/// A folder that is removed when the test ends.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    // What is left behind in the temporary folder harms nobody.
    deinit { try? FileManager.default.removeItem(at: url) }

    var folder: Folder { Folder(url.path) }

    func add(_ name: String, _ text: String = "") throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: name).path, withDestinationPath: target)
    }
}

@Suite struct FolderTests {
    @Test func `names are those of visible files at any depth, sorted`() throws {
        let place = try TemporaryFolder()
        for name in ["b.csv", "a/z.csv", "a/b/c.yaml", ".git/config", "a/.hidden", ".build/x"] {
            try place.add(name)
        }
        try place.link("link.csv", to: "b.csv")

        #expect(try place.folder.names() == ["a/b/c.yaml", "a/z.csv", "b.csv", "link.csv"])
    }

    @Test func `a file comes in pieces of the size asked for`() throws {
        let place = try TemporaryFolder()
        try place.add("a/text.txt", "0123456789")

        let stream = try place.folder.open("a/text.txt")

        #expect(try stream.read(atMost: 4) == Array("0123".utf8))
        #expect(try stream.read(atMost: 100) == Array("456789".utf8))
        #expect(try stream.read(atMost: 4) == [])
        #expect(try place.folder.bytes(of: "a/text.txt", limit: 10).count == 10)
    }

    @Test(arguments: [
        ("", "it is empty"),
        ("/etc/passwd", "it begins at the root of the system, not of the folder"),
        ("../x", "it has the part \"..\""), ("../\u{301}x", "it has the part \"..\""),
        ("/\u{301}x", "it begins at the root of the system, not of the folder"),
        ("a/../../x", "it has the part \"..\""), ("./x", "it has the part \".\""),
        ("a//x", "it has an empty part"), ("a/", "it has an empty part"),
        ("a\0b", "it holds a NUL character"),
        ("https://example.org/x", "it is an address; only files of the folder are read"),
        ("file:///etc/passwd", "it is an address; only files of the folder are read"),
    ])
    func `names that leave the folder are refused`(name: String, why: String) throws {
        let place = try TemporaryFolder()

        #expect(throws: SourceError(name: name, reason: .refused(why))) {
            try place.folder.open(name)
        }
        #expect(throws: FileError(name: name, reason: .refused(why))) {
            try place.folder.write([], to: name)
        }
    }

    @Test func `links are refused wherever they lead`() throws {
        let place = try TemporaryFolder()
        try place.add("folder/file", "x")
        try place.link("file", to: "folder/file")
        try place.link("up", to: "..")
        try place.link("broken", to: "nowhere")

        for name in ["file", "up/passwd", "broken"] {
            let why = "it is or goes through a link"
            #expect(throws: SourceError(name: name, reason: .refused(why))) {
                try place.folder.open(name)
            }
            #expect(throws: FileError(name: name, reason: .refused(why))) {
                try place.folder.write([1], to: name)
            }
        }
    }

    @Test func `what is no file or not there is told apart`() throws {
        let place = try TemporaryFolder()
        try place.add("folder/file")
        let made = unsafe mkfifo(place.url.appending(path: "pipe").path, 0o600)
        try #require(made == 0)

        func reason(_ name: String) -> SourceError.Reason? {
            do throws(SourceError) {
                _ = try place.folder.open(name)
                return nil
            } catch {
                return error.reason
            }
        }

        #expect(reason("none") == .absent)
        #expect(reason("none/file") == .absent)
        #expect(reason("folder/file/more") == .absent)
        #expect(reason("folder") == .refused("it is a folder"))
        #expect(reason("pipe") == .refused("it is not a file"))
        #expect(throws: SourceError(name: "/nowhere/at/all", reason: .absent)) {
            try Folder("/nowhere/at/all").names()
        }
    }

    @Test func `folders nested too deep are refused`() throws {
        let place = try TemporaryFolder()
        try place.add(String(repeating: "a/", count: 60) + "x")

        #expect(throws: SourceError.self) { try place.folder.names() }
    }
}

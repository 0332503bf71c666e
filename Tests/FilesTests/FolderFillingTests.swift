import Domain
import Files
import Foundation
import Testing

@Suite struct FolderFillingTests {
    @Test func `files are put into folders that are made, and read back`() throws {
        let place = try TemporaryFolder()
        let filling = try FolderFilling(place.folder)

        for name in ["a/b/one", "a/two", "three"] {
            try filling.put(name) { (file) throws(FileError) in try file.append(Array(name.utf8)) }
        }
        filling.sync()

        #expect(try place.folder.names() == ["a/b/one", "a/two", "three"])
        #expect(try place.folder.bytes(of: "a/b/one", limit: 99) == Array("a/b/one".utf8))
    }

    @Test func `a file that is replaced keeps its bytes under another name`() throws {
        let place = try TemporaryFolder()
        try place.add("evidence", "old")
        try FileManager.default.linkItem(
            at: place.url.appending(path: "evidence"), to: place.url.appending(path: "page"))

        try FolderFilling(place.folder).put("page") { (file) throws(FileError) in
            try file.append(Array("new".utf8))
        }

        #expect(try place.folder.bytes(of: "evidence", limit: 9) == Array("old".utf8))
        #expect(try place.folder.bytes(of: "page", limit: 9) == Array("new".utf8))
    }

    @Test func `a link is neither followed nor replaced`() throws {
        let place = try TemporaryFolder()
        try place.add("outside/file", "old")
        try place.link("link", to: "outside/file")
        try place.link("folder", to: "outside")
        let filling = try FolderFilling(place.folder)

        for name in ["link", "folder/file", "../x", "/x"] {
            #expect(throws: FileError.self) { try filling.put(name) { _ in } }
        }
        #expect(throws: FileError.self) { try filling.remove("link") }
        try filling.remove("folder/file")

        #expect(try place.folder.bytes(of: "outside/file", limit: 9) == Array("old".utf8))
    }

    @Test func `folders that hold nothing any more go with their last file`() throws {
        let place = try TemporaryFolder()
        for name in ["a/b/one", "a/b/two", "a/three"] { try place.add(name) }
        let filling = try FolderFilling(place.folder)

        for name in ["a/b/one", "a/b/two", "a/b/none", "none"] { try filling.remove(name) }

        #expect(try place.folder.names() == ["a/three"])
        let left = try FileManager.default.contentsOfDirectory(
            atPath: place.url.appending(path: "a").path)
        #expect(left == ["three"])
    }
}

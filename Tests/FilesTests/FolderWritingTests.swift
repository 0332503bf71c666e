import Domain
import Files
import Foundation
import Testing

@Suite struct FolderWritingTests {
    @Test func `a file is written whole with the folders it needs`() throws {
        let place = try TemporaryFolder()
        let bytes = Array("x".utf8) + (0..<100_000).map { UInt8($0 & 255) }

        try place.folder.write(bytes, to: "a/b/c.bin")

        #expect(try place.folder.bytes(of: "a/b/c.bin", limit: 1 << 20) == bytes)
        #expect(try place.folder.names() == ["a/b/c.bin"])
    }

    @Test func `a file that is there is replaced and nothing else is left`() throws {
        let place = try TemporaryFolder()
        try place.add("a.txt", "old and long")

        try place.folder.write(Array("new".utf8), to: "a.txt")

        #expect(try place.folder.bytes(of: "a.txt", limit: 100) == Array("new".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path) == ["a.txt"])
    }

    @Test func `a file that is written piece by piece is there when it is whole`() throws {
        let place = try TemporaryFolder()
        try place.add("a.txt", "old")

        try place.folder.write(to: "a.txt") { (file) throws(FileError) in
            try file.append(Array("one ".utf8))
            #expect((try? place.folder.bytes(of: "a.txt", limit: 100)) == Array("old".utf8))
            try file.append(Array("two".utf8))
        }

        #expect(try place.folder.bytes(of: "a.txt", limit: 100) == Array("one two".utf8))
    }

    @Test func `a file that is not finished takes no place and leaves nothing`() throws {
        let place = try TemporaryFolder()
        try place.add("a.txt", "old")
        let stop = FileError(name: "a.txt", reason: .unwritable("enough"))

        #expect(throws: stop) {
            try place.folder.write(to: "a.txt") { (file) throws(FileError) in
                try file.append([1])
                throw stop
            }
        }

        #expect(try place.folder.bytes(of: "a.txt", limit: 100) == Array("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path) == ["a.txt"])
    }

    @Test func `a folder is not replaced by a file`() throws {
        let place = try TemporaryFolder()
        try place.add("a/b")

        #expect(throws: FileError(name: "a", reason: .unwritable("Is a directory"))) {
            try place.folder.write([1], to: "a")
        }
        #expect(throws: FileError(name: "a/b/c", reason: .unwritable("Not a directory"))) {
            try place.folder.write([1], to: "a/b/c")
        }
    }

    @Test func `a folder is made with those above it`() throws {
        let place = try TemporaryFolder()
        let path = place.url.appending(path: "x/y").path

        try Folder.making(path).write([1], to: "z")

        #expect(try place.folder.names() == ["x/y/z"])
        #expect(throws: FileError.self) { try Folder.making(path + "/z") }
    }
}

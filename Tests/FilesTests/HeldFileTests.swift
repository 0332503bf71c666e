import Domain
import Files
import Foundation
import Testing

@Suite struct HeldFileTests {
    /// Another program that holds a file until it is ended.
    private static func other(holding path: String) throws -> Process {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        process.arguments = ["--no-fork", path, "sh", "-c", "echo held; exec sleep 600"]
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.readData(ofLength: 4)
        return process
    }

    @Test func `who comes second is told that another holds the file`() throws {
        let place = try TemporaryFolder()
        let first = try HeldFile("a/lock", in: place.folder)

        #expect(throws: FileError(name: "a/lock", reason: .held)) {
            try HeldFile("a/lock", in: place.folder)
        }
        try first.write(Array("mine".utf8))
        #expect(throws: FileError(name: "a/lock", reason: .held)) {
            try HeldFile("a/lock", in: place.folder)
        }

        #expect(try place.folder.bytes(of: "a/lock", limit: 9) == Array("mine".utf8))
        try first.remove()
        #expect(try place.folder.names().isEmpty)
        #expect(try HeldFile("a/lock", in: place.folder).isNew)
    }

    @Test func `what is there keeps its bytes until others are written`() throws {
        let place = try TemporaryFolder()
        try place.add("lock", "old")

        let held = try HeldFile("lock", in: place.folder)

        #expect(!held.isNew)
        #expect(try place.folder.bytes(of: "lock", limit: 9) == Array("old".utf8))
        try held.write([])
        #expect(try place.folder.bytes(of: "lock", limit: 9).isEmpty)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
    func `a program that is killed holds nothing any more`() throws {
        let place = try TemporaryFolder()
        try place.add("lock")
        let other = try Self.other(holding: place.url.appending(path: "lock").path)
        #expect(throws: FileError(name: "lock", reason: .held)) {
            try HeldFile("lock", in: place.folder)
        }

        kill(other.processIdentifier, SIGKILL)
        other.waitUntilExit()

        try HeldFile("lock", in: place.folder).remove()
    }

    @Test func `a link and a folder are not held`() throws {
        let place = try TemporaryFolder()
        try place.add("folder/file")
        try place.link("link", to: "folder/file")

        for name in ["link", "folder", "../lock", ""] {
            #expect(throws: FileError.self) { try HeldFile(name, in: place.folder) }
        }
    }

    @Test func `of many threads one holds at a time`() async throws {
        let place = try TemporaryFolder()
        let folder = place.folder

        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<50 {
                        guard let held = try? HeldFile("lock", in: folder) else { continue }
                        // Whoever holds finds nothing of others, and what is its own.
                        #expect(!FileManager.default.fileExists(atPath: folder.path + "/in"))
                        _ = try? folder.write([1], to: "in")
                        #expect((try? folder.bytes(of: "in", limit: 9)) == [1])
                        _ = try? FileManager.default.removeItem(atPath: folder.path + "/in")
                        #expect(throws: Never.self) { try held.remove() }
                    }
                }
            }
        }

        #expect(try folder.names().isEmpty)
    }
}

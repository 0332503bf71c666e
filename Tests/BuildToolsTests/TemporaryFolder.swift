internal import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }  // left-overs harm nobody

    /// The whole path of a name in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ name: String, _ text: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// Runs a tool of a path, or one that is built beside the program that runs the tests.
    func run(_ tool: String, _ arguments: [String]) throws -> ToolRun {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let process = Process()
        process.executableURL = URL(
            filePath: tool, relativeTo: tests.deletingLastPathComponent())
        process.arguments = arguments
        let (output, complaint) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaint
        try process.run()
        // What the tools print fits into a pipe, so one can be read after the other.
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        let complained = try complaint.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return ToolRun(
            status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
            complaint: String(decoding: complained, as: UTF8.self))
    }
}

/// How a tool ended and what it printed.
struct ToolRun {
    let status: Int32
    let output: String
    let complaint: String
}

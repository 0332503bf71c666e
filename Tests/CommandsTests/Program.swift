import Foundation
import TestSupport

/// The program as it is built, started as a process.
enum Program {
    /// What a process said.
    struct Ended {
        let status: Int32
        let output: String
        let messages: String
    }

    /// The program beside these tests.
    static let file: URL = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appending(path: "apparatus")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return Folders.project.appending(path: ".build/debug/apparatus")
    }()

    /// Runs it in the project's folder, or in another.
    static func run(_ arguments: [String], in folder: URL = Folders.project) throws -> Ended {
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, messages) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = messages
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // No command here writes more to standard error than a pipe holds.
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let told = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
            messages: String(decoding: told, as: UTF8.self))
    }
}

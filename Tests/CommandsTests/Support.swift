import Commands
import Foundation
import TestSupport

/// Paths and texts of the project for tests of commands.
enum Project {
    /// The path of a file or folder of the project.
    static func path(_ name: String) -> String { Folders.project.appending(path: name).path }

    /// The editions that come with the program.
    static let editions = [
        "ca-results/2016-17", "ca-service-maf/2023-24", "ca-service-maf-mean/2023-24",
        "incise/2019", "kz-2022-goals/2022", "kz-954/2017", "kz-954/2020", "kz-954/2025",
        "oecd-stages/2026", "teaching/2025", "teaching/2026",
    ]

    /// The path of a fixture of these tests.
    static func fixture(_ name: String) -> String { path("Tests/CommandsTests/Fixtures/\(name)") }

    /// A shipped workspace.
    static func workspace(
        _ name: String, edition: String? = nil, period: String? = nil, language: String? = nil,
        threads: Int? = nil
    ) -> Workspace.Request {
        Workspace.Request(
            folder: path("examples/\(name)"), edition: edition, period: period,
            language: language, threads: threads)
    }

    /// A text without the folder of the project, as somebody in it would see it.
    static func relative(_ text: String) -> String {
        text.replacingOccurrences(of: Folders.project.path + "/", with: "")
    }

    /// A folder that is removed after the work.
    static func inTemporaryFolder<T>(_ work: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "apparatus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder.path)
    }

    /// A copy of a workspace that is removed after the work.
    static func inCopy<T>(of workspace: String, _ work: (String) throws -> T) throws -> T {
        try inTemporaryFolder { folder in
            let copy = folder + "/w"
            try FileManager.default.copyItem(atPath: workspace, toPath: copy)
            return try work(copy)
        }
    }

    /// Writes a file anew.
    static func change(_ path: String, _ change: (String) -> String) throws {
        try change(String(contentsOfFile: path, encoding: .utf8))
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Adds a plan to a workspace.
    static func add(plan: String, to workspace: String) throws {
        try plan.write(toFile: workspace + "/plan.csv", atomically: true, encoding: .utf8)
        try change(workspace + "/datapackage.json") { text in
            text.replacingOccurrences(
                of: "\n  ]",
                with:
                    ",\n    {\"name\": \"plan\", \"path\": \"plan.csv\", \"apparatus\": "
                    + "{\"role\": \"plan\"}}\n  ]")
        }
    }
}

extension Answer {
    /// Both streams as somebody in the project's folder would see them, and the exit status.
    var transcript: String {
        var text = output.text
        if !messages.bytes.isEmpty { text += "--- standard error\n\(messages.text)" }
        return Project.relative(text) + "--- exit \(status.rawValue)\n"
    }
}

extension Destination {
    /// Standard output, for programs.
    static let csv = Destination(format: .csv)
    static let json = Destination(format: .json)
}

extension Terminal {
    /// A terminal without colours, which golden files can hold.
    static let plain = Terminal(isOutput: true, isMessages: true, hasColour: false)
}

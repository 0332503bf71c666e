import Foundation
import Testing
import TestSupport

/// Exit statuses, help and streams of the program as it is built.
struct ProcessTests {
    private static let statuses: [(arguments: [String], status: Int32)] = [
        (["methodologies"], 0), (["--version"], 0), (["--help"], 0), ([], 0),
        (["test", "Tests/CommandsTests/Fixtures/failing"], 1),
        (["findings", "examples/teaching", "--fail"], 1),
        (["findings", "examples/teaching"], 0),
        (["asess", "examples/teaching"], 64), (["assess"], 64),
        (["assess", "examples/teaching", "--format", "xml"], 64),
        (["assess", "examples/teaching", "--nodes", "nothing"], 64),
        (["assess", "examples/teaching", "--nodes", ","], 64),
        (["assess", "examples/teaching", "--out", "no-such.xlsx"], 64),
        (["test", "examples/teaching"], 65), (["assess", "teaching/2025"], 66),
        (["assess", "examples/teaching", "--threads", "0"], 64),
        (["explain", "examples/teaching", "nobody"], 64),
        (["check", "Tests/CommandsTests/Fixtures/faulty"], 65),
        (["check", "README.md"], 65), (["assess", "README.md"], 65),
        (["compare", "teaching/2025", "teaching/2026"], 0), (["compare", "teaching/2025"], 64),
        (["compare", "teaching/2025", "nosuch"], 66),
        (["compare", "teaching/2025", "teaching/2026", "--period", "2024"], 64),
        (["compare", "teaching/2025", "teaching/2026", "--evidence", "no/such"], 66),
        (["compare", "Tests/CommandsTests/Fixtures/faulty", "teaching/2026"], 65),
        (["check", "no/such"], 66), (["assess", "no/such"], 66), (["assess", "docs"], 66),
        (["new", "no/such", "--methodology", "nosuch"], 66),
        (["schema"], 0), (["schema", "test"], 0), (["schema", "editions"], 64),
        (["sources", "teaching/2025", "--as-of", "2026-02-30"], 64),
        (["assess", "examples/teaching", "--report", "no/such/report", "--final"], 64),
        (["status", "examples/teaching"], 0), (["diagnose", "examples/teaching"], 64),
        (["diagnose", "Tests/CommandsTests/Fixtures/stages"], 0),
        (["diagnose", "examples/teaching", "--runs", "19"], 64),
        (["what-if", "examples/teaching"], 64),
        (["what-if", "examples/teaching", "--set", "rivers:left=10"], 0),
        (["what-if", "examples/teaching", "--measures", ","], 64),
        (["improve", "examples/teaching", "rivers"], 65),
        (["improve", "examples/teaching", "--most"], 64),
        (["improve", "Tests/CommandsTests/Fixtures/improving", "water", "--budget=-1"], 64),
        (["improve", "Tests/CommandsTests/Fixtures/improving", "water", "--to", "good"], 0),
        (["plan", "examples/teaching"], 65),
        (["diagnose", "examples/teaching", "--no-robustness", "--seed", "2"], 64),
        (["inspect", "examples/teaching/inputs.csv"], 0), (["inspect", "no/such.csv"], 66),
        (["inspect", "/dev/zero"], 65), (["inspect", "docs"], 65),
        (["status", "examples/teaching", "--body", "harbours"], 64),
        (["sources", "Tests/CommandsTests/Fixtures/sources", "--fail"], 1),
    ]

    @Test(arguments: statuses)
    func `the exit status says how it went`(arguments: [String], status: Int32) throws {
        let ended = try Program.run(arguments)
        #expect(ended.status == status, "\(ended.output)\(ended.messages)")
    }

    @Test(arguments: [
        [], ["methodologies"], ["new"], ["check"], ["test"], ["assess"], ["explain"], ["findings"],
        ["sources"], ["compare"], ["schema"], ["status"], ["inspect"], ["diagnose"],
        ["what-if"], ["improve"], ["plan"],
    ])
    func `help texts are as recorded`(command: [String]) throws {
        let ended = try Program.run(command + ["--help"])
        #expect(ended.status == 0)
        expectGolden(ended.output, "help\(command.map { "-\($0)" }.joined()).txt")
    }

    @Test func `the command of a report runs where the workspace is called as an option`() throws {
        try Project.inTemporaryFolder { folder in
            try FileManager.default.copyItem(
                atPath: Project.path("examples/teaching"), toPath: folder + "/-ws")
            let place = URL(filePath: folder)
            let command = ["assess", "./-ws", "--report", "report"]
            let written = try Program.run(["assess", "--report", "./-r", "--", "-ws"], in: place)
            try #require(written.status == 0, "\(written.messages)")
            #expect(written.output.contains("apparatus verify ./-r\n"))
            let manifest = try String(contentsOfFile: folder + "/-r/manifest.json", encoding: .utf8)
            #expect(manifest.contains("\"apparatus assess ./-ws --report report\""))
            #expect(try Program.run(command, in: place).status == 0)
            #expect(try Program.run(["verify", "./-r"], in: place).status == 0)
        }
    }

    @Test func `data on standard output is pure, and diagnostics stand beside it`() throws {
        let ended = try Program.run([
            "assess", "examples/teaching", "--format", "csv", "--lang", "de",
        ])
        #expect(ended.output.split(separator: "\n").count == 37)
        #expect(ended.output.hasPrefix("methodology,edition,body,node,period,state,"))
        #expect(ended.messages.hasPrefix("warning: "))
    }

    @Test func `a reader that closes its end is no fault`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = Folders.project
        process.arguments = [
            "-c",
            "{ \"$0\" assess examples/ca-service-maf --format json; echo $? >&2; } | head -c 1",
            Program.file.path,
        ]
        let messages = Pipe()
        process.standardError = messages
        process.standardOutput = Pipe()
        try process.run()
        let told = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: told, as: UTF8.self) == "0\n")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shells can complete commands`(shell: String) throws {
        let ended = try Program.run(["--generate-completion-script", shell])
        #expect(ended.status == 0)
        #expect(ended.output.contains("methodologies"))
    }

    @Test(arguments: [
        ["--help"], ["help", "assess"], ["--version"], ["--generate-completion-script", "bash"],
        ["methodologies"],
    ])
    func `what cannot be written is not passed off as done`(arguments: [String]) throws {
        let process = Process()
        process.executableURL = Program.file
        process.arguments = arguments
        // It takes no byte, like a full disk.
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let messages = Pipe()
        process.standardError = messages
        try process.run()
        let told = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 70)
        #expect(String(decoding: told, as: UTF8.self).contains("No space left on device"))
    }

    @Test func `a mistyped command is told by its name`() throws {
        let typed = try Program.run(["asess", "examples/teaching"])
        let strange = try Program.run(["x"])

        #expect(
            typed.messages == """
                error: there is no command "asess" — help: Did you mean apparatus assess?

                """)
        #expect(
            strange.messages.contains("help: Known are methodologies, new, inspect, check, test, "))
        #expect(typed.status == 64)
        #expect(typed.output.isEmpty)
    }
}

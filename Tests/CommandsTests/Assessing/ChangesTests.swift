import Commands
import Foundation
import Testing
import TestSupport

/// What `assess --changed-from` says.
struct ChangesTests {
    private static func answer(
        _ workspace: String, from other: String, nodes: [String] = [], file: String? = nil,
        period: String? = nil, fromPeriod: String? = nil, format: Format? = nil
    ) -> Answer {
        Assess.answer(
            Assess.Request(
                Workspace.Request(folder: workspace, period: period), nodes: nodes,
                to: Destination(file: file, format: format), changedFrom: other,
                fromPeriod: fromPeriod), .none)
    }

    private static let teaching = Project.path("examples/teaching")

    /// A copy of the teaching example for another year: other bodies, and one figure.
    private static func withLastYear(_ work: (String) throws -> Void) throws {
        try Project.inTemporaryFolder { folder in
            let other = "\(folder)/last"
            try FileManager.default.copyItem(atPath: teaching, toPath: other)
            for (file, old, new) in [
                ("bodies.csv", "bridges", "tunnels"), ("inputs.csv", "bridges", "tunnels"),
                ("requests.csv", "bridges", "tunnels"), ("inputs.csv", "95.95", "55.95"),
            ] {
                let path = "\(other)/\(file)"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.contains(old))
                try text.replacingOccurrences(of: old, with: new)
                    .write(toFile: path, atomically: true, encoding: .utf8)
            }
            try work(folder)
        }
    }

    @Test(arguments: Format.allCases)
    func `a workspace against its own year before is as recorded`(format: Format) {
        let answer = Self.answer(
            Self.teaching, from: Self.teaching, nodes: ["total", "turnover"], period: "2025",
            format: format)
        expectGolden(answer.transcript, "changes-teaching.\(format.rawValue).txt")
    }

    @Test func `bodies that came and went are told, and one moved figure is one part`() throws {
        try Self.withLastYear { folder in
            let text = Self.answer(
                Self.teaching, from: "\(folder)/last", period: "2024"
            ).output.text
            #expect(text.contains("1 new body: Committee for Old Bridges (fictional) (bridges)\n"))
            #expect(text.contains("1 body only in \(folder)/last: tunnels\n"))
            // An eighth of 40 points: satisfaction weighs a quarter of a half.
            #expect(text.contains("    Satisfied visitors  +5.00  55.95 → 95.95\n"))
            let csv = Self.answer(
                Self.teaching, from: "\(folder)/last", nodes: ["total"], format: .csv
            ).output.text
            #expect(csv.contains(",2024,score,65,,fair,2,5,satisfaction 5\n"))
            #expect(csv.contains("\nteaching,2025,tunnels,total,2024,gone,,,,"))
        }
    }

    @Test func `the columns and members that are there without it stay as they are`() throws {
        let request = Workspace.Request(folder: Self.teaching)
        let plain = Assess.answer(Assess.Request(request, to: .csv), .none).output.text
        let changed = Self.answer(Self.teaching, from: Self.teaching, format: .csv).output.text
        let lines = zip(plain.split(separator: "\n"), changed.split(separator: "\n"))
        #expect(lines.allSatisfy { $1.hasPrefix($0 + ",") })
        #expect(lines.count(where: { _ in true }) == 1 + 3 * 2 * 6)
        let json = Assess.answer(Assess.Request(request, to: .json), .none).output.text
        let more = Self.answer(Self.teaching, from: Self.teaching, format: .json).output.text
        #expect(more.hasPrefix(json.dropLast(3) + ",\n  \"changed-from\": {"))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(more.utf8)) }
    }

    @Test(arguments: ["csv", "json"])
    func `a file of results says what it is`(ending: String) throws {
        try Project.inTemporaryFolder { folder in
            let file = "\(folder)/last.\(ending)"
            let written = Assess.answer(
                Assess.Request(
                    Workspace.Request(folder: Self.teaching), to: Destination(file: file)), .none)
            #expect(written.status == .done)
            let text = Self.answer(
                Self.teaching, from: file, period: "2025", fromPeriod: "2024"
            ).output.text
            #expect(
                text.contains(
                    "Compared with \(file), results of teaching/2025"
                        + (ending == "csv"
                            ? "; CSV does not hold its hash, so whether the rules were the same is "
                                + "not known\n" : "\n")))
            #expect(text.contains("Ministry of Rivers (fictional) (rivers): 70.00 → 60.00, -10.00"))
            #expect(text.contains("what follows the value  -28.01"))
            let again = Self.answer(Self.teaching, from: file, file: file)
            #expect(again.messages.text.contains("the results are compared with \"\(file)\""))
            // Against itself nothing moves.
            let same = Self.answer(Self.teaching, from: file).output.text
            #expect(same.contains("Against 2025: 0 up, 0 down, 1 as before\n"))
            #expect(!same.contains("What moved them"))
        }
    }

    @Test func `results of other rules are called so`() throws {
        try Project.inTemporaryFolder { folder in
            let file = "\(folder)/last.json"
            _ = Assess.answer(
                Assess.Request(
                    Workspace.Request(folder: Self.teaching), to: Destination(file: file)), .none)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacingOccurrences(of: "\"hash\": \"", with: "\"hash\": \"0")
                .write(toFile: file, atomically: true, encoding: .utf8)
            #expect(
                Self.answer(Self.teaching, from: file).output.text.contains(
                    "results of teaching/2025 with other rules: a part of what changes is theirs"))
            try text.replacingOccurrences(
                of: "\"2025\",\n    \"title\"", with: "\"2021\",\n    \"title\""
            )
            .write(toFile: file, atomically: true, encoding: .utf8)
            #expect(
                Self.answer(Self.teaching, from: file).output.text.contains(
                    "results of another edition (teaching/2021)"))
        }
    }

    @Test func `evidence for another edition is assessed by this one`() throws {
        try Self.withLastYear { folder in
            let path = "\(folder)/last/datapackage.json"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "teaching/2025", with: "teaching/2026")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let answer = Self.answer(Self.teaching, from: "\(folder)/last", period: "2024")
            #expect(
                answer.output.text.contains(
                    "handed in for teaching/2026 and assessed by teaching/2025 here"))
            #expect(answer.output.text.contains("Satisfied visitors  +5.00"))
        }
    }

    @Test func `a file of another kind is answered with what to name`() throws {
        let help = " — help: Name a CSV or JSON file that apparatus assess --out wrote"
        try Project.inTemporaryFolder { folder in
            let table = Assess.answer(
                Assess.Request(Workspace.Request(folder: Self.teaching)), .none
            ).output.text
            for (name, text, words) in [
                ("inputs.csv", "body,period\nrivers,2024\n", "the table holds no results"),
                ("results.txt", table, "the table holds no results"),
                ("book.xlsx", "some text\n", "the table holds no results"),
                ("semicolons.csv", "methodology;edition;body\nm;1;a\n", "separated by semicolons"),
                ("zipped.xlsx", "PK\u{3}\u{4}xl/", "the file is a workbook"),
            ] {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
                let answer = Self.answer(Self.teaching, from: "\(folder)/\(name)")
                let told = answer.messages.text
                #expect(answer.status == .wrongInput, "\(name)")
                #expect(told.contains(words) && told.contains(help), "\(told)")
                #expect(!told.contains("datapackage.json"), "\(told)")
            }
        }
    }

    @Test func `results and evidence of another methodology are called so`() throws {
        let other = Project.path("examples/incise")
        let workspace = Self.answer(Self.teaching, from: other)
        #expect(workspace.status == .wrongInput)
        let told = workspace.messages.text
        #expect(
            told.contains(
                "\"\(other)\" is for another methodology (incise/2019), and "
                    + "teaching/2025 cannot read it"), "\(told)")
        #expect(told.split(separator: "\n").count(where: { $0.contains("error:") }) == 1, "\(told)")
        try Project.inTemporaryFolder { folder in
            let file = "\(folder)/other.csv"
            try
                ("methodology,edition,body,node,period,state,score\n"
                + "other,1,rivers,total,2024,score,60\n")
                .write(toFile: file, atomically: true, encoding: .utf8)
            let text = Self.answer(Self.teaching, from: file, period: "2024").output.text
            #expect(
                text.contains(
                    "results of another methodology (other/1): only what has the same ids is "
                        + "compared\n"), "\(text)")
        }
    }

    @Test func `what cannot be compared is refused by name`() throws {
        try Project.inTemporaryFolder { folder in
            let pipe = "\(folder)/pipe"
            let made = unsafe mkfifo(pipe, 0o600)
            #expect(made == 0)
            try "\u{0}\u{1}\u{2}".write(
                toFile: "\(folder)/noise.csv", atomically: true, encoding: .utf8)
            for (other, status, words) in [
                ("\(folder)/none", ExitStatus.missing, "there is no workspace or file"),
                (pipe, .wrongInput, "\(pipe): error: the file is not read: it is not a file"),
                ("\(folder)/noise.csv", .wrongInput, "noise.csv: row 1: error: a NUL byte"),
                (folder, .missing, "datapackage.json"),
                ("/dev/zero", .wrongInput, "/dev/zero: error: the file is not read"),
            ] {
                let answer = Self.answer(Self.teaching, from: other)
                #expect(answer.status == status, "\(other)")
                #expect(answer.messages.text.contains(words), "\(answer.messages.text)")
            }
            let period = Self.answer(
                Self.teaching, from: Self.teaching, period: "2024", fromPeriod: "2023")
            #expect(period.status == .wrongCommand)
            #expect(
                period.messages.text.contains("has nothing for \"2023\" — help: It has 2024, 2025"))
            let none = Self.answer(Self.teaching, from: Self.teaching, period: "2024")
            #expect(none.status == .wrongInput)
            #expect(
                none.messages.text.contains("/teaching\" has nothing earlier than 2024 — help: "))
        }
    }
}

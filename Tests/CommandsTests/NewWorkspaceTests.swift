import Commands
import Foundation
import Testing
import TestSupport

struct NewWorkspaceTests {
    @Test func `a new workspace that is filled in is assessed`() throws {
        try Project.inTemporaryFolder { folder in
            let workspace = folder + "/new"
            let made = NewWorkspace.answer(
                folder: workspace, methodology: "teaching/2025", .none)
            #expect(made.status == .done, "\(made.transcript)")
            try add("m,ministry,Ministry (fictional),,,,,,,,", to: workspace + "/bodies.csv")
            try add("m,2025,100,10,80,,,0,clean", to: workspace + "/inputs.csv")
            try add("m,2025,a,3,Y", to: workspace + "/requests.csv")
            let check = Check.answer(Check.Request(workspace), .none)
            #expect(check.status == .done, "\(check.transcript)")
            let request = Assess.Request(Workspace.Request(folder: workspace), to: .csv)
            let results = Assess.answer(request, .none).output.text
            // (3 × 100 + 80) / 4 = 95, the evidence was only reported, so it is not official.
            #expect(results.contains("m,service,2025,score,95,95,,,95,95,1,,,false,"))
        }
    }

    @Test(arguments: Project.editions)
    func `a new workspace lacks nothing but bodies`(methodology: String) throws {
        try Project.inTemporaryFolder { folder in
            _ = NewWorkspace.answer(folder: folder, methodology: methodology, .none)
            let check = Check.answer(Check.Request(folder), .none)
            #expect(
                check.output.text.hasPrefix("\(folder)/bodies.csv: error: there are no bodies"),
                "\(check.transcript)")
        }
    }

    @Test(arguments: ["teaching/2025", "teaching.yaml"])
    func `a workspace for somebody's own edition holds a copy of it`(name: String) throws {
        try Project.inTemporaryFolder { folder in
            var rules = Project.path("methodologies/teaching/2025")
            if name.hasSuffix(".yaml") {
                rules = folder + "/rules.yaml"
                try """
                apparatus: 1
                methodology: small
                edition: "2025"
                status: restated
                applies-to: [ministry]
                in-force: {from: 2025-01-01}
                period: {form: year}
                scale: {min: 0, max: 100}
                rounding: none
                inputs: {received: {type: count, min: 1}, answered: {type: count}}
                scorecard: {id: in_time, value: answered / received * 100, score: as-is}
                """.write(toFile: rules, atomically: true, encoding: .utf8)
            }
            let workspace = folder + "/new"
            let made = NewWorkspace.answer(folder: workspace, methodology: rules, .none)
            #expect(made.status == .done, "\(made.transcript)")
            let copy = Check.answer(Check.Request(workspace + "/methodology"), .none)
            let own = Check.answer(Check.Request(rules), .none)
            func hash(_ answer: Answer) -> Substring? {
                answer.output.text.split(separator: "\n").first { $0.hasPrefix("Edition  sha256") }
            }
            #expect(hash(copy) != nil && hash(copy) == hash(own))
            let titles = name.hasSuffix(".yaml") ? "" : ",,,"
            try add(
                "m,ministry,Ministry (fictional)\(titles),,,,,", to: workspace + "/bodies.csv")
            let check = Check.answer(Check.Request(workspace), .none)
            #expect(
                check.output.text.hasPrefix("error: there is no evidence for any period"),
                "\(check.transcript)")
        }
    }

    @Test func `the guide names every column`() throws {
        try Project.inTemporaryFolder { folder in
            _ = NewWorkspace.answer(folder: folder, methodology: "teaching/2025", .none)
            let guide = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
            let text = guide.replacingOccurrences(of: folder, with: "my-workspace")
            expectGolden(text, "new-teaching-README.md")
        }
    }

    @Test func `a folder that is not empty is left alone`() throws {
        try Project.inTemporaryFolder { folder in
            try "mine".write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
            let answer = NewWorkspace.answer(folder: folder, methodology: "teaching", .none)
            #expect(answer.status == .wrongInput)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
        }
    }

    @Test func `a folder that cannot be looked through is refused in words`() throws {
        try Project.inTemporaryFolder { folder in
            let deep = String(repeating: "/a", count: 60)
            try FileManager.default.createDirectory(
                atPath: folder + deep, withIntermediateDirectories: true)
            let answer = NewWorkspace.answer(folder: folder, methodology: "teaching", .none)
            #expect(answer.status == .wrongInput)
            #expect(
                answer.messages.text == "error: \"\(folder)\" cannot be read: folders are nested "
                    + "deeper than 50 — help: Name a new folder\n")
        }
    }

    @Test func `inputs outside the edition are named by their row`() throws {
        try Project.inTemporaryFolder { folder in
            _ = NewWorkspace.answer(folder: folder, methodology: "teaching/2025", .none)
            try add("m,ministry,Ministry (fictional),,,,,,,,", to: folder + "/bodies.csv")
            for year in ["2023", "2025"] {
                try add("m,\(year),100,10,80,,,0,clean", to: folder + "/inputs.csv")
                try add("m,\(year),a,3,Y", to: folder + "/requests.csv")
            }
            let request = Assess.Request(Workspace.Request(folder: folder))
            #expect(
                Assess.answer(request, .none).output.text.contains(
                    """
                    2 records of 2023 lie outside the edition (2024-01-01 to 2025-12-31) and are \
                    not scored:
                      inputs of body m: inputs.csv row 2
                      requests a of body m: requests.csv row 2
                    """))
        }
    }

    @Test func `a methodology that is not there makes no folder`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = NewWorkspace.answer(
                folder: folder + "/new", methodology: "nosuch", .none)
            #expect(answer.status == .missing)
            #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
        }
    }

    private func add(_ row: String, to file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + row + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}

import Commands
import Foundation
import Testing
import TestSupport

struct AssessTests {
    private static func answer(
        _ workspace: Workspace.Request, nodes: [String] = [], file: String? = nil,
        format: Format? = nil
    ) -> Answer {
        Assess.answer(
            Assess.Request(workspace, nodes: nodes, to: Destination(file: file, format: format)),
            .none)
    }

    @Test(arguments: ["2024", "2025"])
    func `tables of the teaching example are as recorded`(period: String) {
        let answer = Self.answer(Project.workspace("teaching", period: period))
        expectGolden(answer.transcript, "assess-teaching-\(period).txt")
    }

    @Test func `without a period the latest is shown, and the others are named`() {
        let text = Self.answer(Project.workspace("teaching")).output.text
        #expect(text.contains("(teaching/2025), 2025\n"))
        #expect(text.contains("Also scored: 2024 (--period)"))
    }

    @Test func `nodes that nothing ranks have a table without ranks`() {
        let answer = Self.answer(
            Project.workspace("teaching", period: "2024"), nodes: ["turnover", "works"])
        expectGolden(answer.transcript, "assess-teaching-nodes.txt")
    }

    @Test func `of several scorecards each has its tables`() {
        let answer = Self.answer(Workspace.Request(folder: Project.fixture("scorecards")))
        expectGolden(answer.transcript, "assess-scorecards.txt")
    }

    @Test func `ranks within a kind have a table for each kind`() throws {
        var files: [String: String] = [:]
        for name in ["edition.yaml", "sources.yaml"] {
            let path = Project.path("methodologies/teaching/2025/\(name)")
            files[name] = try String(contentsOfFile: path, encoding: .utf8)
                .replacingOccurrences(of: "within: all", with: "within: kind")
        }
        try Project.inTemporaryFolder { folder in
            for (name, text) in files {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let text = Self.answer(
                Project.workspace("teaching", edition: folder, period: "2024")
            ).output.text
            #expect(
                text.contains(
                    """
                      ministry
                      rank  body                            id      score  band
                         1  Ministry of Rivers (fictional)  rivers  70.00  Good
                      agency
                      rank  in runs  body
                    """))
            #expect(text.contains("   1      1–2  Committee for Old Bridges (fictional)"))
        }
    }

    @Test func `the record of 2024-25 is named as outside the edition`() {
        let text = Self.answer(Project.workspace("ca-service-maf")).output.text
        #expect(
            text.contains(
                """
                1 record of 2024-25 lies outside the edition (2022-04-01 to 2024-03-31) and is \
                not scored:
                  services SRV02975 of body 295: services.csv row 1509
                """))
    }

    @Test func `a restated edition says whose results these are not`() {
        let text = Self.answer(Project.workspace("ca-service-maf", language: "fr")).output.text
        #expect(text.contains("Cadre de responsabilisation de gestion, gestion des services"))
        #expect(text.contains("Recalculé à partir de règles et de données publiées"))
        #expect(text.contains("Agence des services frontaliers du Canada"))
    }

    @Test func `an assumed rule is named`() {
        let text = Self.answer(
            Project.workspace("ca-service-maf", edition: "ca-service-maf-mean/2023-24")
        ).output.text
        #expect(text.contains("the rule of mean is assumed"))
    }

    @Test func `a language that the edition lacks is said`() {
        let answer = Self.answer(Project.workspace("teaching", language: "de"))
        #expect(
            answer.messages.text.contains(
                "teaching/2025 has no texts in \"de\"; it has en, fr, ru, kk"))
        #expect(answer.status == .done)
    }

    @Test(arguments: [Format.csv, .json])
    func `the same bytes come out on any number of threads`(format: Format) {
        let bytes = [1, 2, 8].map { threads in
            Self.answer(
                Project.workspace("ca-service-maf", threads: threads), format: format
            ).output.bytes
        }
        #expect(Set(bytes).count == 1)
        #expect(bytes[0].count > 10_000)
    }

    @Test func `CSV of the teaching example meets what was derived by hand`() throws {
        let results = Self.answer(Project.workspace("teaching"), format: .csv).output.text
        let expected = try String(
            contentsOfFile: Project.path("examples/teaching/expected.csv"), encoding: .utf8)
        let ours = Self.rows(results).map { row in
            Self.rows(expected)[0].keys.reduce(into: [:]) { $0[$1] = row[$1] }
        }
        let theirs = Self.rows(expected)
        #expect(theirs.count == 36)
        #expect(Set(ours) == Set(theirs))
    }

    @Test func `JSON is one document and nothing else`() throws {
        let answer = Self.answer(Project.workspace("teaching"), format: .json)
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.bytes))
        #expect(((object as? [String: Any])?["results"] as? [Any])?.count == 36)
    }

    @Test func `a file's ending decides its format`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.answer(
                Project.workspace("teaching"), file: folder + "/results.csv")
            #expect(answer.output.text.hasPrefix("Wrote \(folder)/results.csv: 3 bodies"))
            let written = try Data(contentsOf: URL(filePath: folder + "/results.csv"))
            let printed = Self.answer(Project.workspace("teaching"), format: .csv)
            #expect(Array(written) == printed.output.bytes)
        }
    }

    @Test(arguments: ["bodies.csv", "datapackage.json", "rules/edition.yaml", "link.csv"])
    func `a file that the results rest on is not written`(name: String) throws {
        try Project.inTemporaryFolder { folder in
            let manager = FileManager.default
            let workspace = folder + "/w"
            try manager.copyItem(atPath: Project.path("examples/teaching"), toPath: workspace)
            try manager.copyItem(
                atPath: Project.path("methodologies/teaching/2025"), toPath: workspace + "/rules")
            try manager.createSymbolicLink(
                atPath: workspace + "/link.csv", withDestinationPath: "inputs.csv")
            let path = "\(workspace)/rules/../\(name)"
            let before = try Data(contentsOf: URL(filePath: path))

            let answer = Self.answer(
                Workspace.Request(folder: workspace, edition: workspace + "/rules"), file: path)

            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.hasPrefix("error: the results rest on \""))
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test func `a file of the workspace that nothing rests on is replaced`() throws {
        try Project.inCopy(of: Project.path("examples/teaching")) { workspace in
            for _ in 1...2 {
                let answer = Self.answer(
                    Workspace.Request(folder: workspace), file: workspace + "/expected.csv")
                #expect(answer.status == .done, "\(answer.transcript)")
            }
        }
    }

    @Test func `a quote is doubled under a mark that combines with it`() throws {
        try Project.inTemporaryFolder { folder in
            for name in ["edition.yaml", "sources.yaml"] {
                let path = Project.path("methodologies/teaching/2025/\(name)")
                try String(contentsOfFile: path, encoding: .utf8)
                    .replacingOccurrences(of: "The number of leavers", with: "'a \"\u{301}, b'")
                    .replacingOccurrences(of: "' was not handed in", with: "'")
                    .write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let text = Self.answer(
                Project.workspace("teaching", edition: folder), format: .csv
            ).output.text
            #expect(text.utf8.count > 100)
            #expect(text.contains("true,\"filled (zero): a \"\"\u{301}, b\"\n"), "\(text)")
        }
    }

    @Test func `a folder that is not there is missing`() {
        let answer = Self.answer(Project.workspace("teaching"), file: "/no/such/folder/a.csv")
        #expect(answer.status == .missing)
    }

    @Test func `a link is not written through, and a folder is no file`() throws {
        try Project.inTemporaryFolder { folder in
            let link = folder + "/link.csv"
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: folder + "/target.csv")
            let linked = Self.answer(Project.workspace("teaching"), file: link)
            #expect(linked.status == .wrongInput)
            #expect(!FileManager.default.fileExists(atPath: folder + "/target.csv"))
            let named = Self.answer(Project.workspace("teaching"), file: folder + "/")
            #expect(named.status == .wrongCommand)
        }
    }

    @Test(arguments: ["2030", "last year", "2024-25"])
    func `a period without evidence is a wrong command`(period: String) {
        let answer = Self.answer(Project.workspace("teaching", period: period))
        #expect(answer.status == .wrongCommand)
    }

    @Test func `a period outside the edition is a wrong command`() {
        let answer = Self.answer(Project.workspace("ca-service-maf", period: "2024-25"))
        #expect(answer.status == .wrongCommand)
        #expect(answer.messages.text.contains("2024-25 lies outside the edition"))
    }

    @Test func `an unknown node and a heading are wrong commands`() {
        let unknown = Self.answer(Project.workspace("teaching"), nodes: ["turnovr"])
        #expect(unknown.messages.text.contains("Did you mean \"turnover\"?"))
        #expect(unknown.status == .wrongCommand)
        let heading = Self.answer(Project.workspace("ca-service-maf"), nodes: ["maf"])
        #expect(heading.status == .wrongCommand)
    }

    @Test func `an edition for other tables is wrong input`() {
        let answer = Self.answer(
            Project.workspace("teaching", edition: "ca-service-maf/2023-24"))
        #expect(answer.status == .wrongInput)
        #expect(answer.output.bytes.isEmpty)
    }

    private static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { cells in
            Dictionary(zip(lines[0], cells)) { first, _ in first }
        }
    }
}

import Commands
import Domain
import Foundation
import Testing
import TestSupport

@Suite struct ReportingTests {
    /// Writes the report of an example into a folder.
    static func write(
        _ workspace: Workspace.Request, _ options: ReportOptions = ReportOptions(),
        to folder: String
    ) -> Answer {
        Reporting.answer(workspace, options, to: folder, .none)
    }

    /// The names and bytes of a folder's files, at any depth.
    static func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let url = URL(filePath: folder).appending(path: name)
            guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false else {
                continue
            }
            files[name] = try Data(contentsOf: url)
        }
        return files
    }

    @Test func `a report says what was written, and what to do with it`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(Project.workspace("teaching"), to: folder + "/report")

            let text = answer.output.text
            #expect(answer.status == .done, "\(answer.transcript)")
            #expect(text.hasPrefix("Wrote \(folder)/report/index.html: 3 bodies, "), "\(text)")
            #expect(text.contains("\nfile:///"))
            #expect(text.contains("apparatus verify \(folder)/report\n"))
            let names = Set(try Self.files(folder + "/report").keys)
            for name in [
                "index.html", "manifest.json", "assets/style.css", "assets/script.js",
                "en/index.html", "en/overview.csv", "en/overview.json", "en/bodies.html",
                "en/bodies/rivers.html", "en/bodies/rivers.csv", "en/bodies/rivers.json",
                "en/conclusions/rivers.html", "en/methodology.html", "en/data.csv",
                "en/compare.js",
            ] {
                #expect(names.contains(name), "\(name)")
            }
            #expect(!names.contains("manifest.unfinished.json"))
        }
    }

    /// The teaching example moves bodies in 2024 and nobody in 2025.
    @Test func `a difference shows who moves in every period, as its data do`() throws {
        try Project.inTemporaryFolder { folder in
            var request = Compare.Request(
                from: "teaching/2025", to: "teaching/2026",
                evidence: Project.path("examples/teaching"))
            let answer = Reporting.answer(request, to: folder + "/report", .none)
            try #require(answer.status == .done, "\(answer.transcript)")
            let files = try Self.files(folder + "/report")
            func text(_ ending: String) -> String {
                String(decoding: files["en/difference." + ending] ?? Data(), as: UTF8.self)
            }

            request.format = .csv
            #expect(text("csv") == Compare.answer(request, .none).output.text)
            request.format = .json
            #expect(text("json") == Compare.answer(request, .none).output.text)
            #expect(text("html").contains("id=\"impact-total-2024\""))
            #expect(text("html").contains("id=\"impact-total-2025\""))
            #expect(text("html").contains("2024: 3 of 3 bodies move"))
        }
    }

    @Test(arguments: ["teaching-decided", "ca-results"])
    func `the same bytes come out on any number of threads`(workspace: String) throws {
        try Project.inTemporaryFolder { folder in
            var reports: [[String: Data]] = []
            for threads in [1, 2, 7] {
                let answer = Self.write(
                    Project.workspace(workspace, threads: threads),
                    ReportOptions(top: workspace == "ca-results" ? 5 : nil),
                    to: "\(folder)/\(threads)")
                try #require(answer.status == .done, "\(answer.transcript)")
                reports.append(try Self.files("\(folder)/\(threads)"))
            }
            #expect(reports[0] == reports[1])
            #expect(reports[0] == reports[2])
        }
    }

    @Test func `the results beside the overview are those of the command`() throws {
        try Project.inTemporaryFolder { folder in
            _ = Self.write(Project.workspace("teaching"), to: folder + "/report")
            let all = Assess.answer(
                Assess.Request(Project.workspace("teaching"), to: .csv), .none)
            let files = try Self.files(folder + "/report")
            #expect(files["en/overview.csv"] == Data(all.output.bytes))
            let rivers = all.output.text.split(separator: "\n").enumerated()
                .filter { $0 == 0 || $1.contains(",rivers,") }.map { $1 + "\n" }.joined()
            #expect(files["en/bodies/rivers.csv"] == Data(rivers.utf8))
            for (name, data) in files where name.hasSuffix(".json") {
                #expect(throws: Never.self, "\(name)") {
                    try JSONSerialization.jsonObject(with: data)
                }
            }
        }
    }

    @Test func `only the best and those asked for have pages`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("teaching"), ReportOptions(top: 1, bodies: ["lighthouses"]),
                to: folder + "/report")
            #expect(answer.status == .done, "\(answer.transcript)")
            let names = Set(try Self.files(folder + "/report").keys)
            let pages = names.filter { $0.hasPrefix("en/bodies/") && $0.hasSuffix(".html") }
            #expect(pages.count == 2 || pages == ["en/bodies/lighthouses.html"])
            #expect(pages.contains("en/bodies/lighthouses.html"))
            let papers = names.filter {
                $0.hasPrefix("en/conclusions/") && $0.hasSuffix(".html")
            }
            #expect(papers.count == pages.count)
        }
    }

    @Test func `papers are left out where somebody asks for that`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("teaching"), ReportOptions(isWithoutConclusions: true),
                to: folder + "/report")
            #expect(answer.status == .done)
            let names = try Self.files(folder + "/report").keys
            #expect(names.allSatisfy { !$0.contains("/conclusions/") })
        }
    }

    @Test func `a body that is not there is named with what was meant`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("teaching"), ReportOptions(bodies: ["river"]),
                to: folder + "/report")
            #expect(answer.status == .done, "the beginning of an id is enough")
            let unknown = Self.write(
                Project.workspace("teaching"), ReportOptions(bodies: ["canals"]),
                to: folder + "/other")
            #expect(unknown.status == .wrongCommand)
            #expect(unknown.messages.text.contains("there is no body \"canals\""))
            #expect(!FileManager.default.fileExists(atPath: folder + "/other"))
        }
    }

    @Test(arguments: ["../x", "e", "en/..", "EN_US", ""])
    func `a language that is no tag is refused before anything is written`(tag: String) throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("teaching", language: tag), to: folder + "/report")
            #expect(answer.status == .wrongCommand)
            #expect(!FileManager.default.fileExists(atPath: folder + "/report"))
        }
    }

    @Test(arguments: ["xx", "de", "kk-Latn", "ar"])
    func `a language that nothing is written in is refused with those there are`(
        tag: String
    ) throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("teaching", language: tag), to: folder + "/report")
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("does not speak \"\(tag)\""))
            #expect(answer.messages.text.contains("en, fr, ru, kk"), "\(answer.messages.text)")
            let compared = Reporting.answer(
                Compare.Request(
                    from: Project.path("methodologies/teaching/2025"),
                    to: Project.path("methodologies/teaching/2026"), language: tag),
                to: folder + "/report", .none)
            #expect(compared.status == .wrongCommand)
            #expect(compared.messages.text.contains("does not speak \"\(tag)\""))
            #expect(!FileManager.default.fileExists(atPath: folder + "/report"))
        }
    }

    @Test func `a language that the edition declares or a title has is written`() throws {
        try Project.inTemporaryFolder { folder in
            let workspace = folder + "/w"
            let manager = FileManager.default
            try manager.copyItem(atPath: Project.path("examples/teaching"), toPath: workspace)
            try manager.copyItem(
                atPath: Project.path("methodologies/teaching/2025"), toPath: workspace + "/rules")
            let edition = workspace + "/rules/edition.yaml"
            let text = try String(contentsOfFile: edition, encoding: .utf8)
            #expect(text.contains("languages: [en, fr, ru, kk]") && text.contains("fr: Total,"))
            try text.replacingOccurrences(of: "languages: [en,", with: "languages: [de, en,")
                .replacingOccurrences(of: "fr: Total,", with: "fr: Total, la: Summa,")
                .write(toFile: edition, atomically: true, encoding: .utf8)
            for tag in ["de", "la", "fr-CA"] {
                let request = Workspace.Request(
                    folder: workspace, edition: workspace + "/rules", language: tag)
                let answer = Self.write(request, to: "\(folder)/\(tag)")
                #expect(answer.status == .done, "\(answer.transcript)")
                #expect(manager.fileExists(atPath: "\(folder)/\(tag)/\(tag)/index.html"))
            }
        }
    }

    /// Copies the teaching example with other ids of its bodies.
    private static func rename(_ ids: [String: String], to workspace: String) throws {
        let manager = FileManager.default
        try manager.copyItem(atPath: Project.path("examples/teaching"), toPath: workspace)
        for name in try manager.contentsOfDirectory(atPath: workspace)
        where name.hasSuffix(".csv") {
            let path = workspace + "/" + name
            var text = try String(contentsOfFile: path, encoding: .utf8)
            for (old, new) in ids { text = text.replacingOccurrences(of: old, with: new) }
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    /// Names of devices are those of Microsoft's "Naming Files, Paths, and Namespaces".
    @Test(arguments: [
        ("NUL", "com1.x", "Windows holds no file or folder with the name: NUL, com1.x"),
        ("com", "com10", nil), ("console", "lptx", nil),
    ])
    func `names that other systems cannot hold are warned about, and the report is written`(
        rivers: String, lighthouses: String, warning: String?
    ) throws {
        try Project.inTemporaryFolder { folder in
            let ids = ["rivers": rivers, "lighthouses": lighthouses]
            try Self.rename(ids, to: folder + "/w")
            let answer = Self.write(
                Workspace.Request(folder: folder + "/w"), to: folder + "/report")
            #expect(answer.status == .done, "\(answer.transcript)")
            let names = try Self.files(folder + "/report").keys
            #expect(names.contains("en/bodies/\(rivers).html"))
            #expect(names.contains("en/bodies/\(lighthouses).html"))
            let messages = answer.messages.text
            if let warning {
                #expect(messages.contains(warning), "\(messages)")
            } else {
                #expect(!messages.contains("other ids"), "\(messages)")
            }
        }
    }

    @Test func `one language is written alone`() throws {
        try Project.inTemporaryFolder { folder in
            let answer = Self.write(
                Project.workspace("ca-service-maf", language: "fr"), ReportOptions(top: 3),
                to: folder + "/report")
            #expect(answer.status == .done, "\(answer.transcript)")
            let names = try Self.files(folder + "/report").keys
            #expect(names.contains("fr/index.html"))
            #expect(names.allSatisfy { !$0.hasPrefix("en/") })
        }
    }
}

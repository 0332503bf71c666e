import Commands
import Foundation
import Testing
import TestSupport

@Suite struct VerifyTests {
    /// A copy of an example beside its report.
    private struct Place {
        let workspace: String
        let report: String

        func verify(workspace: String? = nil) -> Answer {
            Verify.answer(Verify.Request(folder: report, workspace: workspace), .none)
        }

        func read(_ name: String) throws -> String {
            try String(contentsOfFile: "\(report)/\(name)", encoding: .utf8)
        }

        func write(_ text: String, _ name: String) throws {
            try text.write(toFile: "\(report)/\(name)", atomically: true, encoding: .utf8)
        }

        /// Replaces the first occurrence of a text in a file.
        func change(_ name: String, _ old: String, _ new: String) throws {
            let text = try read(name)
            let range = try #require(text.range(of: old))
            try write(text.replacingCharacters(in: range, with: new), name)
        }
    }

    private static func inPlace(
        _ options: ReportOptions = ReportOptions(), _ work: (Place) throws -> Void
    ) throws {
        try Project.inTemporaryFolder { folder in
            let place = Place(workspace: folder + "/w", report: folder + "/report")
            try FileManager.default.copyItem(
                atPath: Project.path("examples/teaching-decided"), toPath: place.workspace)
            let answer = ReportingTests.write(
                Workspace.Request(folder: place.workspace), options, to: place.report)
            try #require(answer.status == .done, "\(answer.transcript)")
            try work(place)
        }
    }

    @Test func `what nobody touched is the same when it is made again`() throws {
        try Self.inPlace { place in
            let answer = place.verify()
            #expect(answer.status == .done, "\(answer.transcript)")
            #expect(answer.output.text.contains("every byte is the same when it is made again"))
        }
    }

    @Test func `a report and its workspace may be moved`() throws {
        try Self.inPlace { place in
            try FileManager.default.moveItem(atPath: place.workspace, toPath: place.workspace + "2")
            let lost = place.verify()
            #expect(lost.status == .missing)
            #expect(lost.transcript.contains("--workspace"), "\(lost.transcript)")
            let answer = place.verify(workspace: place.workspace + "2")
            #expect(answer.status == .done, "\(answer.transcript)")
        }
    }

    @Test func `a changed digit is found, with its line`() throws {
        try Self.inPlace { place in
            try place.change("en/bodies/rivers.csv", "score,", "scorf,")
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            let text = answer.output.text
            #expect(text.contains("en/bodies/rivers.csv is not as it was written: other SHA-256"))
            #expect(text.contains("en/bodies/rivers.csv comes out otherwise, from line 1, byte "))
        }
    }

    @Test func `a digit that is changed together with its hash is found`() throws {
        try Self.inPlace { place in
            try place.change("en/bodies/rivers.csv", "score,", "scorf,")
            let data = try Data(contentsOf: URL(filePath: "\(place.report)/en/bodies/rivers.csv"))
            let hash = SHA256Sum.hex(data)
            let lines = try place.read("manifest.json").components(separatedBy: "\n")
            let changed = lines.map { line in
                guard line.contains("\"en/bodies/rivers.csv\"") else { return line }
                let start = line.range(of: "\"sha256\":\"")?.upperBound ?? line.startIndex
                let end = line.index(start, offsetBy: 64)
                return line.replacingCharacters(in: start..<end, with: hash)
            }
            try place.write(changed.joined(separator: "\n"), "manifest.json")
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(!answer.output.text.contains("other SHA-256"))
            #expect(answer.output.text.contains("rivers.csv comes out otherwise"))
        }
    }

    @Test func `a page that is missing and one that was added are told`() throws {
        try Self.inPlace { place in
            try FileManager.default.removeItem(atPath: place.report + "/en/bodies/rivers.html")
            try place.write("mine", "en/more.html")
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(answer.output.text.contains("en/bodies/rivers.html is missing"))
            #expect(answer.output.text.contains("en/more.html was added"))
        }
    }

    @Test func `changed evidence is told with both hashes and the file`() throws {
        try Self.inPlace { place in
            let path = place.workspace + "/bodies.csv"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "Rivers", with: "Streams")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(answer.output.text.contains("the evidence has changed: sha256 "))
            #expect(answer.output.text.contains("  bodies.csv has changed: sha256 "))
            #expect(answer.output.text.contains("so the report was not made again"))
        }
    }

    @Test(arguments: [["inputs.csv"], ["bodies.csv", "inputs.csv"], ["datapackage.json"]])
    func `evidence with other line ends is the same, and the report is made again`(
        names: [String]
    ) throws {
        try Self.inPlace { place in
            for name in names {
                let url = URL(filePath: "\(place.workspace)/\(name)")
                let lines = try String(contentsOf: url, encoding: .utf8)
                    .components(separatedBy: "\n")
                try Data(lines.joined(separator: "\r\n").utf8).write(to: url)
            }
            let answer = place.verify()
            let lines = answer.output.text.split(separator: "\n")
            #expect(answer.status == .wrongInput)
            #expect(lines.contains { $0.hasPrefix("the evidence is the same, but not its files") })
            let told = lines.filter { $0.contains(" has changed: sha256 ") }
                .map { $0.split(separator: " ")[0] }
            #expect(told == names.map { $0[...] })
            // All but what names the hashes of files is as it was.
            let others = lines.filter { $0.contains("comes out otherwise, from") }
            #expect(!others.isEmpty)
            #expect(
                others.allSatisfy { $0.contains("/data.") || $0.contains("/overview.json ") },
                "\(answer.output.text)")
            #expect(!answer.output.text.contains("manifest"))
            #expect(!answer.output.text.contains("not made again"))
        }
    }

    @Test func `a comparison names evidence in other bytes, and no data page`() throws {
        try Project.inTemporaryFolder { folder in
            let place = Place(workspace: folder + "/w", report: folder + "/report")
            try FileManager.default.copyItem(
                atPath: Project.path("examples/teaching"), toPath: place.workspace)
            let request = Compare.Request(
                from: Project.path("methodologies/teaching/2025"),
                to: Project.path("methodologies/teaching/2026"), evidence: place.workspace)
            #expect(Reporting.answer(request, to: place.report, .none).status == .done)
            let url = URL(filePath: place.workspace + "/inputs.csv")
            let text = try String(contentsOf: url, encoding: .utf8)
            try Data(text.replacingOccurrences(of: "\n", with: "\r\n").utf8).write(to: url)
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(answer.output.text.contains("  inputs.csv has changed: sha256 "))
            #expect(!answer.output.text.contains("otherwise"), "\(answer.output.text)")
        }
    }

    @Test(arguments: ["\u{FEFF}%", "%\n", "%  ", " %"])
    func `a manifest that says the same in other bytes is told`(form: String) throws {
        try Self.inPlace { place in
            let text = try place.read("manifest.json")
            try place.write(form.replacingOccurrences(of: "%", with: text), "manifest.json")
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(
                answer.output.text.contains("manifest.json says the same in other bytes, from "),
                "\(answer.transcript)")
            #expect(!answer.output.text.contains("comes out otherwise"))
        }
    }

    @Test func `a report of another version is made again with its number`() throws {
        try Self.inPlace { place in
            try place.change("manifest.json", "\"program\": \"", "\"program\": \"9.")
            let answer = place.verify()
            #expect(answer.output.text.contains("Written by apparatus 9."))
            #expect(answer.status == .wrongInput, "the pages bear another number")
        }
    }

    @Test func `a report that was not written to its end is told from none`() throws {
        try Self.inPlace { place in
            try FileManager.default.moveItem(
                atPath: place.report + "/manifest.json", toPath: place.report + "/m")
            #expect(place.verify().status == .missing)
            #expect(place.verify().messages.text.contains("it has no manifest.json"))
            try place.write("{}", "manifest.unfinished.json")
            #expect(place.verify().messages.text.contains("was not written to its end"))
        }
        #expect(Verify.answer(Verify.Request(folder: "/nowhere"), .none).status == .missing)
    }

    @Test(arguments: [
        ("\"en/bodies.html\"", "\"../bodies.html\"", "a file that no report has"),
        ("\"en/bodies.html\"", "\"/etc/passwd\"", "a file that no report has"),
        ("\"en/bodies.html\"", "\"en/.hidden\"", "a file that no report has"),
        ("\"en/bodies.html\"", "\"en/bo dies.html\"", "a file that no report has"),
        ("\"en/bodies.html\"", "\"zz.html\"", "out of order or twice"),
        ("\"size\":", "\"size\":-", "no whole number"),
        ("\"size\":", "\"size\":99999999999999999999", "no whole number"),
        ("\"sha256\":\"", "\"sha256\":\"Z", "no SHA-256"),
        ("\"apparatus-report\": 1", "\"apparatus-report\": 2", "another form"),
        ("\"command\": \"apparatus", "\"command\": \"rm", "a command that its options do not make"),
        ("\"program\":", "\"programme\":", "unknown key \"programme\""),
        ("\"files\": [", "\"files\": [[[[", "cannot be read"),
    ])
    func `a manifest that is not as we write it is refused`(
        old: String, new: String, why: String
    ) throws {
        try Self.inPlace { place in
            try place.change("manifest.json", old, new)
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(answer.messages.text.contains(why), "\(answer.messages.text)")
        }
    }

    @Test func `a manifest that ends too early is refused`() throws {
        try Self.inPlace { place in
            let text = try place.read("manifest.json")
            for length in [0, 1, text.count / 2, text.count - 3] {
                try place.write(String(text.prefix(length)), "manifest.json")
                #expect(place.verify().status == .wrongInput)
            }
        }
    }

    @Test func `a link in the place of a page is told`() throws {
        try Self.inPlace { place in
            let page = place.report + "/en/bodies/rivers.html"
            try FileManager.default.moveItem(atPath: page, toPath: place.workspace + "/page")
            try FileManager.default.createSymbolicLink(
                atPath: page, withDestinationPath: place.workspace + "/page")
            let answer = place.verify()
            #expect(answer.status == .wrongInput)
            #expect(answer.output.text.contains("it is or goes through a link"))
        }
    }
}

/// SHA-256 by the program that every Debian has.
private enum SHA256Sum {
    static func hex(_ data: Data) -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return "" }
        try? input.fileHandleForWriting.write(contentsOf: data)
        try? input.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(String(decoding: text, as: UTF8.self).prefix(64))
    }
}

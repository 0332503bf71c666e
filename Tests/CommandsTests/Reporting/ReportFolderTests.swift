import Commands
import Files
import Foundation
import Testing
import TestSupport

@Suite struct ReportFolderTests {
    private static let request = Project.workspace("teaching")

    private static func write(_ options: ReportOptions = ReportOptions(), to folder: String)
        -> Answer
    {
        ReportingTests.write(request, options, to: folder)
    }

    @Test func `files that are not made any more go, and nothing else changes`() throws {
        try Project.inTemporaryFolder { folder in
            let report = folder + "/report"
            _ = Self.write(to: report)
            let whole = try ReportingTests.files(report)
            let fewer = Self.write(ReportOptions(bodies: ["rivers"]), to: report)
            #expect(fewer.status == .done, "\(fewer.transcript)")
            let left = try ReportingTests.files(report)
            #expect(left["en/bodies/rivers.html"] != nil)
            #expect(left["en/bodies/lighthouses.html"] == nil)
            #expect(Self.write(to: report).status == .done)
            #expect(try ReportingTests.files(report) == whole)
        }
    }

    @Test func `a folder with other things is left as it is`() throws {
        try Project.inTemporaryFolder { folder in
            try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
            let answer = Self.write(to: folder)
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("holds other things than a report: notes.txt"))
            #expect(try ReportingTests.files(folder).keys.sorted() == ["notes.txt"])
        }
    }

    @Test func `a report with something else in it is left as it is`() throws {
        try Project.inTemporaryFolder { folder in
            let report = folder + "/report"
            _ = Self.write(to: report)
            try "mine".write(toFile: report + "/en/notes.txt", atomically: true, encoding: .utf8)
            let before = try ReportingTests.files(report)
            let answer = Self.write(ReportOptions(bodies: ["rivers"]), to: report)
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("en/notes.txt"))
            #expect(try ReportingTests.files(report) == before)
        }
    }

    @Test func `what was cut off is known as ours and written anew`() throws {
        try Project.inTemporaryFolder { folder in
            let report = folder + "/report"
            _ = Self.write(to: report)
            let whole = try ReportingTests.files(report)
            let names = whole.keys.filter { $0 != "manifest.json" }.sorted()
            let list = names.map { "\"\($0)\"" }.joined(separator: ",")
            try "{\"apparatus-report-unfinished\":1,\"files\":[\(list)]}".write(
                toFile: report + "/manifest.unfinished.json", atomically: true, encoding: .utf8)
            try FileManager.default.removeItem(atPath: report + "/manifest.json")
            try FileManager.default.removeItem(atPath: report + "/en/index.html")

            #expect(Self.write(to: report).status == .done)

            #expect(try ReportingTests.files(report) == whole)
        }
    }

    @Test func `a run into a folder that another writes to is refused`() throws {
        try Project.inTemporaryFolder { folder in
            let report = folder + "/report"
            _ = Self.write(to: report)
            let whole = try ReportingTests.files(report)
            let other = try HeldFile("manifest.unfinished.json", in: Folder(report))

            let answer = Self.write(ReportOptions(bodies: ["rivers"]), to: report)

            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("another run is writing a report to \"\(report)"))
            try other.remove()
            #expect(try ReportingTests.files(report) == whole)
            #expect(Self.write(to: report).status == .done)
            #expect(try ReportingTests.files(report) == whole)
        }
    }

    @Test func `what was cut off at once is written anew`() throws {
        try Project.inTemporaryFolder { folder in
            try "".write(
                toFile: folder + "/manifest.unfinished.json", atomically: true, encoding: .utf8)
            #expect(Self.write(to: folder).status == .done)
            #expect(try ReportingTests.files(folder)["manifest.unfinished.json"] == nil)
        }
    }

    @Test func `the workspace itself is no place for a report`() throws {
        try Project.inCopy(of: Project.path("examples/teaching")) { workspace in
            let before = try ReportingTests.files(workspace)
            let answer = ReportingTests.write(
                Workspace.Request(folder: workspace), to: workspace)
            #expect(answer.status == .wrongCommand)
            #expect(try ReportingTests.files(workspace) == before)
        }
    }

    @Test func `a manifest that claims the evidence as its own does not get it`() throws {
        try Project.inCopy(of: Project.path("examples/teaching")) { workspace in
            let names = try ReportingTests.files(workspace).keys.sorted()
            let list = names.map { "\"\($0)\"" }.joined(separator: ",")
            try "{\"apparatus-report-unfinished\":1,\"files\":[\(list)]}".write(
                toFile: workspace + "/manifest.unfinished.json", atomically: true, encoding: .utf8)
            let before = try ReportingTests.files(workspace)

            let answer = ReportingTests.write(Workspace.Request(folder: workspace), to: workspace)

            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("the results rest on \""))
            #expect(try ReportingTests.files(workspace) == before)
        }
    }

    @Test func `a hard link to the evidence keeps its bytes`() throws {
        try Project.inTemporaryFolder { folder in
            let workspace = folder + "/w"
            let report = folder + "/report"
            try FileManager.default.copyItem(
                atPath: Project.path("examples/teaching"), toPath: workspace)
            let request = Workspace.Request(folder: workspace)
            _ = ReportingTests.write(request, to: report)
            try FileManager.default.removeItem(atPath: report + "/index.html")
            try FileManager.default.linkItem(
                atPath: workspace + "/bodies.csv", toPath: report + "/index.html")
            let before = try ReportingTests.files(workspace)

            let answer = ReportingTests.write(request, to: report)

            #expect(answer.status == .wrongCommand)
            #expect(try ReportingTests.files(workspace) == before)
        }
    }

    @Test func `a file and a folder under a link are refused`() throws {
        try Project.inTemporaryFolder { folder in
            try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
            #expect(Self.write(to: folder + "/file").status == .wrongCommand)
            let report = folder + "/report"
            _ = Self.write(to: report)
            let outside = folder + "/outside"
            try FileManager.default.moveItem(atPath: report + "/en", toPath: outside)
            try FileManager.default.createSymbolicLink(
                atPath: report + "/en", withDestinationPath: outside)
            let before = try ReportingTests.files(outside)

            let answer = Self.write(to: report)

            #expect(answer.status != .done)
            #expect(try ReportingTests.files(outside) == before)
        }
    }
}

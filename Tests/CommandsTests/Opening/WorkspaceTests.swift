import Commands
import Diagnostics
import Domain
import Evidence
import Foundation
import Methodology
import Testing
import TestSupport

struct WorkspaceTests {
    private static let bodies = "id,kind\na,agency\n"
    private static let inputs = "body,period,done\na,2025,50\n"

    private static func descriptor(_ methodology: String) -> String {
        """
        {"apparatus": {"methodology": "\(methodology)", "status": "verified"}, "resources": [
        {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
        {"name": "inputs", "path": "inputs.csv", "apparatus": {"role": "inputs", "shape": "wide"}}]}
        """
    }

    private static func open(
        _ files: [String: String], edition: String? = nil
    ) throws -> Workspace {
        let request = Workspace.Request(folder: "w", edition: edition)
        return try Workspace.open(MemorySource(files), request, Progress(.none))
    }

    private static func rules() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in ["edition.yaml", "sources.yaml"] {
            files[name] = try String(
                contentsOfFile: Project.fixture("failing/\(name)"), encoding: .utf8)
        }
        return files
    }

    @Test func `the edition may lie in a folder of the workspace`() throws {
        var files = [
            "datapackage.json": Self.descriptor("./rules"), "bodies.csv": Self.bodies,
            "inputs.csv": Self.inputs,
        ]
        for (name, text) in try Self.rules() { files["rules/\(name)"] = text }
        #expect(try Self.open(files).plan.identity.name == "failing/2025")
    }

    @Test func `the edition may be a file of the workspace`() throws {
        let rules = try Self.rules()
        // A file that stands alone has no sources beside it.
        var files = [
            "datapackage.json": Self.descriptor("./edition.yaml"), "bodies.csv": Self.bodies,
            "inputs.csv": Self.inputs,
        ]
        files.merge(rules) { $1 }
        #expect(try Self.open(files).evidence.bodies.map(\.id) == ["a"])
    }

    @Test func `an edition that does not come with the program is marked where it is named`() {
        let files = [
            "datapackage.json": Self.descriptor("teaching/1999"), "bodies.csv": Self.bodies,
            "inputs.csv": Self.inputs,
        ]
        let refusal = #expect(throws: Refusal.self) { try Self.open(files) }
        #expect(refusal?.status == .missing)
        let place = refusal?.complaints.first?.log.entries.first?.place
        #expect(place?.description.hasPrefix("datapackage.json:1:") ?? false)
    }

    @Test func `a folder without a descriptor is no workspace`() {
        let refusal = #expect(throws: Refusal.self) { try Self.open([:]) }
        #expect(refusal?.status == .missing)
    }

    @Test func `a faulty table is wrong input`() throws {
        var files = [
            "datapackage.json": Self.descriptor("./rules"), "bodies.csv": Self.bodies,
            "inputs.csv": "body,period,done\na,2025,lots\n",
        ]
        for (name, text) in try Self.rules() { files["rules/\(name)"] = text }
        let refusal = #expect(throws: Refusal.self) { try Self.open(files) }
        #expect(refusal?.status == .wrongInput)
    }

    @Test func `a score that cannot be is marked in the rule, for assess and for check`() throws {
        try Project.inTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/rules", withIntermediateDirectories: true)
            var files = [
                "datapackage.json": Self.descriptor("./rules"), "bodies.csv": Self.bodies,
                "inputs.csv": "body,period,done\na,2025,150\n",
            ]
            for (name, text) in try Self.rules() {
                files["rules/\(name)"] = text.replacingOccurrences(
                    of: "{type: percent, min: 0, max: 100,", with: "{type: number,")
            }
            for (name, text) in files {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let assessed = Assess.answer(
                Assess.Request(Workspace.Request(folder: folder)), .none)
            #expect(assessed.status == .wrongInput)
            #expect(
                assessed.messages.text.contains("\(folder)/rules/edition.yaml:"),
                "\(assessed.transcript)")
            #expect(Check.answer(Check.Request(folder), .none).status == .wrongInput)
        }
    }
}

import Commands
import Evidence
import Foundation
import TestSupport
import Testing

/// The publishers' files, untouched, against the shipped examples that a script made of them.
@Suite struct PublishersFilesTests {
    /// What somebody sees of a workspace: all results as CSV, and the hash of the evidence.
    static func results(_ folder: String) throws -> (csv: String, hash: String) {
        let request = Workspace.Request(folder: folder)
        let workspace = try Workspace.open(request, Progress(.none))
        let answer = Assess.answer(Assess.Request(request, to: .csv), .none)
        #expect(answer.status == .done, "\(answer.transcript)")
        return (answer.output.text, workspace.evidence.hash)
    }

    /// Files of the data sets, by the name under which they lie in the workspace.
    private static let files = [
        "ca-service-maf": [
            "services.csv": "canada-services/input/services.csv",
            "service_standards.csv": "canada-services/input/service_standards.csv",
        ],
        "ca-results": [
            "indicators_targets_actuals.csv":
                "canada-results/input/indicators_targets_actuals.csv",
            "published_status.csv": "canada-results/expected/published_status.csv",
        ],
    ]

    /// Puts the descriptor, the register of bodies and the publisher's files into a folder.
    private func copy(_ example: String, to folder: String) throws {
        let manager = FileManager.default
        try manager.copyItem(
            atPath: Project.fixture("foreign/\(example)/datapackage.json"),
            toPath: folder + "/datapackage.json")
        try manager.copyItem(
            atPath: Project.path("examples/\(example)/bodies.csv"), toPath: folder + "/bodies.csv")
        for (name, source) in Self.files[example] ?? [:] {
            try Data(try Folders.sharedData(source))
                .write(to: URL(filePath: folder).appending(path: name))
        }
    }

    @Test(
        .enabled(if: Folders.hasSharedData, Folders.needsSharedData),
        arguments: ["ca-service-maf", "ca-results"])
    func `files as published give the same results and evidence as the shipped example`(
        example: String
    ) throws {
        let shipped = try Self.results(Project.path("examples/\(example)"))

        let published = try Project.inTemporaryFolder { folder in
            try copy(example, to: folder)
            return try Self.results(folder)
        }

        #expect(published.csv == shipped.csv)
        #expect(published.hash == shipped.hash)
        #expect(shipped.csv.count > 10_000)
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `what of the publisher's files is not read is told`() throws {
        try Project.inTemporaryFolder { folder in
            try copy("ca-service-maf", to: folder)

            let checked = Check.answer(Check.Request(folder), .none).output.text
            let assessed = Assess.answer(
                Assess.Request(Workspace.Request(folder: folder)), .none
            ).output.text
            let json = Assess.answer(
                Assess.Request(Workspace.Request(folder: folder), to: .json), .none
            ).output.text

            for text in [checked, assessed] {
                #expect(text.contains("Left out of service_standards.csv: 8 columns\n"))
                #expect(text.contains("Left out of services.csv: 20 columns\n"))
            }
            #expect(json.contains("\"left-out\""))
        }
    }
}

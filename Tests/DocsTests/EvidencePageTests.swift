import Diagnostics
import Digest
import Domain
import Foundation
import Methodology
import Scoring
import TestSupport
import Testing

@testable import Evidence

/// Holds the workspace and the lists of `docs/evidence.md` to the program.
@Suite struct EvidencePageTests {
    static let page = Page("evidence.md")

    private func plan() throws -> Plan {
        let edition = try #require(Self.page.files["methodology/edition.yaml"])
        let (plan, log) = EditionReader.read(from: MemorySource(["edition.yaml": edition]))
        #expect(log.entries.map(\.description) == [])
        return try #require(plan)
    }

    private func evidence(_ plan: Plan) throws -> Evidence {
        let source = MemorySource(Self.page.files)
        let (package, words) = DataPackage.read(from: source)
        #expect(words.entries.map(\.description) == [])
        let (evidence, log) = EvidenceReader.read(
            try #require(package), from: source, schema: plan.schema)
        #expect(log.entries.map(\.description) == [])
        return try #require(evidence)
    }

    @Test func `the workspace on the page is read without a word and assessed`() throws {
        let plan = try plan()
        let evidence = try evidence(plan)

        let (assessment, log) = Assessment.make(plan, evidence)

        #expect(log.entries.map(\.description) == [])
        #expect(assessment?.scoredPeriods.count == 1)
        #expect(evidence.bodies.map(\.id) == ["rivers", "bridges", "ferries"])
    }

    @Test func `the canonical form on the page has the hash of the evidence`() throws {
        let form = try #require(Self.page.blocks("text canonical").first?.text)

        #expect(try SHA256.hex(of: Array(form.utf8)) == evidence(plan()).hash)
    }

    @Test func `the description of the canonical form is that of the program`() throws {
        let description = try #require(Self.page.blocks("text").first?.text)
        let source = try String(
            contentsOf: Folders.project.appending(path: "Sources/Evidence/CanonicalForm.swift"),
            encoding: .utf8)

        for line in description.split(separator: "\n") {
            #expect(source.contains("///     \(line)\n"))
        }
    }

    @Test func `every refusal is listed, and none that is not there`() throws {
        let listed = Self.page.codes(under: "code")

        let codes = try codesOfSources(["Evidence", "JSON"])
        #expect(codes.filter { !listed.contains($0) } == [], "these are not on the page")
        #expect(listed.filter { !codes.contains($0) } == [], "these are not in the sources")
        #expect(listed == listed.sorted())
        #expect(Set(listed).count == listed.count)
    }

    @Test(arguments: ["the package", "bodies", "inputs", "records", "other"])
    func `the keys under apparatus are those that are known`(place: String) throws {
        let resource = #""role": "\#(place)", "#
        let descriptor =
            place == "the package"
            ? #"{"apparatus": {"qqqqqqqqqq": 1}}"#
            : #"{"apparatus": {}, "resources": [{"name": "a", "apparatus": {\#(resource)"qqqqqqqqqq": 1}}]}"#
        let log = DataPackage.read(from: MemorySource(["datapackage.json": descriptor])).log

        let refusal = try #require(log.entries.first { $0.code == "package.unknown-key" })
        let roles = Self.page.tables.first { $0.heading.first == "role" }?.rows ?? []
        let told =
            place == "the package"
            ? Self.page.codes(under: "key of the package")
            : roles.filter { $0[0] == place }.flatMap { Page.codes(in: $0[2]) }
        #expect(refusal.help == "Known are \(told.joined(separator: ", "))")
    }

    @Test func `headings of bodies, statuses and limits are those there are`() throws {
        #expect(
            Self.page.codes(under: "heading of bodies") == ["id", "kind"] + BodiesReader.optional)
        #expect(Self.page.codes(under: "status") == EvidenceStatus.allCases.map(\.rawValue))
        let limits = CSVLimits()
        let table = try #require(Self.page.tables.first { $0.heading.first == "limit" })
        #expect(
            table.rows.map { $0[1] }
                == [
                    limits.file, limits.rows, limits.record, limits.field, limits.columns,
                    limits.cells, limits.values,
                ].map(String.init))
    }

    @Test func `statuses that may be official are told`() {
        let table = Self.page.tables.first { $0.heading.first == "status" }

        for (status, row) in zip(EvidenceStatus.allCases, table?.rows ?? []) {
            #expect((row[2] == "yes") == status.isVerified, "\(status)")
        }
    }
}

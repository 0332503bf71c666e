import Arithmetic
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

    private func evidence(_ plan: Plan, decided: Bool = false) throws -> Evidence {
        var files = Self.page.files
        if decided {
            let resource = try #require(Self.page.blocks("json resource").first?.text)
            files["datapackage.json"] = files["datapackage.json"]?.replacing(
                "\"resources\": [", with: "\"resources\": [\(resource),")
        }
        let source = MemorySource(files)
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

    @Test func `the foreign files on the page are the same evidence`() throws {
        let plan = try plan()
        var files: [String: [UInt8]] = [:]
        for (name, text) in Self.page.files where name.hasPrefix("foreign/") {
            files[String(name.dropFirst("foreign/".count))] = Array(text.utf8)
        }
        let staff = try #require(Self.page.files["foreign/staff.csv"])
        files["staff.csv"] = try Array(#require(staff.data(using: .windowsCP1251)))
        let source = MemorySource(bytes: files)
        let (package, words) = DataPackage.read(from: source)
        #expect(words.entries.map(\.description) == [])

        let (evidence, log) = EvidenceReader.read(
            try #require(package), from: source, schema: plan.schema)

        #expect(log.entries.map(\.description) == [])
        #expect(try evidence?.hash == self.evidence(plan).hash)
        #expect(evidence?.leftOut.map(\.file) == ["services.csv", "staff.csv"])
        #expect(evidence?.leftOut.last?.rows == 1)
        #expect(evidence?.leftOut.last?.bodies == ["canals"])
    }

    @Test func `patterns of dates and periods read what the page says`() throws {
        let table = try #require(Self.page.tables.first { $0.heading.first == "pattern" })
        for row in table.rows {
            let cells = row.flatMap { Page.codes(in: $0) }
            let read: String?
            if let pattern = try? WrittenPattern(ofDates: cells[0]) {
                read = CellNotations(dates: pattern).day(cells[1])?.description
            } else {
                let pattern = try WrittenPattern(ofPeriods: cells[0])
                let unit = try #require(PeriodForm.Unit.allCases.first(where: pattern.suits))
                let form = try #require(
                    PeriodForm(unit, beginsInMonth: unit == .fiscalYear ? 4 : 1))
                read = CellNotations(periods: pattern).period(cells[1], form)?.description
            }
            #expect(read == cells[2], "\(cells)")
        }
        #expect(table.rows.count == 9)
    }

    @Test func `the decisions on the page change what its table says`() throws {
        let plan = try plan()
        let table = try #require(
            Self.page.tables.first { $0.heading.contains("without decisions") })
        let sides = try [false, true].map { decided in
            try #require(Assessment.make(plan, evidence(plan, decided: decided)).assessment)
        }

        #expect(table.rows.count == 6)
        for row in table.rows {
            let body = try #require(sides[0].evidence.bodies.firstIndex { $0.id == row[0] })
            let node = try #require(plan.node(row[1]))
            for (side, cell) in zip(sides, row[2...]) {
                let outcome = side.computation(of: node, at: side.unit(body: body, period: 0))
                    .outcome
                let told = outcome.score?.description ?? outcome.state.rawValue
                #expect(cell.hasSuffix(told) || cell.hasPrefix(told), "\(row): \(told)")
            }
        }
        let numbers = Array(sides[1].evidence.decisions.indices)
        #expect(sides[1].idleDecisions(among: numbers).map(\.decision) == [3, 4])
    }

    @Test func `the words and headings of decisions are those there are`() {
        let words = Self.page.codes(under: "decision")
        #expect(words == Decision.Kind.allCases.map(\.rawValue))
        let headings = Self.page.codes(under: "heading of decisions")
        #expect(
            Set(headings)
                == Set(["body"] + DecisionRows.required + DecisionRows.optional))
    }

    @Test func `the reforms on the page are read, and their headings are those there are`() throws {
        let plan = try plan()
        var files = Self.page.files
        let resource = try #require(Self.page.blocks("json reforms").first?.text)
        files["datapackage.json"] = files["datapackage.json"]?.replacing(
            "\"resources\": [", with: "\"resources\": [\(resource),")
        let source = MemorySource(files)
        let package = try #require(DataPackage.read(from: source).package)

        let (evidence, log) = EvidenceReader.read(package, from: source, schema: plan.schema)

        #expect(log.entries.map(\.description) == [])
        #expect(evidence?.reforms.map(\.id) == ["answers", "online"])
        #expect(evidence?.reforms.first?.criteria == ["fast", "stayed"])
        #expect(
            Self.page.codes(under: "heading of reforms").prefix(6)
                == (ReformRows.required + ReformRows.optional)[...])
    }

    @Test func `measures and plan on the page are read, and their headings are those there are`()
        throws
    {
        let plan = try plan()
        var files = Self.page.files
        let resources = try ["json measures", "json plan"].map {
            try #require(Self.page.blocks($0).first?.text)
        }
        files["datapackage.json"] = files["datapackage.json"]?.replacing(
            "\"resources\": [", with: "\"resources\": [\(resources.joined(separator: ",")),")
        let source = MemorySource(files)
        let package = try #require(DataPackage.read(from: source).package)

        let (evidence, log) = EvidenceReader.read(package, from: source, schema: plan.schema)

        #expect(log.entries.map(\.description) == [])
        #expect(evidence?.measures.map(\.id) == ["hotline", "mentors", "portal"])
        #expect(evidence?.plannedMeasures.map(\.measure) == ["mentors", "portal"])
        #expect(
            Self.page.codes(under: "heading of measures").prefix(11)
                == (MeasureRows.required + MeasureRows.optional)[...])
        #expect(Self.page.codes(under: "heading of a plan") == PlanColumns.read)
        let text = try String(
            contentsOf: Folders.project.appending(path: "docs/evidence.md"), encoding: .utf8)
        let told = PlanColumns.told.map { "`\($0)`" }.joined(separator: ", ")
        #expect(text.replacing("\n", with: " ").contains("These are not read: \(told), and"))
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

    @Test(
        arguments: [
            "the package", "bodies", "inputs", "records", "fields", "decisions", "reforms",
            "measures", "plan", "other",
        ])
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

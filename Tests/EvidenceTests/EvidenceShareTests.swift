import Diagnostics
import Domain
import Evidence
import Testing

/// One of several editions reads its share of a workspace.
@Suite struct EvidenceShareTests {
    private static let form = Example.schema.periodForm

    private static func subject(_ kind: String, _ period: String) throws -> EvidenceShare.Subject {
        EvidenceShare.Subject(kind: kind, period: try #require(form.period(period)))
    }

    private static func read(
        _ files: [String: String], _ share: EvidenceShare
    ) throws -> (evidence: Evidence?, faults: [String]) {
        let source = MemorySource(files)
        let package = try #require(DataPackage.read(from: source).package)
        let (evidence, log) = EvidenceReader.read(
            package, from: source, schema: Example.schema, share: share)
        return (evidence, log.entries.map(\.description))
    }

    @Test func `what another edition judges is taken as far as it can be, and not told`() throws {
        let files = Example.changing([
            "inputs.csv": """
            body,fiscal_yr,staff,budget,answered,opinion,other
            health,2022-23,120,many,0.25,clean,1
            health,2023-24,few,5,2,new word,

            """
        ])
        let other = EvidenceSchema(
            periodForm: Self.form, periodColumn: "fiscal_yr",
            inputs: [Field(id: "other", type: .count)], tables: [])

        let agencies = try Self.subject("agency", "2022-23")
        let (evidence, faults) = try Self.read(
            files, EvidenceShare(others: [other], kinds: nil, judged: [agencies]))

        #expect(faults == [])
        let read = try #require(evidence)
        #expect(read.inputs[0].column.presence.map(\.rawValue) == [0, 1, 1, 1, 1, 1])
        #expect(read.periods.map(\.description) == ["2022-23", "2023-24"])

        let own = try Self.read(
            files,
            EvidenceShare(
                others: [other], kinds: nil, judged: [try Self.subject("ministry", "2022-23")]))
        #expect(own.evidence == nil)
        #expect(own.faults.count == 1, "\(own.faults)")
        #expect(own.faults.first?.hasPrefix("inputs.csv: row 2, column budget") ?? false)
    }

    @Test func `bodies of other kinds are left out with their rows`() throws {
        let judged: Set = [
            try Self.subject("ministry", "2022-23"), try Self.subject("ministry", "2023-24"),
        ]
        let (evidence, faults) = try Self.read(
            Example.files, EvidenceShare(others: [], kinds: ["ministry"], judged: judged))

        #expect(faults == [])
        let read = try #require(evidence)
        #expect(read.bodies.map(\.id) == ["health", "roads"])
        #expect(read.tables.map(\.count) == [3, 3])
    }

    @Test func `the subjects are the kinds and periods that anything was handed in for`() throws {
        let source = MemorySource(Example.files)
        let package = try #require(DataPackage.read(from: source).package)
        let found = EvidenceReader.subjects(package, from: source, schema: Example.schema)

        #expect(found.kinds == ["ministry", "agency"])
        #expect(
            found.subjects == [
                try Self.subject("ministry", "2022-23"), try Self.subject("ministry", "2023-24"),
                try Self.subject("agency", "2022-23"),
            ])
    }
}

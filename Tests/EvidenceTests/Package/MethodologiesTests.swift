import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// A workspace may name several methodologies.
@Suite struct MethodologiesTests {
    private static func read(_ methodology: String) -> (package: DataPackage?, log: DiagnosticLog) {
        DataPackage.read(
            from: MemorySource(
                Example.changing([
                    "datapackage.json": Example.descriptor.replacing(
                        #""methodology": "./methodology""#, with: "\"methodology\": \(methodology)")
                ])))
    }

    @Test func `the first of a list is the workspace's own`() throws {
        let package = try #require(Self.read(#"["a/1", "./m", "b"]"#).package)

        #expect(package.methodology == .shipped(methodology: "a", edition: "1"))
        #expect(
            package.methodologies.map(\.methodology) == [
                .shipped(methodology: "a", edition: "1"), .inWorkspace("m"),
                .shipped(methodology: "b", edition: nil),
            ])
        #expect(package.methodologies.allSatisfy { $0.place.line == 7 })
    }

    @Test func `a single text is a list of one`() throws {
        let package = try #require(Self.read(#""a/1""#).package)

        #expect(package.methodologies.count == 1)
        #expect(package.methodology == .shipped(methodology: "a", edition: "1"))
    }

    @Test(arguments: [
        ("[]", "the list of methodologies is empty"), (#"["a", "a"]"#, "\"a\" is named twice"),
        (#"["a", 1]"#, "\"methodology\" is a number"), (#"["a b"]"#, "\"a b\" names no edition"),
        ("{}", "\"methodology\" is an object"),
        (
            "[\((0...20).map { "\"m\($0)\"" }.joined(separator: ","))]",
            "\"methodology\" has 21 entries; 20 are allowed"
        ),
    ])
    func `what is no list of methodologies is refused`(text: String, told: String) {
        let read = Self.read(text)

        #expect(read.package == nil)
        #expect(read.log.entries.map(\.what) == [told])
    }

    @Test func `bodies that only another methodology applies to are left out with their rows`()
        throws
    {
        let package = try #require(Self.read(#"["a", "b"]"#).package)
        let share = EvidenceShare(
            others: [], kinds: nil, judged: nil, leaving: ["agency"], leavesDecisions: true)

        let read = EvidenceReader.read(
            package, from: MemorySource(Example.files), schema: Example.schema, share: share)

        #expect(read.log.entries.map(\.description) == [])
        #expect(read.evidence?.bodies.map(\.id) == ["health", "roads"])
        #expect(read.evidence?.tables.first?.count == 3)
    }
}

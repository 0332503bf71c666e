import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// Sizes beyond which nothing is read, beside those of `DamageTests`.
@Suite struct SizesTests {
    private func log(
        _ files: [String: String], _ change: (inout CSVLimits) -> Void = { _ in }
    ) throws -> DiagnosticLog {
        let source = MemorySource(Example.changing(files))
        let read = DataPackage.read(from: source)
        guard let package = read.package else { return read.log }
        var limits = CSVLimits()
        limits.piece = 64
        change(&limits)
        return EvidenceReader.read(
            package, from: source, schema: Example.schema, threads: 2, limits: limits
        ).log
    }

    @Test func `a file of errors alone is not read to its end`() throws {
        let rows = String(repeating: "health,2022-23\n", count: 1000)

        let log = try log(["inputs.csv": "body,fiscal_yr,staff\n" + rows]) { $0.errors = 30 }

        expectGolden(
            lines(log).split(separator: "\n").suffix(2).joined(separator: "\n"),
            "refused-errors.txt")
        #expect(log.counts["csv.ragged"] ?? 0 < 100)
    }

    @Test func `more bodies than a state has are refused before they fill the memory`() throws {
        let log = try log([:]) { $0.bodies = 3 }

        expectGolden(lines(log), "refused-bodies-size.txt")
    }

    @Test func `keys are names and not pages`() throws {
        let head = "body,fiscal_yr,service_id,name,online\n"
        let keys = [String(repeating: "x", count: 201), "\"two\nlines\"", "bell\u{7}"]
        let rows = keys.map { "health,2022-23,\($0),a,Y\n" }.joined()

        let log = try log(["data/services.csv": head + rows])

        expectGolden(
            lines(log).split(separator: "\n").prefix(3).joined(separator: "\n"),
            "refused-keys.txt")
    }

    @Test func `lists of the descriptor without end are refused`() throws {
        let many = (0...10_000).map { "\"x\($0)\"" }.joined(separator: ", ")
        let words = (0...100).map { "\"x\($0)\"" }.joined(separator: ", ")
        let condition = #"{"column": "body", "is": ["x"]}"#
        let conditions = Array(repeating: condition, count: 101).joined(separator: ", ")
        let targets = (0...10_000).map { #""x\#($0)": "body""# }.joined(separator: ", ")
        let mark = String(repeating: "a", count: 101)
        let keys = [
            #""ignore": [\#(many)]"#, #""markers": {"withheld": [\#(words)]}"#,
            #""rows": [\#(conditions)]"#, #""columns": {\#(targets)}"#,
            #""columns": {"body": {"from": "body", "values": {\#(targets)}}}"#,
            #""columns": {"body": {"from": "body", "split": {"at": "\#(mark)", "part": 1}}}"#,
        ]
        let told = try keys.map { key in
            let descriptor = Example.descriptor.replacing(
                #""shape": "wide""#, with: #""shape": "wide", \#(key)"#)
            return lines(try log(["datapackage.json": descriptor]))
        }
        let resources = Array(repeating: #"{"name": "x"}"#, count: 10_001).joined(separator: ", ")
        let repeated = Example.descriptor.replacing(
            #""resources": ["#, with: #""resources": [\#(resources), "#)

        expectGolden(
            told.joined() + lines(try log(["datapackage.json": repeated])),
            "refused-package-size.txt")
    }
}

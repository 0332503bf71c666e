import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// What must not change a result.
@Suite struct InvarianceTests {
    /// Every figure of an assessment by ids, so that orders do not matter.
    private func figures(_ assessment: Assessment) -> [String: String] {
        var figures: [String: String] = [:]
        for (position, node) in assessment.plan.nodes.enumerated() {
            guard let column = assessment.columns[position] else { continue }
            for unit in 0..<assessment.evidence.unitCount {
                let body = assessment.evidence.bodies[assessment.body(of: unit)].id
                let period = assessment.evidence.periods[assessment.period(of: unit)]
                let bounds = column.bounds(at: unit).map { "\($0.lower)…\($0.upper)" } ?? ""
                let rank = assessment.rank(of: position, at: unit).map { "\($0)" } ?? ""
                figures["\(body) \(period) \(node.id)"] =
                    "\(column.states[unit]) \(column.score(at: unit)?.description ?? "") \(bounds) \(rank)"
            }
        }
        return figures
    }

    @Test(
        arguments: [1, 2, 8],
        [("ca-service-maf", "ca-service-maf-mean/2023-24"), ("incise", "incise/2019")])
    func `results do not depend on the number of threads`(
        threads: Int, shipped: (workspace: String, edition: String)
    ) throws {
        let some = try Examples.assess(shipped.workspace, by: shipped.edition, threads: threads)
        let all = try Examples.assess(shipped.workspace, by: shipped.edition)

        #expect(figures(some) == figures(all))
        #expect(some.evidence.hash == all.evidence.hash)
    }

    /// The rows of a table in another order, under the same heading.
    private func shuffled(_ table: String, _ random: inout SeededGenerator) -> String {
        let lines = table.split(separator: "\n").map(String.init)
        return ([lines[0]] + lines.dropFirst().shuffled(using: &random))
            .joined(separator: "\n") + "\n"
    }

    @Test(arguments: [
        ("teaching", "teaching/2025", ["bodies.csv", "inputs.csv", "requests.csv"]),
        ("incise", "incise/2019", ["bodies.csv", "inputs.csv"]),
    ])
    func `results do not depend on the order of bodies, inputs and records`(
        workspace: String, edition: String, tables: [String]
    ) throws {
        let plan = try Examples.plan(edition)
        let folder = try Examples.folder(workspace)
        var files: [String: String] = [:]
        for name in tables + ["datapackage.json"] {
            files[name] = String(
                decoding: try folder.bytes(of: name, limit: 1 << 20), as: UTF8.self)
        }
        func assess(_ files: [String: String]) throws -> Assessment {
            let source = MemorySource(files)
            let package = try #require(DataPackage.read(from: source).package)
            let evidence = try #require(
                EvidenceReader.read(package, from: source, schema: plan.schema, threads: 1).evidence
            )
            return try #require(Assessment.make(plan, evidence).assessment)
        }
        let first = try assess(files)
        var random = SeededGenerator.fresh(7)

        for _ in 0..<20 {
            var other = files
            for name in tables {
                other[name] = shuffled(try #require(files[name]), &random)
            }
            let made = try assess(other)
            #expect(figures(made) == figures(first), "seed \(random.seed)")
            #expect(made.evidence.hash == first.evidence.hash, "seed \(random.seed)")
        }
    }
}

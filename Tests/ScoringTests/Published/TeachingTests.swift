import Arithmetic
import AssessmentSupport
import Evidence
import Methodology
import Scoring
import Testing

/// Every figure that `docs/teaching-by-hand.md` derives on paper.
@Suite struct TeachingTests {
    private let assessment: Assessment

    init() throws { assessment = try Examples.assess("teaching", by: "teaching/2025") }

    @Test(arguments: ["teaching", "teaching-decided"])
    func `every figure derived on paper comes out, to the digit`(workspace: String) throws {
        let rows = try Examples.expected(workspace)
        let assessment = try Examples.assess(workspace, by: "teaching/2025")

        #expect(rows.count == 36)
        for row in rows {
            let node = try assessment.position(try #require(row["node"]))
            let unit = try assessment.unit(try #require(row["body"]), try #require(row["period"]))
            let column = try #require(assessment.columns[node])
            let bounds = column.bounds(at: unit)
            let found = [
                "state": column.states[unit].rawValue,
                "value": column.value(at: unit)?.description ?? "",
                "score": column.score(at: unit)?.description ?? "",
                "lower": bounds?.lower.description ?? "",
                "upper": bounds?.upper.description ?? "",
                "band": assessment.band(of: node, at: unit)?.id ?? "",
                "rank": assessment.rank(of: node, at: unit).map { "\($0)" } ?? "",
            ]
            for (name, figure) in found {
                #expect(figure == row[name], "\(row) \(name)")
            }
        }
    }

    @Test func `the record whose declared result is wrong is found`() throws {
        let findings = assessment.findings()
        let records = findings.compactMap(\.record).map { assessment.evidence.tables[0].keys[$0] }

        #expect(records == [["L24-4"]])
    }

    @Test func `the results are official for the fictional owner`() throws {
        let unit = try assessment.unit("rivers", "2024")

        #expect(assessment.official(try assessment.position("total"), at: unit).isOfficial)
    }
}

import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// The published scores of the institutions with an even id.
///
/// - Source: Treasury Board of Canada Secretariat, GC Service Inventory, as published by
///   gcperformance/service-data.
@Suite struct CanadaServicesTests {
    private let assessment: Assessment

    init() throws {
        assessment = try Examples.assess("ca-service-maf", by: "ca-service-maf/2023-24")
    }

    private func expectScore(_ published: String, _ node: String, _ body: String, _ period: String)
        throws
    {
        let found = try assessment.result(node, body, period)
        if published.isEmpty {
            #expect(found == "not-applicable", "\(body) \(period) \(node)")
        } else {
            let wanted = try #require(Double(published))
            let score = try #require(Double(found), "\(body) \(period) \(node): \(found)")
            #expect(abs(score - wanted) <= 1e-9, "\(body) \(period) \(node)")
        }
    }

    @Test func `every published score comes out within 1e-9, and blanks where blanks are due`()
        throws
    {
        let rows = try Examples.expected("ca-service-maf")

        #expect(rows.count == 215)
        for row in rows {
            let state = try #require(row["state"])
            try expectScore(
                state == "score" ? try #require(row["value"]) : "", try #require(row["node"]),
                try #require(row["body"]), try #require(row["period"]))
        }
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `every cell of the publisher's own file comes out`() throws {
        let bytes = try Folders.sharedData(
            "canada-services/expected/maf_by_department_even_org_id.csv")
        let rows = Examples.rows(bytes)
        let nodes = ["maf1", "maf2", "maf5", "maf6", "maf8"]

        #expect(rows.count == 43)
        for row in rows {
            let years = try #require(row["fiscal_yr"])
            let period = "\(years.prefix(4))-\(years.suffix(2))"
            for node in nodes {
                try expectScore(
                    try #require(row["\(node)_score"]), node, try #require(row["org_id"]), period)
            }
        }
    }

    @Test func `all 78 institutions are scored for 2023-24`() throws {
        let period = try #require(
            assessment.evidence.periods.firstIndex { $0.description == "2023-24" })
        let scored = try assessment.evidence.bodies.indices.filter { body in
            let unit = assessment.unit(body: body, period: period)
            return assessment.columns[try assessment.position("maf1")]?.states[unit] == .score
        }

        #expect(scored.count == 78)
    }

    @Test func `the year after the edition is not scored`() {
        let periods = assessment.evidence.periods.map(\.description)

        #expect(periods == ["2022-23", "2023-24", "2024-25"])
        #expect(assessment.scoredPeriods.map { periods[$0] } == ["2022-23", "2023-24"])
    }

    @Test func `declared and computed results agree in all records, as the publisher says`() {
        #expect(assessment.findings().isEmpty)
    }

    @Test func `the mean is the mean of the applicable measures, and is assumed`() throws {
        let mean = try Examples.assess("ca-service-maf", by: "ca-service-maf-mean/2023-24")
        let unit = try mean.unit("12", "2023-24")

        // Institution 12: 50, 75, 0, 83.33…, and 0 of 4 services improved.
        let wanted: Double = (125 + 250.0 / 3) / 5
        let found = try #require(Double(try mean.result("mean", "12", "2023-24")))
        #expect(abs(found - wanted) <= 1e-12)
        #expect(mean.official(0, at: unit).objections.contains(.assumedNode(0)))
    }
}

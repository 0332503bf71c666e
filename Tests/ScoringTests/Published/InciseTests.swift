import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// The index of 38 civil services as it was published.
///
/// - Source: InCiSE Partners, International Civil Service Effectiveness Index 2019.
@Suite struct InciseTests {
    private let assessment: Assessment

    init() throws { assessment = try Examples.assess("incise", by: "incise/2019") }

    @Test func `every published index comes out within 1e-9, and every rank`() throws {
        let rows = try Examples.expected("incise")
        let node = try assessment.position("index")

        #expect(rows.count == 38)
        for row in rows {
            let body = try #require(row["body"])
            let unit = try assessment.unit(body, "2019")
            let wanted = try #require(row["score"].flatMap { Double($0) })
            let score = try #require(assessment.columns[node]?.score(at: unit))
            #expect(abs(Double(score) - wanted) <= 1e-9, "\(body)")
            #expect(assessment.rank(of: node, at: unit).map(String.init) == row["rank"], "\(body)")
        }
    }

    @Test func `the countries stand in the published order`() throws {
        let node = try assessment.position("index")
        let ranked = try assessment.evidence.bodies.map { body in
            let rank = assessment.rank(of: node, at: try assessment.unit(body.id, "2019"))
            return (rank: try #require(rank), name: body.title.text(in: "en") ?? "")
        }
        let names = ranked.sorted { $0.rank < $1.rank }.map(\.name)

        #expect(
            names.prefix(6)
                == ["United Kingdom", "New Zealand", "Canada", "Finland", "Australia", "Denmark"])
        #expect(names.last == "Hungary")
    }

    /// Printed in table 2.7.A of the report, in percent with one digit.
    @Test(arguments: [
        ("capabilities", 6.6), ("crisis_management", 8.2), ("digital_services", 7.4),
        ("financial_management", 8.8), ("hr_management", 8.2), ("inclusiveness", 8.3),
        ("integrity", 7.8), ("openness", 9.0), ("policy_making", 9.8), ("procurement", 7.7),
        ("regulation", 9.4), ("tax_administration", 8.8),
    ])
    func `the weights are those of the report, for every country`(
        indicator: String, percent: Double
    ) throws {
        let position = try assessment.position(indicator)
        for body in ["GBR", "HRV"] {
            let computation = assessment.computation(
                of: try assessment.position("index"), at: try assessment.unit(body, "2019"))
            let aggregate = try #require(computation.aggregate)
            let child = try #require(aggregate.children.first { $0.node == position })
            let share = Double(child.nominal) / Double(aggregate.nominalTotal)
            #expect((share * 1000).rounded() / 10 == percent)
        }
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the tables are those of the publisher`() throws {
        let published = Examples.rows(
            try Folders.sharedData("incise2019/expected/incise2019_results.csv"))
        let expected = try Examples.expected("incise")

        #expect(published.count == 38)
        for (rank, row) in published.enumerated() {
            let own = try #require(
                expected.first { own in row.values.contains(own["body"] ?? "-") })
            #expect(own["score"] == row["incise_index"])
            #expect(own["rank"] == String(rank + 1))
        }
    }

    @Test func `an index has no bounds, because it rests on all countries`() throws {
        let node = try assessment.position("index")
        #expect(assessment.columns[node]?.bounds(at: 0) == nil)
    }
}

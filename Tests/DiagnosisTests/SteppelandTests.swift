import Arithmetic
import AssessmentSupport
import Diagnosis
import Domain
import Evidence
import Methodology
import Scoring
import Testing

/// The fictional country of `examples/state`.
///
/// What is expected was computed by the script that made the country up, with fractions and from the
/// design of the instrument (tools/convert/steppeland).
@Suite struct SteppelandTests {
    private let assessment: Assessment

    init() throws {
        assessment = try Examples.assess("state", by: "oecd-stages/2026")
    }

    private func table(_ name: String) throws -> [[String: String]] {
        Examples.rows(try Examples.folder("state").bytes(of: name, limit: 1 << 20))
    }

    private func diagnosis(_ year: String) throws -> Diagnosis {
        let periods = assessment.evidence.periods
        let period = try #require(periods.firstIndex { $0.description == year })
        return try #require(Diagnosis(assessment, period: period))
    }

    @Test func `every cell and criterion has the expected state, value and score`() throws {
        let rows = try table("expected.csv")

        #expect(rows.count == 24 * 77 + 69 * 25)
        for row in rows {
            let node = try assessment.position(try #require(row["node"]))
            let unit = try assessment.unit(
                try #require(row["body"]), try #require(row["period"]))
            let column = try #require(assessment.columns[node])
            #expect(column.states[unit].rawValue == row["state"], "\(row)")
            #expect(column.score(at: unit)?.description ?? "" == row["score"], "\(row)")
        }
    }

    @Test(arguments: ["2023", "2024", "2025"])
    func `every verdict is the expected one, of bodies and of the apparatus`(year: String) throws {
        let rows = try table("expected-verdicts.csv").filter { $0["period"] == year }
        let expected = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["body"] ?? "", $0["verdict"] ?? "") })
        let diagnosis = try diagnosis(year)
        let bodies = assessment.evidence.bodies

        #expect(diagnosis.bodies.count == rows.count - 1)
        for body in diagnosis.bodies {
            #expect(
                body.verdict.text(diagnosis.rule, in: "en") == expected[bodies[body.body].id],
                "\(bodies[body.body].id)")
        }
        let apparatus = try #require(diagnosis.apparatus)
        #expect(apparatus.verdict.text(diagnosis.rule, in: "en") == expected["apparatus"])
    }

    @Test func `three decisive criteria hold the apparatus back, and they come first`() throws {
        let next = try #require(try diagnosis("2025").apparatus?.next)
        let blocking = next.blocking.prefix(3).map { assessment.plan.nodes[$0].id }

        #expect(Set(blocking) == ["B1-S1", "B2-S1", "B4-S2"])
    }

    @Test(arguments: ["kz-954/2020", "kz-954/2025"])
    func `the annual assessment comes out as expected, with its bands`(edition: String) throws {
        let annual = try Examples.assess("state", by: edition)
        let years = Set(annual.scoredPeriods.map { annual.evidence.periods[$0].description })
        let rows = try table("expected-kz-954.csv").filter { years.contains($0["period"] ?? "") }

        #expect(rows.count == (edition == "kz-954/2025" ? 4 * 24 : 4 * 50))
        for row in rows {
            let node = try annual.position(try #require(row["node"]))
            let unit = try annual.unit(try #require(row["body"]), try #require(row["period"]))
            let column = try #require(annual.columns[node])
            #expect(column.states[unit].rawValue == row["state"], "\(row)")
            #expect(column.score(at: unit)?.description ?? "" == row["score"], "\(row)")
            #expect(annual.band(of: node, at: unit)?.id ?? "" == row["band"], "\(row)")
        }
    }
}

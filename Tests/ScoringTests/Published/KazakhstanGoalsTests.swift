import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import Testing

/// The published counts of the goals block of Kazakhstan's central state bodies for 2022, pooled,
/// and the percentages of 2021.
///
/// - Source: el.kz, 5 September 2023; expert-kz.com, rating of ministries.
@Suite struct KazakhstanGoalsTests {
    private let assessment: Assessment
    private let body = "central-state-bodies"

    init() throws {
        assessment = try Examples.assess("kz-2022-goals", by: "kz-2022-goals/2022")
    }

    /// The counts of 2022 by part, then by what became of the indicators.
    private func parts() throws -> [String: [String: Int]] {
        let rows = Examples.rows(
            try Examples.folder("kz-2022-goals").bytes(of: "parts.csv", limit: 1 << 16))
        var parts: [String: [String: Int]] = [:]
        for row in rows where row["period"] == "2022" {
            parts[row["part"] ?? ""] = row.compactMapValues { Int($0) }
        }
        return parts
    }

    /// The figure rounded half-up to the digits of its print.
    private func rounded(_ figure: Fixed, as print: String) throws -> Fixed {
        let digits = print.split(separator: ".").dropFirst().first?.count ?? 0
        return try figure.rounded(to: digits, .halfUp)
    }

    @Test func `every published figure comes out, to the digits printed`() throws {
        let rows = try Examples.expected("kz-2022-goals")

        #expect(rows.count == 13)
        for row in rows {
            let node = try assessment.position(try #require(row["node"]))
            let column = try #require(assessment.columns[node])
            let unit = try assessment.unit(body, try #require(row["period"]))
            let bounds = try #require(column.bounds(at: unit))
            let found = [
                "value": try #require(column.score(at: unit)), "lower": bounds.lower,
                "upper": bounds.upper,
            ]
            #expect(column.states[unit].rawValue == row["state"])
            for (name, figure) in found {
                guard let wanted = row[name], !wanted.isEmpty else { continue }
                #expect(
                    try rounded(figure, as: wanted) == Fixed(wanted), "\(row) \(name): \(figure)")
            }
        }
    }

    @Test func `the counts of the two parts add up to those published`() throws {
        let parts = try parts()
        let budget = try #require(parts["budget"])
        let macro = try #require(parts["macro"])
        let all = budget.merging(macro, uniquingKeysWith: +)
        let states = ["achieved", "partly", "failed", "not_counted"]

        #expect(states.map { budget[$0] } == [242, 25, 5, 30])
        #expect(budget["set"] == 302)
        #expect(states.map { macro[$0] } == [60, 10, 0, 58])
        #expect(macro["set"] == 128)
        #expect(states.map { all[$0] } == [302, 35, 5, 88])
        #expect(all["set"] == 430)
        #expect(states.compactMap { all[$0] }.reduce(0, +) == 430)
    }

    @Test(arguments: ["2021", "2022"])
    func `the four percentages sum to 100`(period: String) throws {
        let scores = try ["achieved", "partly", "failed", "not_counted"].map { node in
            try Fixed(try assessment.result(node, body, period))
        }

        let sum = scores.reduce(Int128(0)) { $0 + $1.raw }
        #expect(Fixed(raw: sum) == Fixed(100))
    }

    @Test func `published counts and percentages agree, and nothing else is found`() {
        #expect(assessment.plan.checks.count == 3)
        #expect(assessment.findings().isEmpty)
    }

    @Test func `half credit for partly achieved gives 93.42, between 74.30 and 94.77`() throws {
        let pooled = try assessment.position("pooled")
        let column = try #require(assessment.columns[pooled])
        let unit = try assessment.unit(body, "2022")
        let score = try #require(column.score(at: unit))
        let bounds = try #require(column.bounds(at: unit))

        let counted: Double = 302 + 35.0 / 2
        let wanted = [counted / 342, counted / 430, (counted + 88) / 430].map { $0 * 100 }
        for (figure, wanted) in zip([score, bounds.lower, bounds.upper], wanted) {
            let found = try #require(Double(figure.description))
            #expect(abs(found - wanted) <= 1e-12)
        }
    }

    @Test func `the published mean of the bodies is another figure than the pool's`() throws {
        let pooled = try #require(Double(try assessment.result("pooled", body, "2022")))
        let mean = try #require(Double(try assessment.result("mean_of_bodies", body, "2022")))

        #expect(mean == 93.9)
        #expect(abs(mean - pooled) > 0.4 && abs(mean - pooled) < 0.5)
    }

    @Test func `of 2021 there are the percentages and no counts, so there is no pool`() throws {
        #expect(try assessment.result("achieved", body, "2021") == "70.2")
        #expect(try assessment.result("pooled", body, "2021") == "missing")
        #expect(try assessment.bounds("pooled", body, "2021") == "0 … 100")
        #expect(try assessment.result("goals", body, "2021") == "missing")
    }

    @Test func `no result is official, and those with half credit name what is assumed`() throws {
        for period in ["2021", "2022"] {
            let unit = try assessment.unit(body, period)
            for node in assessment.plan.nodes.indices where assessment.columns[node] != nil {
                #expect(!assessment.official(node, at: unit).isOfficial)
            }
        }
        let pooled = try assessment.position("pooled")
        let credit = try #require(
            assessment.plan.parameters.firstIndex { $0.id == "partly_credit" })
        let official = assessment.official(pooled, at: try assessment.unit(body, "2022"))
        #expect(official.objections.contains(.assumedNode(pooled)))
        #expect(official.objections.contains(.assumedParameter(credit)))
    }
}

import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// The statuses that 83 institutions declared for their indicators of 2016-17, beside what their
/// targets and actuals say.
///
/// - Source: Treasury Board of Canada Secretariat, GC InfoBase (TBS-EACPD/infobase).
@Suite struct CanadaResultsTests {
    private let assessment: Assessment
    private let rows: [[String: String]]
    private let statuses = ["success", "failure", "not_avail", "not_appl"]

    init() throws {
        assessment = try Examples.assess("ca-results", by: "ca-results/2016-17")
        rows = Examples.rows(
            try Examples.folder("ca-results").bytes(of: "indicators.csv", limit: 1 << 20))
    }

    // MARK: - As declared

    /// How many records of a body were read with each status, in the order of `statuses`.
    private func counts(_ body: String) throws -> [Int] {
        let unit = try assessment.unit(body, "2016-17")
        let table = assessment.evidence.tables[0]
        let field = try #require(
            assessment.plan.schema.tables[0].fields.firstIndex { $0.id == "declared" })
        guard case .codes(let codes) = table.columns[field].values else { return [] }
        let own = codes[table.unitOffsets[unit]..<table.unitOffsets[unit + 1]]
        return statuses.indices.map { status in own.count { $0 == Int32(status) } }
    }

    /// Compares the share with its print, and its bounds with the counts.
    ///
    /// The print is a double with 16 or 17 digits, so it may lie 1e-14 off.
    private func expectShare(_ percent: String, _ counts: [Int], _ body: String) throws {
        let wanted = try #require(Double(percent))
        let found = try #require(Double(try assessment.result("achieved", body, "2016-17")))
        #expect(abs(found - wanted) <= 1e-12, "\(body)")
        let node = try assessment.position("achieved")
        let unit = try assessment.unit(body, "2016-17")
        let bounds = try #require(assessment.columns[node]?.bounds(at: unit))
        let all = Double(counts[0] + counts[1] + counts[2])
        let lower = try #require(Double(bounds.lower.description))
        let upper = try #require(Double(bounds.upper.description))
        #expect(abs(lower - Double(counts[0]) / all * 100) <= 1e-12, "\(body)")
        #expect(abs(upper - Double(counts[0] + counts[2]) / all * 100) <= 1e-12, "\(body)")
    }

    @Test func `every published count and share of a department comes out`() throws {
        let expected = try Examples.expected("ca-results")

        #expect(expected.count == 83)
        for row in expected {
            let body = try #require(row["body"])
            let wanted = try statuses.map { try #require(Int(row[$0] ?? "")) }
            #expect(try counts(body) == wanted, "\(body)")
            try expectShare(try #require(row["value"]), wanted, body)
        }
    }

    @Test func `the statuses of all departments together are those published`() throws {
        let bodies = assessment.evidence.bodies
        let totals = try bodies.map { try counts($0.id) }

        #expect(bodies.count == 83)
        #expect(
            statuses.indices.map { status in totals.reduce(0) { $0 + $1[status] } }
                == [1862, 517, 265, 88])
    }

    @Test func `indicators that are not available widen the bounds, and others do not`() throws {
        #expect(try assessment.bounds("achieved", "ACOA", "2016-17") == "65 … 70")
        #expect(try assessment.bounds("achieved", "ATSSC", "2016-17") == "100 … 100")
    }

    // MARK: - As computed

    /// Whether the actual keeps the target: the rule written again, slowly, on the rows.
    ///
    /// - Returns: `nil` where the row is not numeric.
    private func reached(_ row: [String: String]) -> Bool? {
        let bounds = (Double(row["target_min"] ?? ""), Double(row["target_max"] ?? ""))
        guard let actual = Double(row["actual"] ?? ""),
            ["success", "failure"].contains(row["declared"])
        else { return nil }
        switch bounds {
        case (nil, nil): return nil
        case (let floor?, nil): return actual >= floor
        case (nil, let ceiling?): return actual <= ceiling
        case (let floor?, let ceiling?) where floor == ceiling: return actual >= floor
        case (let floor?, let ceiling?): return floor <= actual && actual <= ceiling
        }
    }

    private func agrees(_ row: [String: String]) -> Bool? {
        reached(row).map { $0 == (row["declared"] == "success") }
    }

    @Test func `2,050 of the 2,135 numeric rows agree, and 1,715 of the 1,736 whose day is past`() {
        let numeric = rows.filter { reached($0) != nil }
        let past = numeric.filter { $0["due"] == "past" }

        #expect(rows.count == 2732)
        #expect(numeric.count == 2135)
        #expect(numeric.count { agrees($0) == true } == 2050)
        #expect(past.count == 1736)
        #expect(past.count { agrees($0) == true } == 1715)
    }

    @Test func `the other 85 are the findings, 21 of them of targets whose day is past`() {
        let findings = assessment.findings()
        let table = assessment.evidence.tables[0]
        func keys(_ check: String) -> Set<String> {
            let own = findings.filter { assessment.plan.checks[$0.check].id == check }
            return Set(own.compactMap(\.record).map { table.keys[$0].joined() })
        }
        func wanted(_ due: String) -> Set<String> {
            let own = rows.filter { agrees($0) == false && $0["due"] == due }
            return Set(own.compactMap { $0["indicator_id"] })
        }

        #expect(findings.count == 85)
        #expect(keys("declared-status").count == 21)
        #expect(keys("declared-status") == wanted("past"))
        #expect(keys("declared-status-future").count == 64)
        #expect(keys("declared-status-future") == wanted("future"))
    }

    /// A share of rows in percent, as a score reads; `nil` over no rows.
    private func percent(_ rows: [[String: String]], _ holds: ([String: String]) -> Bool) -> Double?
    {
        rows.isEmpty ? nil : Double(rows.count(where: holds)) / Double(rows.count) * 100
    }

    @Test func `the computed shares beside the declared one are those of the numeric rows`() throws
    {
        for body in assessment.evidence.bodies.map(\.id) {
            let numeric = rows.filter { $0["body"] == body && reached($0) != nil }
            let past = numeric.filter { $0["due"] == "past" }
            let wanted = [
                "computed": percent(numeric) { reached($0) == true },
                "agreement": percent(numeric) { agrees($0) == true },
                "agreement_past": percent(past) { agrees($0) == true },
            ]
            for (node, share) in wanted {
                let found = try assessment.result(node, body, "2016-17")
                guard let share else {
                    #expect(found == "not-applicable", "\(body) \(node)")
                    continue
                }
                let score = try #require(Double(found))
                #expect(abs(score - share) <= 1e-12, "\(body) \(node)")
            }
        }
    }

    @Test func `the rule that computes is assumed, and the declared share is not`() throws {
        let unit = try assessment.unit("ACOA", "2016-17")
        func isAssumed(_ id: String) throws -> Bool {
            let node = try assessment.position(id)
            return assessment.official(node, at: unit).objections.contains(.assumedNode(node))
        }

        #expect(try isAssumed("computed"))
        #expect(try isAssumed("agreement"))
        #expect(try isAssumed("agreement_past"))
        #expect(try !isAssumed("achieved"))
    }

    @Test func `no result of a restated edition is official`() throws {
        let unit = try assessment.unit("ACOA", "2016-17")
        let node = try assessment.position("achieved")

        #expect(!assessment.official(node, at: unit).isOfficial)
    }

    // MARK: - The publisher's own files

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `every cell of the publisher's own counts comes out`() throws {
        let published = Examples.rows(
            try Folders.sharedData("canada-results/expected/status_counts_by_department.csv"))
        let headings = ["success", "failure", "not_available", "not_applicable"]

        #expect(published.count == 83)
        for row in published {
            let body = try #require(row["dept_code"])
            let wanted = try headings.map { try #require(Int(row[$0] ?? "")) }
            #expect(try counts(body) == wanted, "\(body)")
            #expect(Int(row["indicators"] ?? "") == wanted.reduce(0, +), "\(body)")
            let share = try #require(Double(row["share_success_of_assessed"] ?? ""))
            try expectShare("\(share * 100)", wanted, body)
        }
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the example has the publisher's statuses, bounds and actuals`() throws {
        let statuses = Examples.rows(
            try Folders.sharedData("canada-results/expected/published_status.csv"))
        let targets = Examples.rows(
            try Folders.sharedData("canada-results/input/indicators_targets_actuals.csv"))
        let own = Dictionary(grouping: rows) { $0["indicator_id"] ?? "" }

        #expect(statuses.count == 2732)
        for row in statuses {
            let ours = try #require(own[row["indicator_id"] ?? ""]?.first)
            #expect(ours["body"] == row["dept_code"], "\(row)")
            #expect(ours["declared"] == row["status_color"], "\(row)")
            #expect(ours["due"] == row["status_period"], "\(row)")
        }
        #expect(targets.count == 2732)
        for row in targets {
            let ours = try #require(own[row["indicator_id"] ?? ""]?.first)
            let actual = row["actual_result_en"] ?? ""
            for bound in ["target_min", "target_max"] {
                #expect(Double(ours[bound] ?? "") == Double(row[bound] ?? ""), "\(row)")
            }
            #expect(Double(ours["actual"] ?? "") == Double(actual), "\(row)")
            #expect((ours["actual"] == ".") == (actual == "."), "\(row)")
        }
    }
}

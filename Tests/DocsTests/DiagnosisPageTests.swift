import AssessmentSupport
import Domain
import Expressions
import Methodology
import Testing

/// Holds `docs/diagnosis.md` to the shipped instrument.
@Suite struct DiagnosisPageTests {
    private let plan: Plan

    init() throws {
        plan = try Examples.plan("oecd-stages/2026")
    }

    private func rows(_ heading: String) throws -> [[String]] {
        try #require(Page("diagnosis.md").tables.first { $0.heading.first == heading }).rows
    }

    @Test func `criteria are counted by where their thresholds come from`() throws {
        let rows = try rows("origin")

        #expect(rows.map { $0[0] } == Criterion.Origin.allCases.map { "`\($0.rawValue)`" })
        for (row, origin) in zip(rows, Criterion.Origin.allCases) {
            let ids = plan.nodes.filter { $0.criterion?.origin == origin }.map(\.id).sorted()
            #expect(row[2] == "\(ids.count)")
            if row[3] != "the others" { #expect(row[3] == ids.joined(separator: ", ")) }
        }
    }

    @Test func `criteria are counted by dimension and stage`() throws {
        let stages = try #require(plan.stages)
        let counts = stages.dimensions.map { dimension in
            [plan.nodes[dimension.node].id]
                + dimension.cells.map { "\(plan.nodes[$0].children.count)" }
        }

        #expect(try rows("dimension").map { [$0[0]] + $0[2...] } == counts)
    }

    @Test func `criteria are counted by level`() {
        let levels = plan.nodes.compactMap(\.criterion?.level)

        #expect(levels.count == 69)
        #expect(levels.count { $0 == .system } == 3)
        #expect(levels.count { $0 == .both } == 8)
    }

    @Test func `each table lists the criteria that look at it`() throws {
        for row in try rows("table") {
            let table = row[0].trimmingPrefix("`").prefix { $0 != "`" }
            let ids = plan.nodes.filter { node in
                guard case .formula(let formula, _) = node.content else { return false }
                return formula.source.text.contains("\(table).")
                    || formula.source.text.contains("(\(table)")
            }
            #expect(row[2] == ids.map(\.id).joined(separator: ", "))
        }
        #expect(try rows("table").count == plan.schema.tables.count)
    }
}

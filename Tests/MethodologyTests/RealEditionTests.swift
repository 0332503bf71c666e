import Arithmetic
import Diagnostics
import Domain
import Expressions
@testable import Methodology
import Testing

/// The edition of the design, with the source it cites beside it.
@Suite struct RealEditionTests {
    private func read() throws -> Plan {
        let (plan, log) = Editions.read(try Editions.fixture("ca-service-maf"))
        #expect(log.text == "")
        return try #require(plan)
    }

    @Test func `it says which edition it is and when it holds`() throws {
        let identity = try read().identity

        #expect(identity.name == "ca-service-maf/2023-24")
        #expect(identity.title?.text(in: "fr") == "Gestion des services")
        #expect(identity.status == .restated)
        #expect(identity.basis == [cited("service management")])
        #expect(identity.kinds == ["department"])
        #expect(identity.hash.count == 64)
        let form = try read().schema.periodForm
        #expect(form == PeriodForm(.fiscalYear, beginsInMonth: 4, beginsOnDay: 1))
        #expect(identity.holds(for: try #require(form.period("2022-23"))))
        #expect(identity.holds(for: try #require(form.period("2023-24"))))
        #expect(!identity.holds(for: try #require(form.period("2024-25"))))
    }

    @Test func `its tables have repeated, optional and computed fields`() throws {
        let plan = try read()
        let tables = plan.schema.tables

        #expect(plan.schema.periodColumn == "fiscal_yr")
        #expect(plan.schema.inputs.isEmpty)
        #expect(tables.map(\.id) == ["services", "standards"])
        #expect(tables.map(\.key) == [["service_id"], ["service_standard_id"]])
        #expect(tables.map(\.parent) == [nil, 0])
        #expect(
            tables[0].fields.map(\.id) == [
                "os_account_registration", "os_authentication", "os_application", "os_decision",
                "os_issuance", "os_issue_resolution_feedback", "last_improved",
            ])
        #expect(tables[0].fields[0].type == .code(["Y", "N", "NA"]))
        #expect(
            tables[0].fields.map(\.isOptional) == [false, false, false, false, false, false, true])
        #expect(tables[1].fields.map(\.id) == ["target", "performance", "met"])
        #expect(tables[1].fields[1].greatest == Fixed(10))
        #expect(plan.computed.map { $0.map(\.id) } == [["online"], []])
        #expect(plan.computed[0][0].formula.expression.type == .flag)
    }

    @Test func `its five measures stand under a heading`() throws {
        let plan = try read()

        #expect(plan.nodes.map(\.id) == ["maf", "maf1", "maf2", "maf5", "maf6", "maf8"])
        #expect(plan.nodes.map(\.parent) == [nil, 0, 0, 0, 0, 0])
        #expect(plan.nodes[0].children == [1, 2, 3, 4, 5])
        guard case .heading = plan.nodes[0].content else {
            Issue.record("maf is not a heading")
            return
        }
        for node in plan.nodes.dropFirst() {
            guard case .formula(let formula, let empty) = node.content,
                case .asIs(nil, nil) = node.score
            else {
                Issue.record("\(node.id) has no formula as its score")
                continue
            }
            #expect(formula.expression.type == .percent)
            #expect(empty == .notApplicable)
            #expect(node.rounding == nil)
            #expect(node.scale == Node.Scale(least: .zero, greatest: .hundred))
        }
        #expect(plan.nodes[1].texts.basis == [cited("1")])
        #expect(plan.nodes[2].texts.basis == [cited("service management")])
        #expect(plan.nodes[2].texts.rule?.hasPrefix("COUNT(standards WHERE met = \"Y\")") == true)
        #expect(plan.order == [1, 2, 3, 4, 5, 0])
    }

    @Test func `it checks, ranks and bands`() throws {
        let plan = try read()

        #expect(plan.checks.map(\.id) == ["declared-met"])
        #expect(plan.checks[0].table == 1)
        let ranking = try #require(plan.ranking)
        #expect(ranking.nodes == [1, 2, 3, 4, 5])
        #expect(ranking.best == .highest && ranking.ties == .lowest && ranking.within == .all)
        #expect(ranking.figures == nil)
        let bands = try #require(plan.bands)
        #expect(bands.list.map(\.id) == ["low", "medium", "high"])
        #expect(bands.list.map(\.from) == [nil, Fixed(50), Fixed(80)])
        #expect(bands.list.map(\.below) == [Fixed(50), Fixed(80), nil])
        #expect(plan.display == Plan.Rounded(digits: 1, mode: .halfUp))
    }

    private func cited(_ clause: String) -> Plan.Citation {
        Plan.Citation(source: "maf-2023", clause: clause)
    }
}

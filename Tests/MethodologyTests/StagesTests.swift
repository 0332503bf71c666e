import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
@testable import Methodology
import Testing

/// What the plan holds of stages.
@Suite struct StagesTests {
    private let plan: Plan
    private let log: DiagnosticLog

    init() throws {
        let read = Editions.read(Workbench.stagesEdition())
        log = read.log
        plan = try #require(read.plan, "\(read.log.text)")
    }

    @Test func `dimensions and cells stand in the order of the file and of the stages`() throws {
        let stages = try #require(plan.stages)

        #expect(stages.list.map(\.id) == ["professional", "strategic"])
        #expect(stages.dimensions.map { plan.nodes[$0.node].id } == ["A", "B"])
        #expect(
            stages.dimensions.map { $0.cells.map { plan.nodes[$0].id } }
                == [["A-P", "A-S"], ["B-P", "B-S"]])
    }

    @Test func `the rule is in the plan as it is written`() throws {
        let stages = try #require(plan.stages)

        #expect(stages.established.description == "70")
        #expect(stages.emerging.description == "40")
        #expect(stages.coverage.description == "2/3")
        #expect(stages.decisive?.edge.description == "40")
        #expect(stages.decisive?.score.description == "69.9")
        #expect(stages.gate?.kinds == [.practice, .result])
        #expect(stages.gate?.stages == [1])
        #expect(stages.attained.established.description == "0.75")
        #expect(stages.presence[.transition]?.established?.description == "0.5")
        #expect(stages.presence[.elements]?.emerging?.description == "0.5")
        #expect(stages.presence[.isolated]?.mean == nil)
        #expect(stages.presence[.isolated]?.established?.sign == 0)
        #expect(stages.apparatus?.kind == "apparatus")
        #expect(stages.apparatus.map { plan.schema.inputs[$0.weight].id } == "staff")
    }

    @Test func `a criterion knows its place, its marks and its origin`() throws {
        let criterion = try #require(plan.node("A-P3").flatMap { plan.nodes[$0].criterion })

        #expect(criterion.dimension == 0)
        #expect(criterion.stage == 0)
        #expect(!criterion.isDecisive)
        #expect(criterion.level == .body)
        #expect(criterion.proof == [.legislation, .result])
        #expect(criterion.origin == .remembered)
        #expect(criterion.thresholds?.pass.description == "15")
        #expect(plan.nodes.filter { $0.criterion != nil }.count == 7)
    }

    @Test func `what is remembered or proposed is assumed`() {
        let assumed = plan.nodes.filter(\.isAssumed).map(\.id)

        #expect(assumed == ["A-P3", "A-S1"])
    }

    @Test func `a pass mark that is left out lies on the line`() throws {
        let criterion = try #require(plan.node("A-S1").flatMap { plan.nodes[$0].criterion })

        #expect(criterion.thresholds?.pass.description == "35")
    }

    @Test func `only the cell that can fail the kinds of proof is warned of`() {
        #expect(log.entries.map(\.code) == ["stages.proof"])
        #expect(log.entries.first?.node == "B-S")
    }
}

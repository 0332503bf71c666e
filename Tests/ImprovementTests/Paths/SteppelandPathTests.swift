import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Files
import Improvement
import Methodology
import Scoring
import Testing

/// `examples/state` against the ways that its script found by looking at every set of measures.
@Suite struct SteppelandPathTests {
    @Test func `the cheapest ways of bodies are those found by looking at every set`() throws {
        let assessment = try Examples.assess("state", by: "oecd-stages/2026")
        let period = try #require(assessment.scoredPeriods.last)
        let catalogue = Catalogue(assessment, period: period)
        let finder = PathFinder(catalogue)
        let stages = try #require(assessment.plan.stages).list
        let file = try Examples.folder("state").bytes(of: "expected-paths.csv", limit: 1 << 20)
        let rows = Examples.rows(file)

        #expect(rows.count == 8)
        for row in rows {
            let body = try #require(
                assessment.evidence.bodies.firstIndex { $0.id == row["body"] })
            let stage = try #require(stages.firstIndex { $0.id == row["stage"] })
            switch finder.path(.stage(body: body, stage)) {
            case .path(let path):
                let ids = path.chosen.map { catalogue.measures[$0].measure.id }
                #expect(ids.joined(separator: "; ") == row["measures"])
                #expect(path.cost.description == row["cost"])
                #expect(path.proof == .optimal)
            case .impossible: #expect(row["cost"] == "", "\(row["body"] ?? "")")
            case .already: Issue.record("\(row["body"] ?? "") attained its stage")
            }
        }
    }

    @Test func `measures that were taken before cannot be chosen`() throws {
        let assessment = try Examples.assess("state", by: "oecd-stages/2026")
        let period = try #require(assessment.scoredPeriods.last)
        let past = Catalogue(assessment, period: period).leftOut.filter { $0.reason == .past }
        let planned = Set(assessment.evidence.plannedMeasures.map(\.measure))

        #expect(past.count == 8)
        #expect(Set(past.map(\.measure.id)) == planned)
        #expect(assessment.evidence.measures.count == 68)
    }
}

import AssessmentSupport
import Diagnosis
import Scoring
import Testing

/// A survey of 103 organisations that has ten of the 69 criteria.
@Suite struct PeopleSurveyVerdictTests {
    @Test func `every verdict says that none of 24 cells is assessed`() throws {
        let assessment = try Examples.assess("uk-people-survey", by: "oecd-stages/2026")
        let period = try #require(assessment.scoredPeriods.last)
        let diagnosis = try #require(Diagnosis(assessment, period: period))

        #expect(diagnosis.bodies.count == 103)
        for body in diagnosis.bodies {
            #expect(!body.verdict.isRated)
            #expect((body.verdict.assessed, body.verdict.cells) == (0, 24))
        }
        let apparatus = try #require(diagnosis.apparatus)
        #expect(!apparatus.verdict.isRated)
        #expect(apparatus.order.isEmpty)
    }

    @Test func `what is observed of a cell is told with its share, and is no score`() throws {
        let assessment = try Examples.assess("uk-people-survey", by: "oecd-stages/2026")
        let period = try #require(assessment.scoredPeriods.last)
        let diagnosis = try #require(Diagnosis(assessment, period: period))
        let cells = diagnosis.bodies.flatMap { $0.cells.flatMap(\.self) }
        let partial = cells.filter { $0.partial != nil }

        #expect(partial.count == 103 * 8)
        #expect(cells.allSatisfy { $0.score == nil && $0.status == .notAssessed })
    }
}

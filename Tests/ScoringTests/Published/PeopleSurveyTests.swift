import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

/// Ten criteria of the diagnosis for 103 organisations of the United Kingdom.
///
/// - Source: Cabinet Office, Civil Service People Survey 2024. The expected scores are computed by
///   the converter of the workspace, with fractions.
@Suite struct PeopleSurveyTests {
    private let assessment: Assessment

    init() throws {
        assessment = try Examples.assess("uk-people-survey", by: "oecd-stages/2026")
    }

    /// The publisher's measures.
    private static let measures = [
        "if_ts", "B48", "ld_ts", "B20", "B16", "B07", "EES", "B42", "B43", "lc_ts", "B55", "B46",
    ]

    @Test func `every criterion has the score that its thresholds give, digit by digit`() throws {
        let rows = try Examples.expected("uk-people-survey")

        #expect(rows.count == 103 * (10 + 8))
        for row in rows {
            let node = try assessment.position(try #require(row["node"]))
            let unit = try assessment.unit(try #require(row["body"]), "2024")
            let column = try #require(assessment.columns[node])
            #expect(column.states[unit].rawValue == row["state"], "\(row)")
            #expect(column.score(at: unit)?.description ?? "" == row["score"], "\(row)")
        }
    }

    @Test func `no cell is assessed, because none has two thirds of its criteria`() throws {
        let stages = try #require(assessment.plan.stages)
        let cells = stages.dimensions.flatMap(\.cells)

        #expect(cells.count == 24)
        for cell in cells {
            let column = try #require(assessment.columns[cell])
            #expect(assessment.evidence.bodies.indices.allSatisfy { column.score(at: $0) == nil })
        }
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the tables are those of the publisher`() throws {
        let published = Examples.rows(
            try Folders.sharedData("csps2024/input/organisation_scores_2024.csv")
        ).filter { !["MOJ_GROUP", "UKSA_GROUP"].contains($0["org_code"]) }
        let own = Examples.rows(
            try Examples.folder("uk-people-survey").bytes(of: "inputs.csv", limit: 1 << 20))

        #expect(published.count == 103)
        #expect(own.compactMap { $0["body"] } == published.compactMap { $0["org_code"] }.sorted())
        for row in published {
            let mine = try #require(own.first { $0["body"] == row["org_code"] })
            for measure in Self.measures {
                #expect(mine.values.contains(row[measure] ?? "-"), "\(measure) of \(mine)")
            }
        }
    }
}

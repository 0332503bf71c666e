import Arithmetic
import AssessmentSupport
import Methodology
import Testing
import TestSupport

/// Thresholds of the stage instrument that are quantiles of a published survey, computed anew.
///
/// - Source: Civil Service People Survey 2024, scores of 103 organisations without the two totals
///   of groups; linear quantiles, (n − 1) · p from the least.
@Suite(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
struct StageQuantilesTests {
    /// The measures of a criterion, whose quantiles are averaged, and the quantile of its full mark.
    private static let measures: [(criterion: String, columns: [String], full: Double)] = [
        ("B1-P4", ["if_ts"], 0.75), ("B1-S4", ["B48"], 0.75), ("B2-S2", ["ld_ts"], 0.75),
        ("B2-I2", ["B20"], 0.75), ("B3-P3", ["B16"], 0.75), ("B3-S2", ["B07"], 0.75),
        ("B3-S5", ["EES"], 0.75), ("B4-S2", ["B42", "B43"], 0.75), ("B4-S4", ["lc_ts"], 0.75),
        ("B4-I1", ["B55", "B46"], 0.9),
    ]

    private func quantile(_ values: [Double], _ share: Double) -> Double {
        let place = Double(values.count - 1) * share
        let below = Int(place)
        let above = min(below + 1, values.count - 1)
        return values[below] + (place - Double(below)) * (values[above] - values[below])
    }

    @Test func `each is the quantile that its note names, to one digit`() throws {
        let plan = try Examples.plan("oecd-stages/2026")
        let rows = Examples.rows(
            try Folders.sharedData("csps2024/input/organisation_scores_2024.csv")
        ).filter { !["MOJ_GROUP", "UKSA_GROUP"].contains($0["org_code"]) }
        #expect(rows.count == 103)
        let drawn = plan.nodes.filter { $0.criterion?.origin == .quantile }.map(\.id)
        #expect(drawn.sorted() == Self.measures.map(\.criterion).sorted())

        for (id, columns, full) in Self.measures {
            let node = plan.nodes.first { $0.id == id }
            let marks = try #require(node?.criterion?.thresholds)
            for (mark, share) in [(marks.floor, 0.25), (marks.pass, 0.5), (marks.full, full)] {
                let quantiles = columns.map { column in
                    quantile(rows.compactMap { $0[column].flatMap(Double.init) }.sorted(), share)
                }
                let mean = quantiles.reduce(0, +) / Double(quantiles.count)
                // Half of the last digit, and what doubles leave.
                #expect(abs(mean - Double(mark)) <= 0.05 + 1e-9, "\(id) P\(share * 100): \(mean)")
            }
        }
    }
}

import AssessmentSupport
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct FieldTests {
    /// A score as it stands for each body, ranked and placed.
    private static func field(_ ranking: String, _ scores: [String]) throws -> Field {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent, optional: true}, b: {type: percent, optional: true}}
            ranking: {nodes: [total], \(ranking)}
            bands:
              nodes: [total]
              figures: unrounded
              list: [{id: low, below: 40}, {id: middle, from: 40, below: 70}, {id: high, from: 70}]
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
              nodes:
                - {id: na, value: a, score: as-is, weight: 1}
                - {id: nb, value: b, score: as-is, weight: 1}
            """)
        let rows = scores.enumerated().map { "b\($0),2024,\($1),\($1)\n" }.joined()
        let bodies = scores.indices.map { "b\($0),\($0 < 4 ? "ministry" : "agency")\n" }.joined()
        let assessment = try Workbench.assess(
            edition,
            ["bodies": "id,kind\n" + bodies, "inputs": "body,period,a,b\n" + rows])
        let model = try Model(
            assessment,
            Alternatives(nodes: [0], aggregates: [.arithmetic, .geometric], place: Bench.place),
            period: 0)
        return model.fields[0]
    }

    private static let scores = ["80", "40", "39", "80", "10", "", "70", "12.5"]

    @Test(arguments: [
        ("best: highest, ties: lowest, figures: unrounded, within: all", [1, 4, 5, 1, 7, 0, 3, 6]),
        (
            "best: highest, ties: highest, figures: unrounded, within: all",
            [2, 4, 5, 2, 7, 0, 3, 6]
        ),
        ("best: lowest, ties: dense, figures: unrounded, within: all", [6, 4, 3, 6, 1, 0, 5, 2]),
        (
            "best: highest, ties: lowest, figures: unrounded, within: kind",
            [1, 3, 4, 1, 3, 0, 1, 2]
        ),
        (
            "best: highest, ties: lowest, figures: {digits: 0, mode: half-up}, within: all",
            [1, 4, 5, 1, 7, 0, 3, 6]
        ),
    ])
    func `ranks of runs are those of the edition`(ranking: String, expected: [Int32]) throws {
        let field = try Self.field(ranking, Self.scores)
        var ranks = [Int32](repeating: -1, count: 8)
        var order = [Int](repeating: 0, count: 8)

        field.rank([80, 40, 39, 80, 10, .nan, 70, 12.5], into: &ranks, &order)

        #expect(ranks == expected)
        #expect(field.official == expected)
    }

    @Test func `scores within a billionth of the range are tied`() throws {
        let field = try Self.field(
            "best: highest, ties: lowest, figures: unrounded, within: all", Self.scores)
        var ranks = [Int32](repeating: -1, count: 8)
        var order = [Int](repeating: 0, count: 8)

        field.rank([80, 80 + 6e-8, 80 + 2e-7, 20, 10, 99, 70, .nan], into: &ranks, &order)

        // The range is 70; the body without an official rank has none, whatever its score.
        #expect(ranks == [2, 2, 1, 5, 6, 0, 4, 0])
    }

    @Test func `bands of runs are those of the edition, and rounding alone keeps none below`()
        throws
    {
        let field = try Self.field(
            "best: highest, ties: lowest, figures: unrounded, within: all", Self.scores)

        #expect(field.bandCount == 3)
        #expect(field.officialBands == [2, 1, 0, 2, 0, -1, 2, 0])
        #expect(field.band(of: 70.0.nextDown) == 2)
        #expect(field.band(of: 69.99) == 1)
        #expect(field.band(of: .nan) == nil)
    }
}

import AssessmentSupport
import Explanation
import Scoring
import Testing

@Suite struct DisplayTests {
    private func shown(_ scores: [String], more: String) throws -> [String?] {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}}
            display: {digits: 1, mode: half-up}
            scorecard: {id: n, value: x, score: as-is}
            \(more)
            """)
        let bodies = scores.indices.map { "b\($0),ministry\n" }.joined()
        let rows = scores.enumerated().map { "b\($0.offset),2024,\($0.element)\n" }.joined()
        let made = try Workbench.assess(
            edition, ["bodies": "id,kind\n" + bodies, "inputs": "body,period,x\n" + rows])
        let display = Display(made)
        return scores.indices.map { display.score(of: 0, at: $0) }
    }

    private let bands =
        "bands: {nodes: [n], figures: unrounded, list: [{id: high, from: 80}, {id: low, below: 80}]}"
    private let ranking =
        "ranking: {nodes: [n], best: highest, ties: lowest, figures: unrounded, within: all}"

    @Test func `a figure has the edition's digits`() throws {
        #expect(try shown(["63.4146", "50", "79.96"], more: "") == ["63.4", "50.0", "80.0"])
    }

    @Test func `a printed figure does not cross the edge of a band`() throws {
        #expect(
            try shown(["79.96", "79.996", "80.04"], more: bands) == ["79.96", "79.996", "80.0"])
    }

    @Test func `figures that the edition ranks alike may look alike`() throws {
        let rounded = ranking.replacing(
            "figures: unrounded", with: "figures: {mode: half-up, digits: 1}")

        #expect(try shown(["60.01", "60.02", "60.3"], more: rounded) == ["60.0", "60.0", "60.3"])
    }

    @Test func `a printed figure does not look like that of another rank`() throws {
        #expect(
            try shown(["63.41", "63.44", "70", "63.44"], more: ranking)
                == ["63.41", "63.44", "70.0", "63.44"])
        #expect(
            try shown(["63.4449", "63.4451", "1"], more: ranking) == ["63.44", "63.45", "1.0"])
    }
}

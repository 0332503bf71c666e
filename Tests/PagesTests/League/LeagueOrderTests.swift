internal import AssessmentSupport
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct LeagueOrderTests {
    private func order(within: String) throws -> LeagueOrder {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, min: 0, max: 100, optional: true}}
            ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: \(within)}
            scorecard: {id: total, value: x, score: as-is}
            """)
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,agency\nc,ministry\nd,agency\ne,ministry\n",
                "inputs": "body,period,x\na,2024,10\nb,2024,50\nc,2024,90\nd,2024,70\ne,2024,\n",
            ])
        return LeagueOrder(assessment, node: try assessment.position("total"), period: 0)
    }

    @Test func `the first rank stands first and those without a score stand apart`() throws {
        let order = try order(within: "all")

        #expect(order.bodies == [2, 3, 1, 0])
        #expect(order.unscored == [4])
        #expect(order.place(of: 4) == nil)
    }

    @Test func `kinds that are ranked among themselves follow one another`() throws {
        let order = try order(within: "kind")

        #expect(order.bodies == [2, 0, 3, 1])
        #expect(order.populations.map(\.name) == ["ministry", "agency"])
        #expect(order.population(of: 1)?.range.count == 2)
    }

    @Test func `neighbours are those of the same population`() throws {
        let order = try order(within: "kind")

        #expect(order.neighbours(of: 0, 2).above == [2])
        #expect(order.neighbours(of: 0, 2).below == [])
        #expect(order.neighbours(of: 4, 2).above == [])
    }
}

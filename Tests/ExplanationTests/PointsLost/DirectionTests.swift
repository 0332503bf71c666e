internal import AssessmentSupport
internal import Explanation
internal import Scoring
internal import Testing

@Suite struct DirectionTests {
    private func direction(_ edition: String, of node: String) throws -> Direction? {
        let assessment = try Workbench.assess(
            Workbench.edition(edition),
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,x\na,2024,10\n",
            ])
        return assessment.direction(of: try assessment.position(node))
    }

    private static let inputs = "inputs: {x: {type: number, min: 0, max: 100}}\n"

    @Test func `a value that stands for itself has no better end`() throws {
        let edition = Self.inputs + "scorecard: {id: one, value: x, score: as-is}"

        #expect(try direction(edition, of: "one") == nil)
    }

    @Test(arguments: [("highest", Direction.more), ("lowest", .less)])
    func `a ranking says which end is the better`(best: String, direction: Direction) throws {
        let edition =
            Self.inputs
            + "ranking: {nodes: [one], best: \(best), ties: lowest, figures: unrounded, within: all}\n"
            + "scorecard: {id: one, value: x, score: as-is}"

        #expect(try self.direction(edition, of: "one") == direction)
    }

    @Test func `a score rule and a total say that more is better`() throws {
        let edition =
            Self.inputs + """
                scorecard:
                  id: total
                  aggregate: {min: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                    - {id: one, value: x, score: as-is}
                """

        #expect(try direction(edition, of: "one") == .more)
        #expect(try direction(edition, of: "total") == .more)
    }
}

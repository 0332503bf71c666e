internal import Arithmetic
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
        return LeagueOrder(
            assessment, node: try assessment.position("total"), period: 0,
            alphabet: assessment.alphabet("en"))
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

    @Test func `equals follow the alphabet of their names`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, min: 0, max: 100, optional: true}}
            ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
            scorecard: {id: total, value: x, score: as-is}
            """)
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind,title\na,ministry,Works\nb,ministry,Élan\nc,ministry,Forests\n",
                "inputs": "body,period,x\na,2024,10\nb,2024,10\nc,2024,10\n",
            ])
        let order = LeagueOrder(
            assessment, node: try assessment.position("total"), period: 0,
            alphabet: assessment.alphabet("en"))

        #expect(order.bodies == [1, 2, 0])
    }

    @Test func `neighbours are those of the same population`() throws {
        let order = try order(within: "kind")

        #expect(order.neighbours(of: 0, 2).above == [2])
        #expect(order.neighbours(of: 0, 2).below == [])
        #expect(order.neighbours(of: 4, 2).above == [])
    }

    @Test func `those who share a rank are no neighbours`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, min: 0, max: 100}}
            ranking: {nodes: [total], best: highest, ties: lowest, figures: unrounded, within: all}
            scorecard: {id: total, value: x, score: as-is}
            """)
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\n",
                "inputs": "body,period,x\na,2024,50\nb,2024,50\nc,2024,90\nd,2024,10\n",
            ])
        let order = LeagueOrder(
            assessment, node: try assessment.position("total"), period: 0)

        for body in [0, 1] {
            #expect(order.neighbours(of: body, 1).above == [2])
            #expect(order.neighbours(of: body, 1).below == [3])
        }
        #expect(order.neighbours(of: 2, 1).below == [0])
    }

    @Test func `the median of peers leaves out the body itself`() throws {
        let assessment = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, min: 0, max: 100, optional: true}}
                scorecard: {id: total, value: x, score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\ne,agency\n",
                "inputs": "body,period,x\na,2024,10\nb,2024,20\nc,2024,20\nd,2024,\ne,2024,5\n",
            ])
        let total = try assessment.position("total")
        let medians = Medians(assessment, of: [total], period: 0)
        func peers(_ body: Int) -> String? {
            let own = assessment.columns[total]?.score(
                at: assessment.unit(body: body, period: 0))
            return medians.peers(total, of: body, own: own, isGraded: false)?.description
        }

        #expect(peers(0) == "20")
        #expect(peers(1) == "15")
        #expect(peers(3) == "20")
        #expect(peers(4) == nil)
        #expect(medians.group(of: 0).count == 3)
        #expect(medians.group(of: 4).count == 0)
    }
}

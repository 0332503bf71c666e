internal import Arithmetic
internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Diagnosis

@Suite struct BodyObstaclesTests {
    private func next(_ scores: [[Int?]]) throws -> (NextStage?, Assessment) {
        let assessment = try Instrument.assess([Instrument.Row(body: "a", scores: scores)])
        return (try #require(Diagnosis(assessment, period: 0)).bodies[0].next, assessment)
    }

    private func names(_ nodes: [Int]?, _ assessment: Assessment) -> [String]? {
        nodes.map { $0.map { assessment.plan.nodes[$0].id } }
    }

    @Test func `obstacles stand in the order least, established, mean`() throws {
        // T6 of the instrument.
        let (next, assessment) = try next([
            [58, 35, 62, 50, 41, 55, 48, 52], [35, 28, 44, 30, 25, 38, 30, 33],
            [42, 20, 71, 25, 18, 30, 22, 45],
        ])
        let found = try #require(next)

        #expect(found.stage == 0)
        // (58 + 35 + 62 + 50 + 41 + 55 + 48 + 52) / 8 = 401 / 8, and 70 − 401 / 8 = 159 / 8.
        #expect(
            found.obstacles == [
                .low([try assessment.position("A2-P")]), .established(lacking: 6),
                .mean(lacking: Fraction(numerator: 159, denominator: 8)),
            ])
        // All of them at 70 have the mean of 70, and none can be left out.
        #expect(found.lift?.count == 8)
        #expect(
            names(found.lift, assessment)?.prefix(3) == ["A2-P0", "B1-P0", "B3-P0"])
        #expect(found.blocking == found.lift)
    }

    @Test func `the next stage of T1 needs all cells that are not established`() throws {
        // Means 66, 48, 71, 52, 58, 61, 55, 45: five more must be established, and the sum lacks
        // 560 − 456 = 104 points; lifting all but 66 brings 22 + 18 + 12 + 9 + 15 + 25 = 101.
        let (next, assessment) = try next(Instrument.t1)
        let found = try #require(next)

        #expect(found.stage == 1)
        #expect(
            found.obstacles == [
                .established(lacking: 5), .mean(lacking: Fraction(numerator: 13, denominator: 1)),
            ])
        #expect(
            names(found.lift, assessment)
                == ["B4-S0", "A2-S0", "A4-S0", "B3-S0", "B1-S0", "B2-S0", "A1-S0"])
    }

    @Test func `where cells are high enough few lifts do`() throws {
        let high = [90, 90, 90, 90, 90, 60, 65, 68]
        let (next, assessment) = try next([high, Instrument.t1[1], Instrument.t1[2]])
        let found = try #require(next)

        #expect(found.obstacles == [.established(lacking: 1)])
        #expect(names(found.lift, assessment) == ["B2-P0"])
        #expect(names(found.blocking, assessment) == ["B2-P0", "B3-P0", "B4-P0"])
    }

    @Test func `a body with all stages has no next one`() throws {
        let all = Array(repeating: 90, count: 8)
        #expect(try next([all, all, all]).0 == nil)
    }

    /// Inputs of the small edition with what earns the pass mark, by criterion.
    private static let passes = [
        "A-P1": ("a1", "70"), "A-P2": ("a2", "76"), "A-P3": ("a3", "15"), "A-S1": ("a4", "35"),
        "B-P1": ("b1", "70"), "B-S2": ("b3", "70"),
    ]

    private func assess(_ inputs: [String: String]) throws -> Assessment {
        let names = inputs.keys.sorted()
        let values = names.map { inputs[$0, default: ""] }.joined(separator: ",")
        return try Workbench.assess(
            Workbench.stagesEdition(),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,\(names.joined(separator: ","))\na,2024,\(values)\n",
            ])
    }

    @Test func `with exactly those figures at their pass marks the stage is attained`() throws {
        var random = SeededGenerator.fresh(11)
        var lifted = 0
        for _ in 0..<40 {
            var inputs = ["a1", "a2", "a3", "a4", "b1", "b3"].reduce(into: [:]) {
                $0[$1] = "\(Int.random(in: 20...90, using: &random))"
            }
            inputs["a3"] = "\(Int.random(in: 9...17, using: &random))"
            let assessment = try assess(inputs)
            let body = try #require(Diagnosis(assessment, period: 0)).bodies[0]
            guard let next = body.next, let lift = next.lift else { continue }
            for node in lift {
                let (input, pass) = try #require(Self.passes[assessment.plan.nodes[node].id])
                inputs[input] = pass
            }
            let after = try #require(Diagnosis(try assess(inputs), period: 0)).bodies[0]

            #expect(after.verdict.attained > next.stage, "seed \(random.seed), \(inputs)")
            lifted += lift.count
        }
        #expect(lifted > 40)
    }
}

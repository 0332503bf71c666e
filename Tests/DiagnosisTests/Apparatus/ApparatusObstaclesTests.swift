internal import Arithmetic
internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Diagnosis

@Suite struct ApparatusObstaclesTests {
    private func next(_ rows: [Instrument.Row]) throws -> (NextStage, Assessment) {
        let assessment = try Instrument.assess(rows)
        let apparatus = try #require(Diagnosis(assessment, period: 0)).apparatus
        return (try #require(apparatus?.next), assessment)
    }

    private func names(_ nodes: [Int]?, _ assessment: Assessment) -> [String]? {
        nodes.map { $0.map { assessment.plan.nodes[$0].id } }
    }

    @Test func `where bodies carry enough, the system's criteria are lifted`() throws {
        // Average (35 + 60 + 91) / 3 = 62; at 70 and 91 with the 60 it is 221 / 3 = 73.67.
        let (next, assessment) = try next(Instrument.t9(system: [35, 60, 91, 50, 50]))

        #expect(
            next.obstacles == [
                .decisive([try assessment.position("B1-P1")]),
                .systemMean(lacking: Fraction(numerator: 8, denominator: 1)),
            ])
        #expect(names(next.lift, assessment) == ["B1-P1"])
        // Then the other one of the system; the small body's two cells follow.
        #expect(names(next.blocking, assessment) == ["B1-P1", "B1-P2", "A2-P0", "A1-P0"])
    }

    @Test func `a decisive criterion of the system is lifted although the mean is reached`() throws
    {
        let (next, assessment) = try next(Instrument.t9(system: [39, 95, 95, 50, 50]))

        #expect(next.obstacles == [.decisive([try assessment.position("B1-P1")])])
        #expect(names(next.lift, assessment) == ["B1-P1"])
    }

    @Test func `where bodies carry too little, what they lose by weight comes first`() throws {
        let rows = Instrument.t9(staff: ("70", "30"), system: [65, 90, 91, 50, 50])
        let (next, assessment) = try next(rows)

        #expect(next.obstacles == [.weight(lacking: Fraction(numerator: 1, denominator: 20))])
        #expect(next.lift == nil)
        // 51 points below the pass mark, 28 points, then the system's 5.
        #expect(names(next.blocking, assessment) == ["A2-P0", "A1-P0", "B1-P1"])
    }

    @Test func `what large bodies lack counts more than what small ones do`() throws {
        let high = Array(repeating: 90, count: 8)
        var (large, small) = ([high, high, high], [high, high, high])
        // 10 · 20 is more than 3 · 60.
        (large[0][2], large[0][4], large[0][5]) = (60, 30, 60)
        (small[0][3], small[0][6]) = (10, 39)
        let rows = [
            Instrument.Row(body: "large", staff: "20", scores: large),
            Instrument.Row(body: "small", staff: "3", scores: small),
            Instrument.Row(body: "all", system: [90, 90, 90, 90, 90]),
        ]
        let (next, assessment) = try next(rows)

        // 40 · 20, 10 · 20 twice, 60 · 3, 31 · 3.
        #expect(
            names(next.blocking, assessment)
                == ["B1-P0", "A3-P0", "B2-P0", "A4-P0", "B3-P0"])
    }

    @Test func `without a criterion of the system there is no lift`() throws {
        let (next, _) = try next(Instrument.t9(system: []))

        #expect(next.obstacles == [.systemNotAssessed])
        #expect(next.lift == nil)
    }
}

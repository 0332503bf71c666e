internal import Arithmetic
internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Diagnosis

@Suite struct ReformProgressTests {
    private static let heading =
        "reform,measure,reform-title,measure-title,owner,from,to,criteria\n"

    /// Four bodies and the apparatus over three years; the last body begins in 2025.
    private func progress(_ from: String, _ criteria: String, until period: Int = 2) throws
        -> ReformProgress
    {
        func row(_ body: String, _ year: Int, _ score: Int?, _ staff: String) -> Instrument.Row {
            var scores = Instrument.t1.map { $0.map(Optional.init) }
            scores[0][0] = score
            return Instrument.Row(
                body: body, period: "\(year)", staff: staff, scores: scores)
        }
        let rows = [
            row("a", 2023, 40, "10"), row("a", 2024, 50, "10"), row("a", 2025, 60, "30"),
            row("b", 2023, 70, "10"), row("b", 2024, 70, "10"), row("b", 2025, 70, "10"),
            row("c", 2023, nil, "10"), row("c", 2024, 90, "10"), row("c", 2025, 80, "10"),
            row("d", 2025, 30, "10"),
            Instrument.Row(body: "all", period: "2023", system: [40, 40, 40, 40, 40]),
            Instrument.Row(body: "all", period: "2025", system: [41, 39, 40, 40, nil]),
        ]
        let assessment = try Instrument.assess(
            rows,
            bodies: """
                id,kind,from
                a,ministry,
                b,ministry,
                c,ministry,
                d,ministry,2025-01-01
                all,apparatus,

                """,
            more: [
                "reforms": Self.heading + "law,courts,Law,Courts,,\(from),,\(criteria)\n"
            ])
        return try #require(ReformProgress.all(in: assessment, period: period).first)
    }

    @Test func `what moved is told body by body, and in the mean of those that can be told`() throws
    {
        let found = try progress("2024-01-01", "A1-P0")
        let criterion = try #require(found.criteria.first)

        #expect(found.before == 0 && found.now == 2)
        #expect(
            criterion.bodies.map(\.movement.direction) == [
                .up, .still, .unknown(.noScoreBefore), .unknown(.didNotExist),
            ])
        #expect(criterion.bodies[0].movement.points == Fixed(20))
        #expect(criterion.count(.up) == 1 && criterion.count(.down) == 0)
        #expect(criterion.unknown == 2)
        // (40 · 30 + 70 · 10) / 40 = 47.5, and (60 · 30 + 70 · 10) / 40 = 62.5.
        let mean = try #require(criterion.mean)
        #expect(mean.isWeighted && mean.bodies == 2)
        #expect(mean.movement.before == (try Fixed("47.5")))
        #expect(mean.movement.now == (try Fixed("62.5")))
        #expect(criterion.system == nil)
    }

    @Test func `the last year that ended before it began is what is compared with`() throws {
        let found = try progress("2025-01-01", "A1-P0")

        #expect(found.before == 1)
        #expect(
            found.criteria[0].bodies.map(\.movement.direction) == [
                .up, .still, .down, .unknown(.didNotExist),
            ])
        // A year that has begun has not ended.
        #expect(try progress("2024-12-31", "A1-P0").before == 0)
    }

    @Test func `criteria of the system are told of the apparatus`() throws {
        let found = try progress("2024-06-01", "B1-P1;B1-P2;B1-S1;B1-I1")

        #expect(found.criteria.allSatisfy { $0.bodies.isEmpty && $0.mean == nil })
        #expect(
            found.criteria.map { $0.system?.movement.direction } == [
                .up, .down, .still, .unknown(.noScoreNow),
            ])
    }

    @Test func `what has not begun, or began before all that is scored, cannot be told`() throws {
        let later = try progress("2026-01-01", "A1-P0")
        #expect(later.now == nil)
        #expect(
            later.criteria[0].bodies.allSatisfy {
                $0.movement.direction == .unknown(.notBegun)
            })
        #expect(later.criteria[0].mean == nil)
        let earlier = try progress("2020-01-01", "A1-P0")
        #expect(earlier.before == nil && earlier.now == 2)
        #expect(earlier.criteria[0].bodies[0].movement.direction == .unknown(.noPeriodBefore))
        #expect(earlier.criteria[0].bodies[0].movement.now == Fixed(60))
    }
}

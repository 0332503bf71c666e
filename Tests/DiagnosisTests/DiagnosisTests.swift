internal import AssessmentSupport
internal import Arithmetic
internal import Evidence
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Diagnosis

@Suite struct DiagnosisTests {
    private func diagnosis(_ rows: [Instrument.Row]) throws -> Diagnosis {
        try #require(try Diagnosis(Instrument.assess(rows), period: 0))
    }

    private func text(_ verdict: Verdict?, _ diagnosis: Diagnosis) -> String? {
        verdict.flatMap { $0.text(diagnosis.rule, in: "en") }
    }

    @Test func `a body has the verdict of its cells`() throws {
        let found = try diagnosis([Instrument.Row(body: "a", staff: "5", scores: Instrument.t1)])

        #expect(text(found.bodies[0].verdict, found) == "professional with elements of strategic")
        #expect(found.bodies[0].verdict.assessed == 24)
        #expect(found.bodies[0].weight == Fixed(5))
        let stages = found.bodies[0].stages
        #expect(stages[0].mean == Fraction(numerator: 76, denominator: 1))
        #expect(stages[1].mean == Fraction(numerator: 57, denominator: 1))
        #expect(stages[2].mean == Fraction(numerator: 219, denominator: 8))
        #expect(stages.map(\.established) == [8, 1, 0])
        #expect(stages.map(\.emerging) == [8, 8, 0])
        #expect(stages.map(\.least) == [Fixed(71), Fixed(45), Fixed(20)])
    }

    @Test func `a body without evidence is not rated`() throws {
        let found = try diagnosis([
            Instrument.Row(body: "a", scores: Instrument.t1), Instrument.Row(body: "b"),
        ])
        let second = found.bodies[1]

        #expect(!second.verdict.isRated)
        #expect(text(second.verdict, found) == nil)
        #expect(second.verdict.assessed == 0 && second.verdict.cells == 24)
        #expect(second.next?.obstacles == [.notAssessed(needed: 6)])
        #expect(second.next?.lift == nil)
        #expect(found.apparatus?.order == [0])
    }

    @Test func `the apparatus rests on the staff of bodies that attained and on the system`() throws
    {
        // T9: the system's criteria of the first stage average 72, the decisive one at 35.
        let t9 = try diagnosis(Instrument.t9(system: [35, 90, 91, 50, 50]))
        #expect(
            text(t9.apparatus?.verdict, t9) == "emerging professional with elements of strategic")
        // T11: it is at 45.
        let t11 = try diagnosis(Instrument.t9(system: [45, 90, 81, 50, 50]))
        #expect(text(t11.apparatus?.verdict, t11) == "professional with elements of strategic")
        // T12: the one of the second stage is not observed.
        let t12 = try diagnosis(Instrument.t9(system: [45, 90, 81, nil, 50]))
        #expect(text(t12.apparatus?.verdict, t12) == "professional (strategic: not assessed)")

        let apparatus = try #require(t11.apparatus)
        #expect(apparatus.stages[0].weight == Fraction(numerator: 4, denominator: 5))
        #expect(apparatus.stages[0].attained == 1)
        #expect(apparatus.stages[0].system == Fraction(numerator: 72, denominator: 1))
        #expect(apparatus.stages[0].systemCriteria.all == 3)
        #expect(apparatus.stages[0].systemCriteria.observed == 3)
        #expect(t12.apparatus?.stages[1].systemCriteria.all == 1)
        #expect(t12.apparatus?.stages[1].systemCriteria.observed == 0)
        #expect(t9.apparatus?.stages[0].failed == [try t9.assessment.position("B1-P1")])
        // The weighted means are those of T1.
        for (dimension, cells) in apparatus.cells.enumerated() {
            for (stage, cell) in cells.enumerated() {
                let expected = Int128(Instrument.t1[stage][dimension])
                #expect(cell == Fraction(numerator: expected, denominator: 1))
            }
        }
    }

    @Test func `a body without a weight is told and left out`() throws {
        var rows = Instrument.t9(system: [45, 90, 81, 50, 50])
        rows.insert(Instrument.Row(body: "odd", scores: Instrument.t1), at: 2)
        rows.insert(Instrument.Row(body: "less", staff: "-5", scores: Instrument.t1), at: 3)
        let found = try diagnosis(rows)
        let apparatus = try #require(found.apparatus)

        #expect(apparatus.withoutWeight == [2, 3])
        #expect(apparatus.stages[0].weight == Fraction(numerator: 4, denominator: 5))
        #expect(apparatus.stages[0].attained == 3)

        let none = try diagnosis(Instrument.t9(staff: ("", ""), system: [45, 90, 81, 50, 50]))
        #expect(none.apparatus?.verdict.isRated == false)
        #expect(none.apparatus?.stages[0].weight == nil)
        #expect(none.apparatus?.cells[0][0] == nil)
        #expect(
            none.apparatus?.next?.obstacles.contains(
                .weight(lacking: Fraction(numerator: 3, denominator: 4))) == true)
    }

    @Test func `bodies stand by stages attained and the mean of the next one`() throws {
        var rows = (0..<21).map { body in
            Instrument.Row(
                body: "b\(body)", staff: "1",
                scores: Instrument.t1.map { $0.map { $0 - (body * 8) % 21 } })
        }
        rows.append(Instrument.Row(body: "x"))
        let found = try diagnosis(rows)
        let apparatus = try #require(found.apparatus)
        let slow = found.bodies.indices.filter { $0 < 21 }.sorted { first, second in
            let (one, other) = (found.bodies[first], found.bodies[second])
            let (left, right) = (one.verdict.attained, other.verdict.attained)
            guard left == right else { return left < right }
            return first * 8 % 21 > second * 8 % 21
        }

        #expect(apparatus.order == slow)
        #expect(apparatus.median == slow[10])
        #expect(apparatus.weakest == Array(slow.prefix(2)))
        #expect(apparatus.system == nil)
        #expect(apparatus.next?.obstacles.last == .systemNotAssessed)
    }

    @Test func `the same comes out on any number of threads`() throws {
        let rows = (0..<70).map { body in
            Instrument.Row(
                body: "b\(body)", staff: "\(body)",
                scores: Instrument.t1.map { $0.map { max(0, $0 - body % 40) } })
        }
        let assessment = try Instrument.assess(rows)
        let one = try #require(Diagnosis(assessment, period: 0, threads: 1))
        for threads in [2, 8, nil] {
            let other = try #require(Diagnosis(assessment, period: 0, threads: threads))
            #expect(other.bodies.map(\.verdict) == one.bodies.map(\.verdict))
            #expect(other.bodies.map(\.next) == one.bodies.map(\.next))
            #expect(other.apparatus?.next == one.apparatus?.next)
            #expect(other.apparatus?.order == one.apparatus?.order)
        }
    }

    @Test func `an edition without stages has no diagnosis`() throws {
        let edition = Workbench.edition(
            "inputs: {x: {type: number}}\nscorecard: {id: a, value: x, score: as-is}")
        #expect(Diagnosis(try Workbench.assess(edition, inputs: "x=5"), period: 0) == nil)
    }
}

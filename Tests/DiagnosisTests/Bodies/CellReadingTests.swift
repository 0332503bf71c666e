internal import Arithmetic
internal import AssessmentSupport
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Diagnosis

@Suite struct CellReadingTests {
    private func body(
        _ inputs: [String: String], rule: String = Workbench.stagesRule
    ) throws -> (BodyDiagnosis, Assessment) {
        let names = inputs.keys.sorted()
        let values = names.map { inputs[$0, default: ""] }
        let assessment = try Workbench.assess(
            Workbench.stagesEdition(rule: rule),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,\(names.joined(separator: ","))\n"
                    + "a,2024,\(values.joined(separator: ","))\n",
            ])
        let found = try #require(Diagnosis(assessment, period: 0))
        return (found.bodies[0], assessment)
    }

    @Test func `a cell of too few criteria is partial, with the mean of those there are`() throws {
        let (body, assessment) = try body(["a2": "48", "b1": "80"])
        let cell = body.cells[0][0]

        #expect(cell.node == (try assessment.position("A-P")))
        #expect(cell.status == .notAssessed)
        #expect(cell.score == nil)
        #expect(cell.partial == Fixed(35))
        #expect(cell.coverage == Fraction(numerator: 1, denominator: 3))
        #expect(body.cells[1][0].status == .established)
        #expect(body.cells[1][0].partial == nil)
        #expect(body.cells[0][1].partial == nil)
        #expect(body.cells[0][1].coverage == Fraction(numerator: 0, denominator: 1))
    }

    @Test func `a decisive criterion below the edge is told with its cap`() throws {
        let (body, assessment) = try body(["a1": "39", "a2": "100", "a3": "10"])

        #expect(body.cells[0][0].failed == [try assessment.position("A-P1")])
        #expect(body.cells[0][0].score == (try Fixed("69.9")))
        #expect(body.cells[0][0].status == .emerging)
        let (sound, _) = try self.body(["a1": "40", "a2": "100", "a3": "10"])
        #expect(sound.cells[0][0].failed == [])
        #expect(sound.cells[0][0].status == .established)
    }

    @Test func `a cell that rests on too little proof that counts is gated`() throws {
        // Of B-S a body has the criterion that legislation proves alone.
        let (body, _) = try body(["b3": "90"])

        #expect(body.cells[1][1].isGated)
        #expect(body.cells[1][1].score == (try Fixed("69.9")))
        #expect(body.cells[0][1].isGated == false)
        #expect(body.cells[0][0].isGated == false)
    }

    @Test func `a cell says what it is at its edges`() throws {
        #expect(try body(["b1": "70"]).0.cells[1][0].status == .established)
        #expect(try body(["b1": "69.9"]).0.cells[1][0].status == .emerging)
        #expect(try body(["b1": "40"]).0.cells[1][0].status == .emerging)
        #expect(try body(["b1": "39.9"]).0.cells[1][0].status == .absent)
    }
}

internal import Arithmetic
internal import AssessmentSupport
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Improvement

@Suite struct WhatIfTests {
    @Test func `a measure moves its body alone where bodies are not compared`() throws {
        let catalogue = try Fields.catalogue(.make("m", "up +10"))
        let assessment = catalogue.assessment

        let made = WhatIf.make(assessment, period: 0, catalogue.values([0]))

        let whatIf = try #require(made.whatIf)
        #expect(whatIf.moved.map(\.body) == [0])
        #expect(whatIf.moved.map(\.isChanged) == [true])
        #expect(
            whatIf.moved[0].nodes.map { assessment.plan.nodes[$0].id } == ["top", "Up", "Sum"])
        #expect(try whatIf.after.result("Up") == "60")
        #expect(try whatIf.after.result("Sum") == "35")
        #expect(whatIf.diagnosisBefore == nil)
    }

    @Test func `where bodies are compared others are moved as well`() throws {
        let assessment = try Examples.assess("asem", by: "asem/2018")
        let unit = assessment.unit(body: 3, period: assessment.scoredPeriods[0])
        let input = try #require(
            assessment.evidence.inputs.firstIndex { $0.column.number(at: unit) != nil })
        let now = try #require(assessment.evidence.inputs[input].column.number(at: unit))
        let greatest = assessment.evidence.inputs[input].column.numbers.max() ?? now
        let value = SupposedValue(
            .input(input), at: unit, .number(try greatest.adding(greatest)))

        let made = WhatIf.make(assessment, period: assessment.scoredPeriods[0], [value])

        let whatIf = try #require(made.whatIf)
        #expect(whatIf.moved.count > 1)
        #expect(whatIf.moved.filter(\.isChanged).map(\.body) == [3])
    }

    @Test func `verdicts before and after are those of whole runs`() throws {
        let edition = Workbench.stagesEdition()
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,a1,a2,a3,b1\na,2024,50,80,12,80\n",
            ])
        let a1 = try #require(assessment.plan.schema.inputs.firstIndex { $0.id == "a1" })

        let whatIf = try #require(
            WhatIf.make(
                assessment, period: 0, [SupposedValue(.input(a1), at: 0, .number(Fixed(90)))]
            ).whatIf)
        let again = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,a1,a2,a3,b1\na,2024,90,80,12,80\n",
            ])

        #expect(whatIf.diagnosisBefore != nil)
        for node in assessment.plan.nodes.indices {
            #expect(
                whatIf.after.columns[node]?.score(at: 0) == again.columns[node]?.score(at: 0))
        }
        #expect(whatIf.diagnosisAfter?.bodies.count == 1)
    }
}

extension Column {
    /// All numbers, those of blanks with them.
    fileprivate var numbers: [Fixed] {
        if case .numbers(let numbers) = values { numbers } else { [] }
    }
}

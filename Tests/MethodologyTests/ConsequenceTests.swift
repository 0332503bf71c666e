import Diagnostics
import Methodology
import Testing

/// What is only a consequence of a mistake is not told beside it.
@Suite struct ConsequenceTests {
    private func told(_ rest: String, cases: String? = nil) -> [String] {
        var files = ["edition.yaml": Editions.example(rest)]
        files["edition.test.yaml"] = cases
        return Editions.read(files).log.entries.map(\.code)
    }

    @Test func `what a rule would use that cannot be read is not called unused`() {
        let codes = told(
            """
            inputs: {x: {type: percent, optional: true}}
            parameters: {held: {value: 50, unit: points, from: 2024-01-01}}
            scorecard:
              id: a
              value: x
              score: as-is
              corrections: [{gate: x IS UNKNOWN, caps: held}]
            """)

        #expect(codes == ["edition.missing-key", "edition.unknown-key"])
    }

    @Test func `test cases are read where the edition is sound`() {
        let cases = "[{name: a case, node: a, given: {x: 1}, then: {score: 1}}]"
        let leaf = "scorecard: {id: a, value: x, score: as-is}"

        #expect(told("inputs: {x: {type: integer}}\n\(leaf)", cases: cases) == ["edition.word"])
        #expect(
            told(
                "inputs: {y: {type: number}}\nscorecard: {id: a, value: y, score: as-is}",
                cases: cases) == ["case.unknown"])
    }

    @Test func `only days that could be read have an order`() {
        let codes = told(
            """
            parameters:
              p:
                unit: points
                values: [{from: 2024-01-01, value: 1}, {from: 01.01.2025, value: 2}]
            scorecard: {id: a, value: p, score: as-is}
            """)

        #expect(codes == ["edition.date"])
    }

    @Test func `a parameter begins with an edition whose beginning could be read`() {
        let edition = Editions.example(
            """
            parameters: {p: {value: 1, unit: points, from: 2024-01-01}}
            scorecard: {id: a, value: p, score: as-is}
            """
        ).replacing("in-force:", with: "inforce:")

        #expect(
            Editions.read(edition).log.entries.map(\.code)
                == ["edition.missing-key", "edition.unknown-key"])
    }

    @Test func `a weight in an indicator's file belongs beside its name`() {
        let edition = Editions.example(
            """
            inputs: {x: {type: percent}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
              nodes:
                - {indicator: answers, weight: 1}
            """)
        let (_, log) = Editions.read([
            "edition.yaml": edition,
            "indicators/answers.yaml": "value: x\nscore: as-is\nweight: 1\n",
        ])

        #expect(
            log.entries.map(\.description) == [
                "indicators/answers.yaml:3:1: error: an indicator has no key \"weight\" "
                    + "(node answers) — help: Write it in the scorecard, beside the indicator's "
                    + "name, as in {indicator: answers, weight: 40 %}"
            ])
    }

    @Test func `grades that stand best first are told once`() {
        let log = Editions.read(
            Editions.example(
                """
                grades: {id: marks, order: [A, B, C]}
                inputs: {x: {type: percent}}
                scorecard:
                  id: total
                  aggregate: {weakest: {not-applicable: refuse, excluded: refuse, missing: refuse}}
                  nodes:
                    - {id: a, grade: {A: x >= 90, B: x >= 50, otherwise: C}}
                    - {id: b, grade: {A: x >= 80, B: x >= 40, otherwise: C}}
                """)
        ).log

        #expect(log.entries.map(\.code) == ["grade.order"])
        #expect(log.entries[0].help == "Write the worst first, as in [C, B, A]")
    }
}

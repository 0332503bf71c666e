import Diagnostics
import TestSupport
import Testing

@Suite struct ManyMistakesTests {
    @Test func `five different mistakes are told at once, each with its place`() {
        let (plan, log) = Editions.read(
            """
            apparatus: 1
            methodology: example
            edition: "2024"
            status: restated
            in-force: {from: 2024-13-01}
            applies-to: [ministry]
            period: {form: year}
            scale: {min: 0, max: 100}
            rounding: none
            inputs:
              received: {type: count, min: 1}
              in_time: {type: count}
              signed: {type: count, optionl: true}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
              nodes:
                - {id: answers, value: in_tme / received * 100, score: as-is, weight: 60 %}
                - {id: signatures, value: signed, score: {knots: [[0, 0], [50, 60], [20, 100]]}, weight: 30 %}
            """)

        #expect(plan == nil)
        #expect(log.entries.count == 5)
        expectGolden(log.text, "five-mistakes.txt")
    }
}

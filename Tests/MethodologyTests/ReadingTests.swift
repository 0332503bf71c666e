import Diagnostics
import Methodology
import Testing

/// What is read where an edition leaves a choice.
@Suite struct ReadingTests {
    private func edition(_ more: String, rounding: String = "none") -> String {
        """
        apparatus: 1
        methodology: example
        edition: "2024"
        status: adopted
        owner: {en: Civil Service Agency}
        basis: order-28
        in-force: {from: 2024-01-01}
        applies-to: [ministry]
        period: {form: year}
        scale: {min: 0, max: 100}
        rounding: \(rounding)
        sources: {order-28: {title: {en: Order 28}}, order-31: {title: {en: Order 31}}}
        inputs: {staff: {type: count, max: 100}}
        \(more)
        """
    }

    @Test func `every file of test cases beside the edition is read, in order`() throws {
        let rules = edition("scorecard: {id: total, value: staff, score: as-is}")
        func cases(_ name: String) -> String {
            "- {name: \(name), node: total, given: {staff: 5}, then: 5}"
        }

        let (plan, log) = Editions.read([
            "edition.yaml": rules, "worked.test.yaml": cases("worked"),
            "edition.test.yaml": cases("own"), "a.test.yaml": cases("first"),
            "notes/b.test.yaml": "nothing: to read",
        ])

        #expect(log.entries == [])
        #expect(try #require(plan).cases.map(\.name) == ["first", "own", "worked"])
    }

    @Test(arguments: ["[total]", "[indicator]", "[indicator, total]"])
    func `a root that is a leaf is an indicator and the total`(levels: String) throws {
        let (plan, log) = Editions.read(
            edition(
                "scorecard: {id: total, value: staff, score: as-is}",
                rounding: "{mode: half-up, digits: 1, at: \(levels)}"))

        #expect(log.entries == [])
        #expect(try #require(plan).nodes.map(\.rounding?.digits) == [1])
    }

    @Test func `each dated value may rest on an act of its own`() throws {
        let (plan, log) = Editions.read(
            edition(
                """
                parameters:
                  edge:
                    unit: points
                    values:
                      - {from: 2020-01-01, value: 50, basis: order-28}
                      - {from: 2026-01-01, value: 60, basis: order-31}
                scorecard: {id: total, value: staff, score: as-is, corrections: [{cap: edge}]}
                """))

        #expect(log.entries == [])
        let values = try #require(plan).parameters[0].values
        #expect(values.map { $0.basis.map(\.source) } == [["order-28"], ["order-31"]])
    }

    @Test func `bounds by units fit a percentage that is weighted by a number`() {
        let (_, log) = Editions.read(
            edition(
                """
                parameters: {partly_credit: {value: 0.5, unit: number, basis: order-28}}
                tables: {goals: {key: [goal], fields: {state: {type: code, values: [done, partly, open]}}}}
                scorecard:
                  id: total
                  value: (COUNT(goals WHERE state = "done") + partly_credit * COUNT(goals WHERE state = "partly")) / COUNT(goals) * 100
                  empty: missing
                  bounds: {unknown: COUNT(goals WHERE state = "open"), of: COUNT(goals)}
                  score: as-is
                """
            ).replacing("inputs: {staff: {type: count, max: 100}}\n", with: ""))

        #expect(log.entries == [])
    }

    @Test(arguments: ["50", "-5", "2/3", "100 - staff", "IF(staff > 20, 100, 0)"])
    func `an edge is one number, or a formula without numbers of its own`(edge: String) {
        let (plan, log) = Editions.read(
            edition(
                "scorecard: {id: total, value: staff, score: as-is, "
                    + "corrections: [{cap: '\(edge)'}]}"))

        #expect(log.entries == [])
        #expect(plan != nil)
    }
}
